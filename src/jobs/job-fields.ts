import { parseDebriefSettings } from '../domain/debrief/debrief-policy.js';
import type { DebriefSettings } from '../domain/debrief/debrief-policy.js';
import { list, nullable, parseAs, type Shape } from '../domain/json-shape.js';
import { invalid, Refusal } from '../domain/refusal.js';
import { bandShape, offerShape, requirementShape } from '../domain/rubric/template-pack-structure.js';
import type { JobRequirement, OfferShape, PayBand, TemplatePack } from '../domain/rubric/template-pack.js';
import type { VisibilityPolicy } from '../domain/visibility/visibility.js';
import type { JobFields } from './jobs.store.js';

/** What a caller may say about a job; everything left out keeps what it was. */
export interface JobInput {
  readonly title?: string;
  readonly summary?: string;
  readonly department?: string;
  readonly location?: string;
  readonly country?: string;
  readonly timeZone?: string;
  readonly rubricVersionId?: string | null;
  readonly planId?: string | null;
  readonly visibilityPolicy?: VisibilityPolicy;
  readonly debriefPolicy?: DebriefSettings;
  readonly responsibilities?: readonly string[];
  readonly requirements?: readonly JobRequirement[];
  readonly band?: PayBand | null;
  readonly offerShape?: OfferShape | null;
}

const requirements = list(requirementShape, { maximum: 40 });
const band = nullable(bandShape);
const offer = nullable(offerShape);

/** The fields of a new job: what the caller said, else what the pack says, else nothing. */
export function fieldsFrom(input: JobInput, pack: TemplatePack | undefined): JobFields {
  const title = input.title ?? pack?.job.title;
  if (title === undefined) throw invalid([{ pointer: '/title', code: 'required', detail: 'give a title, or a template that has one' }]);
  const fromPack = {
    summary: pack?.job.summary ?? '',
    location: pack?.job.locations.join('; ') ?? '',
    responsibilities: pack?.job.responsibilities ?? [],
    requirements: pack?.job.requirements ?? [],
    band: pack?.job.band ?? null,
    offerShape: pack?.offer ?? null,
  };
  const bare = {
    department: '',
    country: 'US',
    timeZone: 'UTC',
    rubricVersionId: null,
    planId: null,
    visibilityPolicy: 'after_own',
    debriefPolicy: {},
  } as const;
  return changedFields({ title, ...bare, ...fromPack }, input);
}

/** The fields after a change. Errors: `validation_failed` naming every fault in the structured members. */
export function changedFields(before: JobFields, input: JobInput): JobFields {
  const said = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const after: JobFields = { ...before, ...pick(said, before) };
  return {
    ...after,
    debriefPolicy: under('/debriefPolicy', () => parseDebriefSettings(after.debriefPolicy)),
    requirements: shaped('/requirements', requirements, after.requirements),
    band: shaped('/band', band, after.band),
    offerShape: shaped('/offerShape', offer, after.offerShape),
  };
}

/** Only members a job has. */
function pick(said: Readonly<Record<string, unknown>>, fields: JobFields): Partial<JobFields> {
  return Object.fromEntries(
    Object.keys(fields)
      .filter((key) => key in said)
      .map((key) => [key, said[key]]),
  );
}

/** What differs, member by member, for the record. */
export function differences(before: JobFields, after: JobFields): { before: Record<string, unknown>; after: Record<string, unknown> } {
  const was = Object.entries(before);
  const is = new Map<string, unknown>(Object.entries(after));
  const changed = was.filter(([key, value]) => is.has(key) && JSON.stringify(value) !== JSON.stringify(is.get(key)));
  return { before: Object.fromEntries(changed), after: Object.fromEntries(changed.map(([key]) => [key, is.get(key)])) };
}

function shaped<T>(place: string, shape: Shape<T>, value: T): T {
  return under(place, () => parseAs(shape, value));
}

function under<T>(place: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw invalid(error.faults.map((fault) => ({ ...fault, pointer: place + fault.pointer })));
  }
}
