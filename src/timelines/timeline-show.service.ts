import { Injectable } from '@nestjs/common';
import { type Standing, StandingReader } from '../access/standing.reader.js';
import { timelineAbilities } from '../domain/abilities/timeline-abilities.js';
import type { Actor } from '../domain/actor.js';
import { OPEN_STATUSES } from '../domain/application/application-life.js';
import type { InterviewPlanContent } from '../domain/interview-plan.js';
import { notFound } from '../domain/refusal.js';
import { type ActualLine, actualLine } from '../domain/timeline/actual-line.js';
import type { ApplicationFacts } from '../domain/timeline/application-clocks.js';
import { localDateOf } from '../domain/timeline/local-date.js';
import { plannedLine } from '../domain/timeline/planned-line.js';
import { Clock } from '../platform/clock.js';
import { applicationFacts, type StoredFacts } from './application-facts.js';
import { ForecastService } from './forecast.service.js';
import type { ForecastDto, TimelineDto } from './timeline.dto.js';
import { presentClock, presentPause, presentRounds, presentSilence } from './timeline.presenter.js';
import { TimelineReader } from './timeline.reader.js';

/** One application's times for one viewer. Who sees the stage alone is not told when a card came or a decision was made. */
@Injectable()
export class TimelineShow {
  constructor(
    private readonly standing: StandingReader,
    private readonly reader: TimelineReader,
    private readonly forecasts: ForecastService,
    private readonly clock: Clock,
  ) {}

  async show(actor: Actor, applicationId: string): Promise<TimelineDto> {
    const standing = await this.standing.onApplication(actor, applicationId);
    const now = this.clock.now();
    const [stored, clocks, pauses] = await Promise.all([
      this.reader.facts(applicationId),
      this.reader.clocks(applicationId, now),
      this.reader.pauses(applicationId),
    ]);
    if (!stored) throw notFound('application');
    const facts = applicationFacts(stored);
    const zone = facts.job.zone;
    const planned = plannedLine(facts.plan, localDateOf(stored.startedAt, zone), facts.job.calendar);
    const held = heldPlan(stored, facts);
    const decisionDueOn = plannedLine(held, planned.startedOn, facts.job.calendar).decisionDueOn;
    const actual = actualLine(stored.rounds ?? [], stored.startedAt, stored.endedAt, zone);
    const content = standing.sight === 'content';
    const unfinished = pauses.some((pause) => pause.until === null || pause.until > now);
    return {
      applicationId,
      status: standing.status,
      currentRoundKey: stored.rounds?.find((round) => round.status === 'current')?.key ?? null,
      zone,
      clocks: clocks.map((clock) => presentClock(clock, content || clock.authorId === actor.userId)),
      planned: {
        startedOn: planned.startedOn,
        decisionDueOn,
        processEndsOn: planned.processEndsOn,
        notKnown: planned.notKnown?.detail ?? null,
      },
      actual: {
        decidedOn: content && stored.decidedAt !== null ? localDateOf(stored.decidedAt, zone) : null,
        endedOn: stored.endedAt === null ? null : localDateOf(stored.endedAt, zone),
      },
      rounds: presentRounds(stored, planned, actual, facts, now),
      silentGap: presentSilence(facts, now),
      pauses: pauses.map((pause) => presentPause(pause, content)),
      forecast: await this.forecast(actor, standing, stored, facts, actual, now),
      abilities: timelineAbilities({ ...standing, siteRole: actor.siteRole }, standing.status, unfinished),
    };
  }

  private async forecast(
    actor: Actor,
    standing: Standing,
    stored: StoredFacts,
    facts: ApplicationFacts,
    actual: ActualLine,
    now: Date,
  ): Promise<ForecastDto | null> {
    const decided = standing.debriefState === 'decided' || standing.debriefState === 'closed';
    if (decided || !OPEN_STATUSES.includes(standing.status)) return null;
    const plan = heldPlan(stored, facts);
    const asOf = localDateOf(now.toISOString(), facts.job.zone);
    return this.forecasts.forecast(actor, {
      plan,
      department: stored.job.department,
      calendar: facts.job.calendar,
      asOf,
      position: actual.standsIn,
    });
  }
}

/** The plan without the rounds that were skipped. */
function heldPlan(stored: StoredFacts, { plan }: ApplicationFacts): InterviewPlanContent {
  const skipped = new Set((stored.rounds ?? []).filter((round) => round.status === 'skipped').map((round) => round.key));
  return { ...plan, rounds: plan.rounds.filter((round) => !skipped.has(round.key)) };
}
