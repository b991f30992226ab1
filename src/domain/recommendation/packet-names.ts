/**
 * The names a packet defines, read before its shape is known to be right, so that a name used elsewhere can be checked in
 * the same pass and every fault is named at once.
 *
 * Source: interface design, fine print "Refused".
 */
import type { Quadrants } from '../rubric/rubric.js';

export interface PacketNames {
  /** L; null where the scale cannot be read, which is then the fault that is named. */
  readonly levels: number | null;
  /** Where there is no list of criteria, that is the fault, and any name will do. */
  readonly criteria: { has(name: string): boolean };
  readonly signals: ReadonlySet<string>;
  /** Quadrant names of each matrix, as far as they are text. */
  readonly matrices: ReadonlyMap<string, Partial<Quadrants>>;
  readonly byRound: boolean;
}

/** In: any JSON value in a packet's place. Out: the names it defines. */
export function packetNames(source: unknown): PacketNames {
  const rubric = member(source, 'rubric');
  const levels = member(member(rubric, 'scale'), 'levels');
  const criteria = member(rubric, 'criteria');
  const signals = elements(member(rubric, 'signals'));
  return {
    levels: typeof levels === 'number' && Number.isInteger(levels) && levels >= 2 && levels <= 10 ? levels : null,
    criteria: Array.isArray(criteria) ? new Set(elements(criteria).flatMap(keyOf)) : { has: () => true },
    signals: new Set(signals.flatMap(keyOf)),
    matrices: new Map(
      signals
        .filter((signal) => member(signal, 'kind') === 'matrix')
        .flatMap((signal) => keyOf(signal).map((key) => [key, quadrantsOf(signal)] as const)),
    ),
    byRound: member(member(rubric, 'policy'), 'pooling') === 'by_round',
  };
}

/** A JSON object, not an array and not null. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member of an object, undefined where there is none. */
export function member(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function elements(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function keyOf(value: unknown): string[] {
  const key = member(value, 'key');
  return typeof key === 'string' ? [key] : [];
}

function quadrantsOf(signal: unknown): Partial<Quadrants> {
  const quadrants = member(signal, 'quadrants');
  const name = (corner: string): string | undefined => {
    const value = member(quadrants, corner);
    return typeof value === 'string' ? value : undefined;
  };
  return {
    highHigh: name('highHigh'),
    lowHigh: name('lowHigh'),
    highLow: name('highLow'),
    lowLow: name('lowLow'),
  };
}
