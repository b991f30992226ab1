/**
 * The package a draft starts from: the job's offer shape, the lower end of each figure that is part of the standing offer. What is only commonly asked for is
 * left out, and so is a line that holds under a condition where another of its kind holds without one: whether a condition is met is for people.
 *
 * Source: framework descriptions, offer shapes; product design, issue on offers.
 */
import type { OfferLine, OfferShape } from '../rubric/template-pack.js';
import { minorDigits } from './currency.js';
import { decimalOf } from './job-band.js';
import type { Bonus, EquityGrant, OfferPackage, Stipend } from './offer-package.js';

const NOTHING = '0';

/** In: an offer shape, or null. Out: a package that still needs a start and an expiry; null where the shape's currency is none. Pure. */
export function startingPackage(shape: OfferShape): OfferPackage | null {
  if (minorDigits(shape.currency) === undefined) return null;
  const lines = unconditioned(shape.lines.filter((line) => line.standing === 'offered'));
  const of = (kind: OfferLine['kind']) => lines.filter((line) => line.kind === kind);
  const once = (kind: 'sign_on' | 'relocation') => of(kind).map((line) => ({ amount: money(line), clawBack: null }))[0] ?? null;
  return {
    currency: shape.currency,
    level: '',
    base: of('base').map(money)[0] ?? NOTHING,
    bonuses: of('bonus').map(bonus),
    equity: of('equity').map(grant),
    signOn: once('sign_on'),
    relocation: once('relocation'),
    stipends: of('stipend').map(stipend),
    startsOn: null,
    expiresAt: null,
    rates: [],
    notes: '',
  };
}

function unconditioned(lines: readonly OfferLine[]): readonly OfferLine[] {
  return lines.filter(
    (line) => line.condition === undefined || !lines.some((other) => other.kind === line.kind && other.condition === undefined && stated(line)),
  );
}

function stated(line: OfferLine): boolean {
  return line.amount.measure !== 'unstated';
}

function money({ amount }: OfferLine): string {
  return amount.measure === 'money' ? (decimalOf(amount.minimum) ?? NOTHING) : NOTHING;
}

function bonus({ name, amount, condition }: OfferLine): Bonus {
  const assurance = condition === undefined ? 'target' : 'discretionary';
  if (amount.measure === 'money') return { name, assurance, amount: { kind: 'amount', value: decimalOf(amount.minimum) ?? NOTHING }, year: null };
  if (amount.measure === 'percent_of_base')
    return { name, assurance, amount: { kind: 'percent_of_base', percent: decimalOf(amount.minimum) ?? NOTHING }, year: null };
  return { name, assurance, amount: { kind: 'unstated' }, year: null };
}

function grant({ name, amount, vestingYears }: OfferLine): EquityGrant {
  const months = Math.min(120, Math.max(1, Math.round((vestingYears ?? 4) * 12)));
  const vesting = { months, cliffMonths: 0, everyMonths: 1, yearlyPercents: null };
  const plain = { name, vesting, acceleration: null };
  if (amount.measure === 'money') return { ...plain, grant: { kind: 'value', value: decimalOf(amount.minimum) ?? NOTHING } };
  if (amount.measure === 'percent_of_shares')
    return { ...plain, grant: { kind: 'percent_of_shares', percent: decimalOf(amount.minimum) ?? NOTHING, of: amount.of, statedValue: null } };
  return { ...plain, grant: { kind: 'unstated' } };
}

function stipend(line: OfferLine): Stipend {
  const { amount, name } = line;
  return { name, amount: money(line), per: amount.measure === 'money' && amount.per === 'once' ? 'once' : 'year' };
}
