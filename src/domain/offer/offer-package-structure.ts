/**
 * A package as JSON: its structure, and what must hold among its figures. Every fault is named at once.
 *
 * Source: the layout beside `OfferPackage`.
 */
import { DateTime } from 'luxon';
import { list, nullable, object, oneOf, tagged, text, wholeNumber, type Shape } from '../json-shape.js';
import { type Fault, invalid } from '../refusal.js';
import { currencyShape, minorDigits } from './currency.js';
import { decimal, valueOf } from './decimal.js';
import { compare, fraction, plus, ZERO } from './fraction.js';
import type {
  Acceleration,
  Bonus,
  BonusAmount,
  ClawBack,
  EquityGrant,
  Grant,
  OfferPackage,
  OnePayment,
  RecordedRate,
  Stipend,
  Vesting,
} from './offer-package.js';

const name = text({ maximum: 200 });
const words = text({ maximum: 2000 });
/** Money is checked to its currency's digits once the currency is known. */
const money = decimal(3);
const percent = decimal(8);

function shaped(code: string, detail: string, holds: (value: string) => boolean): Shape<string> {
  return (value, pointer, faults): value is string => {
    if (typeof value === 'string' && holds(value)) return true;
    faults.push({ pointer, code, detail });
    return false;
  };
}

const day = shaped(
  'not_a_date',
  'must be a day as YYYY-MM-DD',
  (value) => /^(19|20|21)\d\d-\d\d-\d\d$/.test(value) && DateTime.fromISO(value).isValid,
);
const INSTANT = /^(19|20|21)\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;
const instant = shaped(
  'not_a_time',
  'must be a time with its offset, as 2026-03-31T18:00:00Z',
  (value) => INSTANT.test(value) && DateTime.fromISO(value).isValid,
);

const bonusAmount = tagged<BonusAmount>('kind', {
  amount: object<Extract<BonusAmount, { kind: 'amount' }>>({ kind: oneOf(['amount']), value: money }),
  percent_of_base: object<Extract<BonusAmount, { kind: 'percent_of_base' }>>({ kind: oneOf(['percent_of_base']), percent }),
  unstated: object<Extract<BonusAmount, { kind: 'unstated' }>>({ kind: oneOf(['unstated']) }),
});
const bonus = object<Bonus>({
  name,
  assurance: oneOf(['guaranteed', 'target', 'discretionary']),
  amount: bonusAmount,
  year: nullable(wholeNumber(1, 10)),
});
const grant = tagged<Grant>('kind', {
  value: object<Extract<Grant, { kind: 'value' }>>({ kind: oneOf(['value']), value: money }),
  units: object<Extract<Grant, { kind: 'units' }>>({ kind: oneOf(['units']), units: decimal(0), unitValue: decimal(8), valuedBy: name }),
  percent_of_shares: object<Extract<Grant, { kind: 'percent_of_shares' }>>({
    kind: oneOf(['percent_of_shares']),
    percent,
    of: name,
    statedValue: nullable(money),
  }),
  unstated: object<Extract<Grant, { kind: 'unstated' }>>({ kind: oneOf(['unstated']) }),
});
const vesting = object<Vesting>({
  months: wholeNumber(1, 120),
  cliffMonths: wholeNumber(0, 120),
  everyMonths: wholeNumber(1, 12),
  yearlyPercents: nullable(list(percent, { minimum: 1, maximum: 10 })),
});
const acceleration = object<Acceleration>({
  trigger: oneOf(['single', 'double']),
  condition: words,
  percent,
  withinMonths: nullable(wholeNumber(1, 120)),
});
const equityGrant = object<EquityGrant>({ name, grant, vesting, acceleration: nullable(acceleration) });
const onePayment = object<OnePayment>({
  amount: money,
  clawBack: nullable(object<ClawBack>({ months: wholeNumber(1, 120), manner: oneOf(['whole', 'pro_rata']) })),
});
const stipend = object<Stipend>({ name, amount: money, per: oneOf(['month', 'quarter', 'year', 'once']) });
const rate = object<RecordedRate>({ from: currencyShape, to: currencyShape, rate: decimal(12), source: name, asOf: day });

const packageShape = object<OfferPackage>({
  currency: currencyShape,
  level: text({ maximum: 100, blank: 'allowed' }),
  base: money,
  bonuses: list(bonus, { maximum: 10 }),
  equity: list(equityGrant, { maximum: 10 }),
  signOn: nullable(onePayment),
  relocation: nullable(onePayment),
  stipends: list(stipend, { maximum: 20 }),
  startsOn: nullable(day),
  expiresAt: nullable(instant),
  rates: list(rate, { maximum: 10 }),
  notes: text({ maximum: 4000, blank: 'allowed' }),
});

