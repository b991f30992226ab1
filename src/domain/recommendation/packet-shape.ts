/**
 * What a packet must look like: the shapes of json-shape.ts, closed against typing errors and open to anything that only
 * describes, and every name used checked against the names the packet defines.
 *
 * Source: interface design, "Packet JSON for `recommend`" and fine print "Refused".
 */
import type { Fault } from '../refusal.js';
import type { Members, Shape } from '../json-shape.js';
import { list, nullable, object, oneOf, optional, text, wholeNumber } from '../json-shape.js';
import { nearMiss } from './near-miss.js';
import type { PacketEvidence, PacketRating, PacketScorecard, Veto } from './packet.js';
import { VERDICTS } from './packet.js';
import type { PacketNames } from './packet-names.js';
import { isRecord, member } from './packet-names.js';

/** Far more than any panel or rubric holds. */
export const MOST = { criteria: 200, signals: 100, inputs: 200, gates: 100, cards: 500, vetoes: 500, evidence: 200 };

export const name = text({ maximum: 200 });
const words = text({ maximum: 100_000, blank: 'allowed' });

/** An object that may hold more than is read; a member that is almost a known one is a fault. */
export function open<T>(members: Members<T>, alsoMeant: readonly string[] = []): Shape<T> {
  const read = object<T>(members);
  const known = Object.keys(members);
  return (value, pointer, faults): value is T => {
    if (!isRecord(value)) return read(value, pointer, faults);
    const isRead = (key: string): boolean => known.includes(key) || (!alsoMeant.includes(key) && nearMiss(key, known) !== null);
    return read(Object.fromEntries(Object.entries(value).filter(([key]) => isRead(key))), pointer, faults);
  };
}

/** A shape and one thing more that must hold of the value. */
export function also<T>(shape: Shape<T>, check: (value: unknown, pointer: string) => readonly Fault[]): Shape<T> {
  return (value, pointer, faults): value is T => {
    const isShaped = shape(value, pointer, faults);
    const more = check(value, pointer);
    faults.push(...more);
    return isShaped && more.length === 0;
  };
}

/** No two elements of a list with the same text under `key`. */
export function distinct<T>(shape: Shape<readonly T[]>, key: string): Shape<readonly T[]> {
  return also(shape, (value, pointer) => {
    const seen = new Set<unknown>();
    return (Array.isArray(value) ? value : []).flatMap((one: unknown, at): Fault[] => {
      const found = member(one, key);
      if (typeof found !== 'string' || !seen.has(found)) {
        seen.add(found);
        return [];
      }
      return [{ pointer: `${pointer}/${at}/${key}`, code: 'duplicate', detail: `"${found}" stands here twice` }];
    });
  });
}

/** Text that must be one of the packet's own names. */
export function defined(what: string, names: { has(name: string): boolean }): Shape<string> {
  return also(name, (value, pointer) =>
    typeof value !== 'string' || names.has(value)
      ? []
      : [{ pointer, code: `unknown_${what}`, detail: `there is no ${what} "${value}" in the rubric` }],
  );
}

/** The shape of the vetoes. */
export function vetoesShape(): Shape<readonly Veto[]> {
  const veto = open<Veto>({ seat: name, by: optional(nullable(name)), reason: optional(nullable(words)) });
  return list(veto, { maximum: MOST.vetoes });
}

/** The shape of the scorecards, each card's id its own. */
export function scorecardsShape(names: PacketNames): Shape<readonly PacketScorecard[]> {
  const card = open<PacketScorecard>({
    id: name,
    interviewer: optional(nullable(name)),
    round: optional(nullable(name)),
    status: oneOf(['submitted', 'waived', 'missing']),
    verdict: optional(nullable(oneOf(VERDICTS))),
    ratings: optional(distinct(list(ratingShape(names), { maximum: MOST.criteria }), 'criterion')),
  });
  return distinct(list(names.byRound ? also(card, roundFaults) : card, { maximum: MOST.cards }), 'id');
}

function ratingShape(names: PacketNames): Shape<PacketRating> {
  return open<PacketRating>({
    criterion: defined('criterion', names.criteria),
    level: nullable(levelShape(names)),
    confidence: optional(nullable(oneOf(['low', 'medium', 'high']))),
    evidence: optional(list(evidence, { maximum: MOST.evidence })),
  });
}

/** A level of the packet's scale. */
export function levelShape({ levels }: PacketNames): Shape<number> {
  return wholeNumber(1, levels ?? 10);
}

/** What a piece of evidence says is the interviewer's; only the form it fills is read. */
const evidence: Shape<PacketEvidence> = (value, pointer, faults): value is PacketEvidence =>
  open<{ readonly form?: string | null }>({ form: optional(nullable(name)) })(value, pointer, faults);

function roundFaults(card: unknown, pointer: string): Fault[] {
  if (member(card, 'status') !== 'submitted' || typeof member(card, 'round') === 'string') return [];
  return [{ pointer: `${pointer}/round`, code: 'missing_member', detail: 'pooling by round needs the round of the card' }];
}
