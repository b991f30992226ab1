import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { seatAbilities } from '../domain/abilities/seat-abilities.js';
import type { Actor } from '../domain/actor.js';
import { notFound } from '../domain/refusal.js';
import type { JobSeat } from '../domain/visibility/visibility.js';
import { Clock } from '../platform/clock.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { Allow, CurrentActor } from './access.decorators.js';
import { SeatGrantsService } from './seat-grants.service.js';
import { SeatPassingService } from './seat-passing.service.js';
import { DelegateBody, GrantDebriefSeatBody, GrantJobSeatBody, HandOverBody, SeatDto, SeatsDto } from './seats.dto.js';
import { type SeatRow, SeatsReader } from './seats.reader.js';
import { StandingReader } from './standing.reader.js';
import { ReasonBody } from './users.dto.js';

const TWICE = ['idempotency_key_reused', 'idempotency_in_progress'] as const;

@ApiTags('seats')
@Allow()
@Controller()
export class SeatsController {
  constructor(
    private readonly grants: SeatGrantsService,
    private readonly passing: SeatPassingService,
    private readonly reader: SeatsReader,
    private readonly standing: StandingReader,
    private readonly clock: Clock,
  ) {}

  /** One's own open seats. */
  @Get('me/seats')
  async mine(@CurrentActor() actor: Actor): Promise<SeatsDto> {
    return this.present(actor, await this.reader.ofUser(actor.userId));
  }

  @Get('jobs/:jobId/seats')
  @Refuses('not_found')
  async ofJob(@CurrentActor() actor: Actor, @Id('jobId') jobId: string): Promise<SeatsDto> {
    if (!(await this.reader.jobIsVisible(jobId, actor.userId))) throw notFound('job');
    return this.present(actor, await this.reader.ofJob(jobId));
  }

  @Post('jobs/:jobId/seats')
  @Refuses('not_found', 'already_exists', ...TWICE)
  async grantOnJob(@CurrentActor() actor: Actor, @Id('jobId') jobId: string, @Body() body: GrantJobSeatBody): Promise<SeatDto> {
    return this.show(actor, await this.grants.grantOnJob(actor, jobId, body));
  }

  /** Everybody with a seat on the application: its panels and its debrief. */
  @Get('applications/:applicationId/seats')
  @Refuses('not_found')
  async ofApplication(@CurrentActor() actor: Actor, @Id('applicationId') applicationId: string): Promise<SeatsDto> {
    await this.standing.onApplication(actor, applicationId);
    return this.present(actor, await this.reader.ofApplication(applicationId));
  }

  @Post('applications/:applicationId/seats')
  @Refuses('not_found', 'already_exists', 'conflict_of_interest', 'wrong_state', ...TWICE)
  async grantOnApplication(
    @CurrentActor() actor: Actor,
    @Id('applicationId') applicationId: string,
    @Body() body: GrantDebriefSeatBody,
  ): Promise<SeatDto> {
    return this.show(actor, await this.grants.grantOnApplication(actor, applicationId, body));
  }

  @Post('seats/:seatId/end')
  @HttpCode(204)
  @Refuses('not_found', 'wrong_state')
  end(@CurrentActor() actor: Actor, @Id('seatId') seatId: string, @Body() body: ReasonBody): Promise<void> {
    return this.grants.end(actor, seatId, body.reason);
  }

  /** Lets somebody stand in for some dates. An interviewer's stand-in gives the card. */
  @Post('seats/:seatId/delegate')
  @Refuses('not_found', 'wrong_state', 'already_exists', 'conflict', 'conflict_of_interest', 'not_qualified', ...TWICE)
  async delegate(@CurrentActor() actor: Actor, @Id('seatId') seatId: string, @Body() body: DelegateBody): Promise<SeatDto> {
    return this.show(actor, await this.passing.delegate(actor, seatId, body));
  }

  /** Puts somebody else in the holder's place. An interviewer's card that is not in goes with the seat; a draft stays with its author. */
  @Post('seats/:seatId/hand-over')
  @Refuses('not_found', 'wrong_state', 'already_exists', 'conflict_of_interest', 'not_qualified', ...TWICE)
  async handOver(@CurrentActor() actor: Actor, @Id('seatId') seatId: string, @Body() body: HandOverBody): Promise<SeatDto> {
    return this.show(actor, await this.passing.handOver(actor, seatId, body.userId, body.reason));
  }

  private async show(actor: Actor, seatId: string): Promise<SeatDto> {
    const row = await this.reader.seat(seatId);
    const [shown] = row ? (await this.present(actor, [row])).items : [];
    if (!shown) throw notFound('seat');
    return shown;
  }

  private async present(actor: Actor, rows: readonly SeatRow[]): Promise<SeatsDto> {
    const now = this.clock.now();
    const { userId, siteRole } = actor;
    const items: SeatDto[] = [];
    const seatsOn = new Map<string, readonly JobSeat[]>();
    for (const row of rows) {
      const jobSeats = seatsOn.get(row.jobId) ?? (await this.standing.onJob(actor, row.jobId));
      seatsOn.set(row.jobId, jobSeats);
      const facts = {
        userId: row.userId,
        kind: row.kind,
        isDelegated: row.delegatedFrom !== null,
        isOpen: row.endedAt === null && (row.endsAt === null || row.endsAt > now),
      };
      items.push({ ...row, abilities: seatAbilities({ userId, siteRole, jobSeats }, facts) });
    }
    return { items };
  }
}
