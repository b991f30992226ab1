import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { BALLOT_KINDS, type BallotKind } from '../domain/debrief/electorate.js';
import { Refusal } from '../domain/refusal.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { BallotsDto, CloseBallotBody, OpenBallotBody, VoteBody } from './ballots.dto.js';
import { presentBallots } from './ballots.presenter.js';
import { BallotsReader } from './ballots.reader.js';
import { BallotsService } from './ballots.service.js';
import { DebriefGate } from './debrief-gate.service.js';

@ApiTags('ballots')
@Allow()
@Controller('debriefs/:debriefId/ballots')
export class BallotsController {
  constructor(
    private readonly service: BallotsService,
    private readonly reader: BallotsReader,
    private readonly gate: DebriefGate,
  ) {}

  /** Every ballot of the debrief; votes and counts only once a ballot is revealed. */
  @Get()
  @Refuses('not_found', 'sealed')
  list(@CurrentActor() actor: Actor, @Id('debriefId') debriefId: string): Promise<BallotsDto> {
    return this.show(actor, debriefId);
  }

  @Post()
  @Allow({ roles: ['admin', 'member'] })
  @Refuses('not_found', 'wrong_state', 'incomplete')
  async open(@CurrentActor() actor: Actor, @Id('debriefId') debriefId: string, @Body() body: OpenBallotBody): Promise<BallotsDto> {
    await this.service.open(actor, debriefId, body.kind);
    return this.show(actor, debriefId);
  }

  /** Your vote; it may be changed until the reveal. */
  @Put(':kind/vote')
  @ApiParam({ name: 'kind', enum: BALLOT_KINDS })
  @Allow({ roles: ['admin', 'member'] })
  @Refuses('not_found', 'wrong_state', 'conflict')
  async vote(
    @CurrentActor() actor: Actor,
    @Id('debriefId') debriefId: string,
    @Param('kind') kind: string,
    @Body() body: VoteBody,
  ): Promise<BallotsDto> {
    await this.service.vote(actor, debriefId, kindOf(kind), body);
    return this.show(actor, debriefId);
  }

  /** Reveals a ballot before everybody voted. */
  @Post(':kind/close')
  @ApiParam({ name: 'kind', enum: BALLOT_KINDS })
  @HttpCode(200)
  @Allow({ roles: ['admin', 'member'] })
  @Refuses('not_found', 'wrong_state', 'incomplete', 'reason_required')
  async close(
    @CurrentActor() actor: Actor,
    @Id('debriefId') debriefId: string,
    @Param('kind') kind: string,
    @Body() body: CloseBallotBody,
  ): Promise<BallotsDto> {
    await this.service.close(actor, debriefId, kindOf(kind), body.absences ?? []);
    return this.show(actor, debriefId);
  }

  private async show(actor: Actor, debriefId: string): Promise<BallotsDto> {
    const { facts } = await this.gate.content(actor, debriefId, 'ballots');
    const rows = await this.reader.list(debriefId, actor.userId);
    const open = rows.find((row) => row.status === 'open');
    return presentBallots(rows, facts, open ? await this.reader.covered(open.id) : new Map());
  }
}

function kindOf(kind: string): BallotKind {
  const known = BALLOT_KINDS.find((one) => one === kind);
  if (!known)
    throw new Refusal('validation_failed', '/kind: is first, second or committee.', [
      { pointer: '/kind', in: 'path', code: 'enum', detail: 'is first, second or committee' },
    ]);
  return known;
}
