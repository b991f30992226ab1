import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../domain/actor.js';
import { notFound } from '../domain/refusal.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { IfMatch, setVersion } from '../platform/version.js';
import { AbsencesService, requireSelfOrAdmin } from './absences.service.js';
import { Allow, CurrentActor } from './access.decorators.js';
import { DeactivationService } from './deactivation.service.js';
import { DutiesReader } from './duties.reader.js';
import {
  AbsenceDto,
  AbsencesDto,
  AddAbsenceBody,
  ChangeUserBody,
  DeactivatedUserDto,
  DirectoryPageDto,
  DirectoryQuery,
  DutiesDto,
  ListUsersQuery,
  ReasonBody,
  UserDto,
  UserPageDto,
} from './users.dto.js';
import { presentUser } from './users.presenter.js';
import { UsersReader } from './users.reader.js';
import { UsersService } from './users.service.js';

@ApiTags('users')
@Controller('users')
export class UsersController {
  constructor(
    private readonly service: UsersService,
    private readonly reader: UsersReader,
    private readonly deactivation: DeactivationService,
    private readonly absences: AbsencesService,
    private readonly duties: DutiesReader,
  ) {}

  /** Users by name. */
  @Get()
  @Allow({ roles: ['admin', 'auditor'] })
  async list(@CurrentActor() actor: Actor, @Query() query: ListUsersQuery): Promise<UserPageDto> {
    const page = await this.reader.list(query);
    return { ...page, items: page.items.map((row) => presentUser(actor, row)) };
  }

  /** Active people to pick for a seat, by name. */
  @Get('directory')
  @Allow()
  directory(@Query() query: DirectoryQuery): Promise<DirectoryPageDto> {
    return this.reader.directory(query);
  }

  @Get(':userId')
  @Allow({ roles: ['admin', 'auditor'] })
  @Refuses('not_found')
  user(@CurrentActor() actor: Actor, @Id('userId') userId: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<UserDto> {
    return this.show(actor, userId, reply);
  }

  @Patch(':userId')
  @Allow({ roles: ['admin'], scope: 'admin' })
  @Refuses('not_found', 'version_conflict', 'precondition_required', 'already_exists', 'in_use')
  async change(
    @CurrentActor() actor: Actor,
    @Id('userId') userId: string,
    @IfMatch() expected: number,
    @Body() body: ChangeUserBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UserDto> {
    await this.service.change(actor, userId, expected, body);
    return this.show(actor, userId, reply);
  }

  /** Closes the account and answers what its owner leaves to be handed over. */
  @Post(':userId/deactivate')
  @HttpCode(200)
  @Allow({ roles: ['admin'], scope: 'admin' })
  @Refuses('not_found', 'wrong_state', 'in_use')
  async deactivate(
    @CurrentActor() actor: Actor,
    @Id('userId') userId: string,
    @Body() body: ReasonBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeactivatedUserDto> {
    await this.deactivation.deactivate(actor, userId, body.reason);
    return { user: await this.show(actor, userId, reply), openDuties: await this.duties.of(userId, actor.userId) };
  }

  @Post(':userId/reactivate')
  @HttpCode(200)
  @Allow({ roles: ['admin'], scope: 'admin' })
  @Refuses('not_found', 'wrong_state')
  async reactivate(
    @CurrentActor() actor: Actor,
    @Id('userId') userId: string,
    @Body() body: ReasonBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UserDto> {
    await this.deactivation.reactivate(actor, userId, body.reason);
    return this.show(actor, userId, reply);
  }

  /** What waits for a person: for themselves, or for an admin who hands it over. */
  @Get(':userId/duties')
  @Allow()
  async listDuties(@CurrentActor() actor: Actor, @Id('userId') userId: string): Promise<DutiesDto> {
    requireSelfOrAdmin(actor, userId);
    return { items: await this.duties.of(userId, actor.userId) };
  }

  @Get(':userId/absences')
  @Allow()
  async listAbsences(@CurrentActor() actor: Actor, @Id('userId') userId: string): Promise<AbsencesDto> {
    return { items: await this.absences.list(actor, userId) };
  }

  @Post(':userId/absences')
  @Allow()
  @Refuses('not_found', 'idempotency_key_reused', 'idempotency_in_progress')
  addAbsence(@CurrentActor() actor: Actor, @Id('userId') userId: string, @Body() body: AddAbsenceBody): Promise<AbsenceDto> {
    return this.absences.add(actor, userId, { ...body, reason: body.reason ?? '' });
  }

  @Delete(':userId/absences/:absenceId')
  @HttpCode(204)
  @Allow()
  @Refuses('not_found')
  removeAbsence(@CurrentActor() actor: Actor, @Id('userId') userId: string, @Id('absenceId') absenceId: string): Promise<void> {
    return this.absences.remove(actor, userId, absenceId);
  }

  private async show(actor: Actor, userId: string, reply: FastifyReply): Promise<UserDto> {
    const row = await this.reader.user(userId);
    if (!row) throw notFound('user');
    setVersion(reply, row.version);
    return presentUser(actor, row);
  }
}
