/**
 * How a job's debriefs run. The job says which ballots are held; the rubric says who decides and which seat may veto. An
 * application keeps the policy it started with.
 *
 * Source: product design, "Application and debrief life" ("Job policy may skip ballots or the committee") and "Rubric
 * model" (policy).
 */
import { flag, nullable, object, optional, parseAs, wholeNumber } from '../json-shape.js';
import type { Decider, DecisionPolicy } from '../rubric/rubric.js';

/** What a job may say; everything has a default. */
export interface DebriefSettings {
  /** Before talking. Default true. */
  readonly firstBallot?: boolean;
  /** After talking. Default true. */
  readonly secondBallot?: boolean;
  /** Default true where a committee decides, else false; a committee that decides always votes. */
  readonly committeeBallot?: boolean;
  /** Committee seats that must vote, abstentions included. Default: more than half of them. */
  readonly quorum?: number | null;
  /** Length of the discussion, minutes, 5 to 480. Default 60. */
  readonly minutes?: number;
}

export interface DebriefPolicy {
  readonly firstBallot: boolean;
  readonly secondBallot: boolean;
  readonly committeeBallot: boolean;
  readonly quorum: number | null;
  readonly decider: Decider;
  /** The seat that may veto, or null. */
  readonly vetoSeats: readonly string[];
}

const settingsShape = object<DebriefSettings>({
  firstBallot: optional(flag),
  secondBallot: optional(flag),
  committeeBallot: optional(flag),
  quorum: optional(nullable(wholeNumber(1, 50))),
  minutes: optional(wholeNumber(5, 480)),
});

/**
 * Reads a job's debrief settings from JSON.
 *
 * In: a parsed JSON value. Out: the same value, typed. Errors: `validation_failed` naming every unknown member and wrong type.
 */
export function parseDebriefSettings(json: unknown): DebriefSettings {
  return parseAs(settingsShape, json);
}

/** The policy in force: the settings with their defaults, and what the pinned rubric says about deciding. */
export function debriefPolicy(
  settings: DebriefSettings,
  rubric: { readonly policy: DecisionPolicy; readonly gates: readonly { readonly kind: string; readonly seat?: string }[] },
): DebriefPolicy {
  const decider = rubric.policy.decider ?? 'hiring_manager';
  const committeeDecides = decider !== 'hiring_manager';
  const gateSeats = rubric.gates.flatMap((gate) => (gate.kind === 'veto' && gate.seat !== undefined ? [gate.seat] : []));
  return {
    firstBallot: settings.firstBallot ?? true,
    secondBallot: settings.secondBallot ?? true,
    committeeBallot: committeeDecides || (settings.committeeBallot ?? false),
    quorum: settings.quorum ?? null,
    decider,
    vetoSeats: [...new Set([...(rubric.policy.veto === undefined ? [] : [rubric.policy.veto]), ...gateSeats])],
  };
}