/**
 * Reads a package.
 *
 * In: a parsed JSON value, and where it stands in the request (`/package`). Out: the package, typed, byte for byte what was sent. Errors:
 * `validation_failed` naming every fault: structure first, then what does not hold among the figures.
 */
export function parsePackage(value: unknown, place: string): OfferPackage {
  const found: Fault[] = [];
  if (!packageShape(value, place, found)) throw invalid(found);
  const faults = [...moneyFaults(value), ...value.equity.flatMap(grantFaults), ...rateFaults(value)];
  if (faults.length > 0) throw invalid(faults.map((fault) => ({ ...fault, pointer: place + fault.pointer })));
  return value;
}

/** Every amount of money in a package, with where it stands. */
function amountsOf(given: OfferPackage): (readonly [pointer: string, amount: string])[] {
  return [
    ['/base', given.base],
    ...given.bonuses.flatMap(({ amount }, index) => (amount.kind === 'amount' ? [[`/bonuses/${index}/amount/value`, amount.value] as const] : [])),
    ...given.equity.flatMap(({ grant: one }, index) => {
      const stated = one.kind === 'value' ? ['value', one.value] : one.kind === 'percent_of_shares' ? ['statedValue', one.statedValue] : [];
      return stated[0] && stated[1] ? [[`/equity/${index}/grant/${stated[0]}`, stated[1]] as const] : [];
    }),
    ...(given.signOn ? [['/signOn/amount', given.signOn.amount] as const] : []),
    ...(given.relocation ? [['/relocation/amount', given.relocation.amount] as const] : []),
    ...given.stipends.map((one, index) => [`/stipends/${index}/amount`, one.amount] as const),
  ];
}

/** Nobody pays a fraction of the smallest unit. */
function moneyFaults(given: OfferPackage): Fault[] {
  const digits = minorDigits(given.currency) ?? 0;
  return amountsOf(given)
    .filter(([, amount]) => (amount.split('.')[1] ?? '').length > digits)
    .map(([pointer]) => ({ pointer, code: 'too_fine', detail: `${given.currency} has ${digits} digits after the point` }));
}

const HUNDRED = fraction(100n);

function grantFaults({ vesting: plan, acceleration: faster, grant: given }: EquityGrant, index: number): Fault[] {
  const at = `/equity/${index}`;
  const faults: Fault[] = [];
  const add = (pointer: string, code: string, detail: string) => faults.push({ pointer: at + pointer, code, detail });
  if (plan.cliffMonths > plan.months) add('/vesting/cliffMonths', 'too_long', 'is longer than the vesting itself');
  if (![1, 3, 6, 12].includes(plan.everyMonths)) add('/vesting/everyMonths', 'unknown_word', 'must be one of: 1, 3, 6, 12');
  if (plan.yearlyPercents) {
    const years = Math.ceil(plan.months / 12);
    const sum = plan.yearlyPercents.map(valueOf).reduce(plus, ZERO);
    if (plan.yearlyPercents.length !== years) add('/vesting/yearlyPercents', 'wrong_count', `must hold one share for each of the ${years} years`);
    else if (compare(sum, HUNDRED) !== 0) add('/vesting/yearlyPercents', 'wrong_sum', 'must add up to 100');
  }
  if (faster && compare(valueOf(faster.percent), HUNDRED) > 0) add('/acceleration/percent', 'too_large', 'is more than all that has not vested');
  if (given.kind === 'percent_of_shares' && compare(valueOf(given.percent), HUNDRED) > 0)
    add('/grant/percent', 'too_large', 'is more than all the shares');
  return faults;
}

function rateFaults({ rates }: OfferPackage): Fault[] {
  return rates.flatMap((one, index) => {
    const at = `/rates/${index}`;
    if (one.from === one.to) return [{ pointer: `${at}/to`, code: 'same_currency', detail: 'is the currency it comes from' }];
    if (valueOf(one.rate).over === 0n) return [{ pointer: `${at}/rate`, code: 'zero', detail: 'must be more than 0' }];
    const twice = rates.findIndex((other) => [other.from, other.to].sort().join() === [one.from, one.to].sort().join()) !== index;
    return twice ? [{ pointer: at, code: 'duplicate', detail: 'there is a rate between these two already' }] : [];
  });
}
