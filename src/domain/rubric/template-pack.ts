/**
 * A template pack: one hiring process as data, from which an organisation starts in a single call. A pack is six JSON files
 * in `src/templates/<key>/`:
 *
 *   pack.json    { key, name, summary, variants, origins }
 *   job.json     TemplateJob
 *   plan.json    InterviewPlanContent
 *   rubric.json  RubricContent
 *   kits.json    InterviewKit[]
 *   offer.json   OfferShape
 *
 * Whether a part is a fact of the real process (`source`) or was completed by us (`proposed`) is kept apart in
 * `pack.json`, so that the parts stay exactly what the product stores. `origins` maps JSON pointers into the whole pack
 * (`/rubric/criteria/2`, `/plan/rounds/1/minutes`) to an origin; the longest pointer that leads to a value decides. Every
 * element named by `originPointers` has an entry of its own.
 *
 * Source: framework descriptions, "each part of a pack carries origin: source | proposed".
 */
import type { InterviewKit, InterviewPlanContent } from '../interview-plan.js';
import type { RubricContent } from './rubric.js';

export type Origin = 'source' | 'proposed';

export interface JobRequirement {
  readonly text: string;
  readonly level: 'required' | 'preferred';
}

/** Yearly base pay. */
export interface PayBand {
  /** ISO 4217. */
  readonly currency: string;
  readonly minimum: number;
  readonly maximum: number;
  /** What the band covers where that is wider than the seat, for example every location in a country. */
  readonly covers?: string;
}

export interface TemplateJob {
  readonly title: string;
  readonly summary: string;
  readonly responsibilities?: readonly string[];
  readonly requirements: readonly JobRequirement[];
  readonly band: PayBand | null;
  readonly locations: readonly string[];
}

export const OFFER_LINE_KINDS = ['base', 'bonus', 'equity', 'sign_on', 'relocation', 'stipend', 'acceleration', 'total'] as const;
export type OfferLineKind = (typeof OFFER_LINE_KINDS)[number];

/** A single figure has `minimum` = `maximum`; `maximum: null` is "from". */
export type OfferAmount =
  | {
      readonly measure: 'money';
      readonly minimum: number;
      readonly maximum: number | null;
      readonly per: 'year' | 'once' | 'grant';
    }
  | { readonly measure: 'percent_of_base'; readonly minimum: number; readonly maximum: number | null }
  | {
      readonly measure: 'percent_of_shares';
      readonly minimum: number;
      readonly maximum: number | null;
      readonly of: string;
    }
  /** Part of the offer without a stated figure. */
  | { readonly measure: 'unstated' };

export interface OfferLine {
  readonly kind: OfferLineKind;
  readonly name: string;
  readonly amount: OfferAmount;
  /** Years over which a grant vests. */
  readonly vestingYears?: number;
  /** Months from the start within which the line holds, for example an acceleration. */
  readonly withinMonths?: number;
  /** When the figure holds: seniority, experience, a record, a kind of company. */
  readonly condition?: string;
  /** `asked`: not in the standing offer but commonly asked for. */
  readonly standing: 'offered' | 'asked';
}

export interface OfferShape {
  /** ISO 4217, for every money amount. */
  readonly currency: string;
  readonly lines: readonly OfferLine[];
  readonly notes?: readonly string[];
}

/** Another way the same process is run: an order, an extra seat. */
export interface PackVariant {
  readonly name: string;
  readonly description: string;
}

export interface TemplatePack {
  /** The folder's name: lower case, hyphens. */
  readonly key: string;
  readonly name: string;
  readonly summary: string;
  readonly variants: readonly PackVariant[];
  readonly origins: Readonly<Record<string, Origin>>;
  readonly job: TemplateJob;
  readonly plan: InterviewPlanContent;
  readonly rubric: RubricContent;
  readonly kits: readonly InterviewKit[];
  readonly offer: OfferShape;
}

function each(path: string, list: readonly unknown[]): string[] {
  return list.map((_, index) => `${path}/${index}`);
}

/**
 * The JSON pointers of a pack that must carry an origin of their own.
 *
 * In: a pack. Out: pointers in document order: the job and each requirement, each round, the deadlines, the scale, each
 * criterion and its set of anchors, each signal, form and gate, the policy, each kit, offer line and variant.
 * Source: framework descriptions, opening paragraph.
 */
export function originPointers(pack: Omit<TemplatePack, 'origins'>): string[] {
  return [
    ...each('/variants', pack.variants),
    '/job',
    ...each('/job/requirements', pack.job.requirements),
    ...each('/plan/rounds', pack.plan.rounds),
    '/plan/deadlines',
    '/rubric/scale',
    ...pack.rubric.criteria.flatMap((_, index) => [`/rubric/criteria/${index}`, `/rubric/criteria/${index}/anchors`]),
    ...each('/rubric/signals', pack.rubric.signals),
    ...each('/rubric/evidenceForms', pack.rubric.evidenceForms),
    ...each('/rubric/gates', pack.rubric.gates),
    '/rubric/policy',
    ...each('/kits', pack.kits),
    ...each('/offer/lines', pack.offer.lines),
  ];
}

/**
 * Where a value of a pack comes from: the entry with the longest pointer at or above it.
 *
 * In: a pack and a JSON pointer into it. Out: the origin; `proposed` where no entry leads to the value, so that nothing is
 * ever called a fact by accident.
 */
export function originOf(pack: Pick<TemplatePack, 'origins'>, pointer: string): Origin {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const origin = pack.origins[at];
    if (origin !== undefined) return origin;
  }
  return pack.origins[''] ?? 'proposed';
}
