import { Body, Controller, Delete, Get, HttpCode, Patch, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/actor.js';
import { notFound } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { Allow, CurrentActor } from './access.decorators.js';
import { ChangePasswordBody, MeDto, SessionsDto } from './me.dto.js';
import { PasswordChangeService, requireSession } from './password-change.service.js';
import { SessionReader } from './session.reader.js';
import { SignOutService } from './sign-out.service.js';
import { ChangeMeBody } from './users.dto.js';
import { UsersReader } from './users.reader.js';
import { UsersService } from './users.service.js';

@ApiTags('me')
@Allow()
@Controller('me')
export class MeController {
  constructor(
    private readonly users: UsersReader,
    private readonly service: UsersService,
    private readonly passwords: PasswordChangeService,
    private readonly sessions: SessionReader,
    private readonly signOuts: SignOutService,
    private readonly clock: Clock,
  ) {}

  @Get()
  async me(@CurrentActor() actor: Actor): Promise<MeDto> {
    const row = await this.users.user(actor.userId);
    if (!row) throw notFound('user');
    const { id, email, name, siteRole, timeZone, country, locale, qualifications, languages, availability, createdAt } = row;
    const abilities = { administer: siteRole === 'admin', audit: siteRole === 'auditor', manageAccess: actor.via !== 'token' };
    return {
      id,
      email,
      name,
      siteRole,
      timeZone,
      country,
      locale,
      qualifications,
      languages,
      availability,
      createdAt,
      scopes: actor.scopes,
      abilities,
    };
  }

  @Patch()
  async change(@CurrentActor() actor: Actor, @Body() body: ChangeMeBody): Promise<MeDto> {
    await this.service.changeOwn(actor, body);
    return this.me(actor);
  }

  /** Changes one's password; ends one's other sessions. */
  @Put('password')
  @HttpCode(204)
  @Refuses('rate_limited')
  changePassword(@CurrentActor() actor: Actor, @Body() body: ChangePasswordBody): Promise<void> {
    return this.passwords.change(actor, body.currentPassword, body.newPassword);
  }

  @Get('sessions')
  async listSessions(@CurrentActor() actor: Actor): Promise<SessionsDto> {
    const rows = await this.sessions.openOf(actor.userId, this.clock.now());
    return { items: rows.map((row) => ({ ...row, isCurrent: row.id === actor.sessionId })) };
  }

  /** Ends all one's sessions but this one. */
  @Delete('sessions')
  @HttpCode(204)
  async revokeOthers(@CurrentActor() actor: Actor): Promise<void> {
    requireSession(actor);
    await this.signOuts.end(actor, actor.userId, 'revoked', { except: actor.sessionId });
  }

  @Delete('sessions/:sessionId')
  @HttpCode(204)
  @Refuses('not_found')
  async revokeSession(@CurrentActor() actor: Actor, @Id('sessionId') sessionId: string): Promise<void> {
    requireSession(actor);
    if ((await this.signOuts.end(actor, actor.userId, 'revoked', { sessionId })) === 0) throw notFound('open session');
  }
}
