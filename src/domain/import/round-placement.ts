/**
 * Where an imported application stands among the rounds of its plan. Its stage is looked for by an explicit mapping, else by the name or key of a
 * round, without case; a stage that is none of them leaves it at the first round, and nothing is told as passed that was not.
 *
 * Source: product design, "Application and debrief life"; the statuses are those `application-life.ts` would have left.
 */
import { type ApplicationStatus, OPEN_STATUSES, type RoundState } from '../application/application-life.js';

export interface NamedRound {
  readonly key: string;
  readonly name: string;
}

/** The round that a stage of the source means; undefined where it means none. Pure and total. */
export function roundForStage(
  rounds: readonly NamedRound[],
  stage: string | null,
  mapping: Readonly<Record<string, string>> = {},
): string | undefined {
  if (stage === null) return undefined;
  const mapped = Object.hasOwn(mapping, stage) ? mapping[stage] : undefined;
  const plain = stage.trim().toLowerCase();
  return rounds.find((round) => round.key === mapped || round.name.trim().toLowerCase() === plain || round.key === plain)?.key;
}

/**
 * The rounds of an application as they stand. In: the plan's rounds, the status, the key of the round it stands in. Out: one state a round in the
 * plan's order. Whoever was hired passed them all; who was rejected was rejected in the round they stood in; what came after was not reached.
 */
export function placeRounds(rounds: readonly NamedRound[], status: ApplicationStatus, standsIn: string | undefined): RoundState[] {
  const found = rounds.findIndex((round) => round.key === standsIn);
  const at = status === 'hired' ? rounds.length : Math.max(0, found);
  return rounds.map(({ key }, index): RoundState => {
    if (index < at) return { key, status: 'passed', outcome: 'advance' };
    if (!OPEN_STATUSES.includes(status))
      return index === at && status === 'rejected' ? { key, status: 'passed', outcome: 'reject' } : { key, status: 'not_reached', outcome: null };
    return index === at ? { key, status: 'current', outcome: status === 'on_hold' ? 'hold' : null } : { key, status: 'pending', outcome: null };
  });
}
