import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/actor.js';
import { Refusal } from '../domain/refusal.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { Allow, CurrentActor } from './access.decorators.js';
import { ConflictsDto, DeclareConflictBody, RecordConflictBody } from './conflicts.dto.js';
import { ConflictsReader } from './conflicts.reader.js';
import { ConflictsService } from './conflicts.service.js';
import { ReasonBody } from './users.dto.js';

@ApiTags('conflicts')
@Allow()
@Controller()
export class ConflictsController {
  constructor(
    private readonly service: ConflictsService,
    private readonly reader: ConflictsReader,
  ) {}

  /** Declares a conflict of interest of one's own. The candidate does not exist for one from here on; owed cards are declined. */
  @Post('conflicts')
  @HttpCode(204)
  @Refuses('not_found')
  declare(@CurrentActor() actor: Actor, @Body() body: DeclareConflictBody): Promise<void> {
    return this.service.declare(actor, body.candidateId, body.reason);
  }

  /** For those who run a job of the candidate, admins and auditors. */
  @Get('candidates/:candidateId/conflicts')
  @Refuses('not_found')
  async list(@CurrentActor() actor: Actor, @Id('candidateId') candidateId: string): Promise<ConflictsDto> {
    const { personId, reads, keeps } = await this.reader.standing(actor, candidateId);
    if (!reads) throw new Refusal('forbidden', 'Only those who run a job of the candidate, admins and auditors see conflicts of interest.');
    const rows = await this.reader.ofPerson(personId);
    return { items: rows.map((row) => ({ ...row, abilities: { withdraw: keeps && row.withdrawnAt === null } })) };
  }

  /** Records somebody's conflict of interest. */
  @Post('candidates/:candidateId/conflicts')
  @HttpCode(204)
  @Refuses('not_found', 'already_exists')
  record(@CurrentActor() actor: Actor, @Id('candidateId') candidateId: string, @Body() body: RecordConflictBody): Promise<void> {
    return this.service.record(actor, candidateId, body);
  }

  @Post('candidates/:candidateId/conflicts/:conflictId/withdraw')
  @HttpCode(204)
  @Refuses('not_found')
  withdraw(
    @CurrentActor() actor: Actor,
    @Id('candidateId') candidateId: string,
    @Id('conflictId') conflictId: string,
    @Body() body: ReasonBody,
  ): Promise<void> {
    return this.service.withdraw(actor, candidateId, conflictId, body.reason);
  }
}
