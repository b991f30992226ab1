/**
 * The structure of a template pack as JSON, beyond the rubric, plan and kits it is made of.
 *
 * Source: framework descriptions; the layout is described beside `TemplatePack`.
 */
import { dictionary, finiteNumber, keyText, list, nullable, object, oneOf, optional, tagged, text, wholeNumber } from '../json-shape.js';
import type { Shape } from '../json-shape.js';
import {
  OFFER_LINE_KINDS,
  type JobRequirement,
  type OfferAmount,
  type OfferLine,
  type OfferShape,
  type PackVariant,
  type PayBand,
  type TemplateJob,
  type TemplatePack,
} from './template-pack.js';

const words = text({ maximum: 200 });
const sentences = text({ maximum: 2000 });
const currency: Shape<string> = (value, pointer, faults): value is string => {
  if (typeof value === 'string' && /^[A-Z]{3}$/.test(value)) return true;
  faults.push({ pointer, code: 'not_a_currency', detail: 'must be a currency code of three capital letters' });
  return false;
};

export const requirementShape = object<JobRequirement>({ text: sentences, level: oneOf(['required', 'preferred']) });
export const bandShape = object<PayBand>({ currency, minimum: finiteNumber, maximum: finiteNumber, covers: optional(words) });

export const jobShape = object<TemplateJob>({
  title: words,
  summary: sentences,
  responsibilities: optional(list(sentences, { maximum: 30 })),
  requirements: list(object<JobRequirement>({ text: sentences, level: oneOf(['required', 'preferred']) }), {
    maximum: 40,
  }),
  band: nullable(bandShape),
  locations: list(words, { minimum: 1, maximum: 30 }),
});

const range = { minimum: finiteNumber, maximum: nullable(finiteNumber) };
const amount: Shape<OfferAmount> = tagged<OfferAmount>('measure', {
  money: object<Extract<OfferAmount, { measure: 'money' }>>({
    measure: oneOf(['money']),
    ...range,
    per: oneOf(['year', 'once', 'grant']),
  }),
  percent_of_base: object<Extract<OfferAmount, { measure: 'percent_of_base' }>>({
    measure: oneOf(['percent_of_base']),
    ...range,
  }),
  percent_of_shares: object<Extract<OfferAmount, { measure: 'percent_of_shares' }>>({
    measure: oneOf(['percent_of_shares']),
    ...range,
    of: words,
  }),
  unstated: object<Extract<OfferAmount, { measure: 'unstated' }>>({ measure: oneOf(['unstated']) }),
});

export const offerShape = object<OfferShape>({
  currency,
  lines: list(
    object<OfferLine>({
      kind: oneOf(OFFER_LINE_KINDS),
      name: words,
      amount,
      vestingYears: optional(finiteNumber),
      withinMonths: optional(wholeNumber(1, 240)),
      condition: optional(sentences),
      standing: oneOf(['offered', 'asked']),
    }),
    { minimum: 1, maximum: 30 },
  ),
  notes: optional(list(sentences, { maximum: 20 })),
});

/** What `pack.json` holds. */
export type PackSheet = Pick<TemplatePack, 'key' | 'name' | 'summary' | 'variants' | 'origins'>;

export const packSheetShape = object<PackSheet>({
  key: keyText,
  name: words,
  summary: sentences,
  variants: list(object<PackVariant>({ name: words, description: sentences }), { maximum: 20 }),
  origins: dictionary(oneOf(['source', 'proposed']), { maximum: 1000 }),
});
