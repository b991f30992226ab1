/**
 * How much of a grant is vested after so many months, exactly. Between vesting dates nothing moves; before the cliff nothing is vested, at the
 * cliff everything earned so far is; at the end all of it.
 *
 * Source: product design, issue on offers: "vesting by months exactly".
 */
import { valueOf } from './decimal.js';
import { type Fraction, compare, fraction, minus, plus, times, ZERO } from './fraction.js';
import type { Acceleration, Vesting } from './offer-package.js';

const ALL = fraction(1n);
const HUNDREDTH = fraction(1n, 100n);

/** What is earned by a month, whether or not it has vested. */
function earned(plan: Vesting, month: number): Fraction {
  if (!plan.yearlyPercents) return fraction(BigInt(month), BigInt(plan.months));
  return plan.yearlyPercents.reduce((sum, percent, year) => {
    const length = Math.min(12, plan.months - 12 * year);
    const served = Math.min(Math.max(month - 12 * year, 0), length);
    return plus(sum, times(times(valueOf(percent), HUNDREDTH), fraction(BigInt(served), BigInt(length))));
  }, ZERO);
}

/**
 * The vested share of a grant.
 *
 * In: a checked schedule, whole months since the start date (0 or more). Out: 0 to 1, exact, never less for more months. Source: see above.
 */
export function vestedShare(plan: Vesting, month: number): Fraction {
  if (month >= plan.months) return ALL;
  if (month < plan.cliffMonths) return ZERO;
  const lastDate = Math.floor(month / plan.everyMonths) * plan.everyMonths;
  return earned(plan, Math.max(lastDate, plan.cliffMonths));
}

/**
 * The share that vests at once when the acceleration is triggered after so many months.
 *
 * In: a schedule, its acceleration, whole months since the start. Out: 0 to 1, exact; 0 outside its months. Source: see above.
 */
export function acceleratedShare(plan: Vesting, faster: Acceleration, month: number): Fraction {
  if (faster.withinMonths !== null && month > faster.withinMonths) return ZERO;
  const waiting = minus(ALL, vestedShare(plan, month));
  return compare(waiting, ZERO) > 0 ? times(waiting, times(valueOf(faster.percent), HUNDREDTH)) : ZERO;
}
