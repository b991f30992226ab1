import type { ActualLine } from '../domain/timeline/actual-line.js';
import { type ApplicationFacts, longestSilentGap } from '../domain/timeline/application-clocks.js';
import { localDateOf } from '../domain/timeline/local-date.js';
import { planPromises } from '../domain/timeline/plan-defaults.js';
import type { PlannedLine } from '../domain/timeline/planned-line.js';
import type { StoredFacts } from './application-facts.js';
import type { ClockDto, PauseDto, RoundLineDto, SilentGapDto } from './timeline.dto.js';
import type { ClockRow, PauseRow } from './timeline.reader.js';

/** Stops that are told by the stage: everybody who knows the application knows of them. */
const STAGE = ['application.', 'interview.'];

/** `timed`: the viewer may know when the clock stopped. */
export function presentClock(row: ClockRow, timed: boolean): ClockDto {
  const told = row.stoppedAt === null || timed || STAGE.some((prefix) => row.stoppedByType?.startsWith(prefix) ?? false);
  return {
    key: row.key,
    subjectId: row.subjectId,
    roundKey: row.roundKey,
    holder: { role: row.holderRole, userId: row.holderId, name: row.holderName, active: row.holderActive },
    state: told ? row.state : 'stopped',
    startedAt: row.startedAt,
    startedBy: row.startedByType === null ? null : { eventId: row.startedByEvent, type: row.startedByType },
    dueAt: row.dueAt,
    dueOn: row.dueAt === null ? null : localDateOf(row.dueAt.toISOString(), row.zone),
    zone: row.zone,
    riskAt: row.riskAt,
    stoppedAt: told ? row.stoppedAt : null,
    stoppedBy: told && row.stoppedByType !== null ? { eventId: row.stoppedByEvent, type: row.stoppedByType } : null,
    skipped: row.skipped.map(({ date, kind, reason }) => ({ date, kind, reason })),
    notKnown: row.notKnown?.detail ?? null,
  };
}

export function presentPause(row: PauseRow, content: boolean): PauseDto {
  return { ...row, words: content ? row.words : null };
}

/** Silence so far: a contact still to come has not broken it yet. */
export function presentSilence(facts: ApplicationFacts, now: Date): SilentGapDto {
  const contacts = facts.contacts.filter((contact) => Date.parse(contact.at) <= now.getTime());
  return { days: longestSilentGap({ ...facts, contacts }, now.toISOString()), limitDays: planPromises(facts.plan).silentGapDays };
}

export function presentRounds(stored: StoredFacts, planned: PlannedLine, actual: ActualLine, facts: ApplicationFacts, now: Date): RoundLineDto[] {
  return (stored.rounds ?? []).map(({ key, content, status }) => {
    const plan = planned.rounds.find((round) => round.round === key);
    const line = actual.rounds.find((round) => round.round === key);
    const ends = facts.interviews.flatMap(({ round, held }) =>
      round === key && held !== null && Date.parse(held.at) <= now.getTime() ? [held.at] : [],
    );
    const last = ends
      .map((at) => localDateOf(at, facts.job.zone))
      .sort()
      .at(-1);
    return {
      key,
      name: content.name,
      status,
      targetOn: plan?.targetOn ?? planned.startedOn,
      plannedOn: plan?.plannedOn ?? null,
      cardsDueOn: plan?.cardsDueOn ?? null,
      enteredOn: line?.enteredOn ?? null,
      heldOn: last ?? null,
      leftOn: line?.leftOn ?? null,
    };
  });
}
