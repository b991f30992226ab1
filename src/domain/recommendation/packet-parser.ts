/**
 * A JSON value as a packet, or every reason why it is none.
 *
 * Source: interface design, "Packet JSON for `recommend`" and fine print "Refused".
 */
import type { Fault } from '../refusal.js';
import { invalid } from '../refusal.js';
import type { Shape } from '../json-shape.js';
import { optional, pointerStep } from '../json-shape.js';
import type { Packet } from './packet.js';
import { isRecord, member, packetNames } from './packet-names.js';
import { packetRubricShape } from './packet-rubric-shape.js';
import { open, scorecardsShape, vetoesShape } from './packet-shape.js';

/** Deeper content is nobody's evidence. */
const MAXIMUM_DEPTH = 64;
/** A refusal names no more faults than a person would read. */
const MOST_FAULTS = 500;

type Source = Omit<Packet, 'vetoes'> & { readonly vetoes?: Packet['vetoes'] };

/**
 * Read a packet, or a packet downloaded over HTTP, whose `input` it then is.
 *
 * In: a parsed JSON value. Out: the same rubric, vetoes (none where absent) and scorecards, typed; members that only
 * describe are kept, because the hash covers them.
 * Refuses (`validation_failed`): every fault at once, each with an RFC 6901 pointer into the value given.
 */
export function parsePacket(json: unknown): Packet {
  const isDownload = member(json, 'input') !== undefined && member(json, 'rubric') === undefined;
  const source = isDownload ? member(json, 'input') : json;
  const root = isDownload ? '/input' : '';
  const faults: Fault[] = [];
  const isPacket = packetShape(source)(source, root, faults);
  for (const key of ['rubric', 'vetoes', 'scorecards']) plainFaults(member(source, key), `${root}/${key}`, 0, faults);
  if (!isPacket || faults.length > 0) throw invalid(onePerPlace(faults).slice(0, MOST_FAULTS));
  return { rubric: source.rubric, vetoes: source.vetoes ?? [], scorecards: source.scorecards };
}

function packetShape(source: unknown): Shape<Source> {
  const names = packetNames(source);
  return open<Source>({
    rubric: packetRubricShape(names),
    vetoes: optional(vetoesShape()),
    scorecards: scorecardsShape(names),
  });
}

/** What could not be hashed the same way twice, wherever it stands: RFC 8785 takes neither. */
function plainFaults(value: unknown, pointer: string, depth: number, faults: Fault[]): void {
  const fault = (code: string, detail: string): void => void faults.push({ pointer, code, detail });
  if (depth > MAXIMUM_DEPTH) fault('too_deep', `is nested deeper than ${MAXIMUM_DEPTH}`);
  else if (typeof value === 'string' && LONE_SURROGATE.test(value)) fault('unstorable_text', 'holds half a character');
  else if (typeof value === 'number' && !Number.isFinite(value)) fault('not_a_number', 'must be a finite number');
  else if (Array.isArray(value)) value.forEach((one, at) => plainFaults(one, `${pointer}/${at}`, depth + 1, faults));
  else if (isRecord(value)) {
    for (const [key, one] of Object.entries(value)) {
      const at = `${pointer}/${pointerStep(key)}`;
      if (LONE_SURROGATE.test(key)) faults.push({ pointer: at, code: 'unstorable_text', detail: 'holds half a character' });
      plainFaults(one, at, depth + 1, faults);
    }
  }
}

/** In Unicode mode a surrogate that pairs up is part of one character, so only lone ones match. */
const LONE_SURROGATE = /[\uD800-\uDFFF]/u;

function onePerPlace(faults: readonly Fault[]): Fault[] {
  const places = new Set<string>();
  return faults.filter(({ pointer }) => !places.has(pointer) && places.add(pointer));
}
