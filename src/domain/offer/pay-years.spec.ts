import fc from 'fast-check';
import { decimalPattern, valueOf } from './decimal.js';
import { parsePackage } from './offer-package-structure.js';
import type { EquityGrant, OfferPackage } from './offer-package.js';
import { assuredOf, moneyText, payYears, repayableAfter, totalOf, valueOfGrant, wholeOf } from './pay-years.js';

const PLAIN: OfferPackage = {
  currency: 'USD',
  level: '',
  base: '155000',
  bonuses: [],
  equity: [],
  signOn: null,
  relocation: null,
  stipends: [],
  startsOn: null,
  expiresAt: null,
  rates: [],
  notes: '',
};
const even = { months: 48, cliffMonths: 0, everyMonths: 1, yearlyPercents: null } as const;
const grant = (value: string, more: Partial<EquityGrant> = {}): EquityGrant => ({
  name: 'Grant',
  grant: { kind: 'value', value },
  vesting: even,
  acceleration: null,
  ...more,
});
const totals = (given: OfferPackage) => payYears(given).years.map((year) => moneyText(totalOf(year), given.currency));

const money = fc.integer({ min: 0, max: 99_999_999 }).map((cents) => moneyText(BigInt(cents), 'USD'));
const percent = fc.integer({ min: 0, max: 9_999 }).map((hundredths) => moneyText(BigInt(hundredths), 'USD'));
const vesting = fc
  .record({ months: fc.integer({ min: 1, max: 120 }), everyMonths: fc.constantFrom(1, 3, 6, 12) })
  .chain(({ months, everyMonths }) =>
    fc.integer({ min: 0, max: months }).map((cliffMonths) => ({ months, everyMonths, cliffMonths, yearlyPercents: null })),
  );
const anyGrant: fc.Arbitrary<EquityGrant> = fc.record({
  name: fc.constant('Grant'),
  grant: fc.oneof(
    fc.record({ kind: fc.constant('value' as const), value: money }),
    fc.record({
      kind: fc.constant('units' as const),
      units: fc.integer({ min: 0, max: 99_999 }).map(String),
      unitValue: percent,
      valuedBy: fc.constant('Board, 1 March'),
    }),
  ),
  vesting,
  acceleration: fc.constant(null),
});
const anyPackage: fc.Arbitrary<OfferPackage> = fc
  .record({
    base: money,
    bonuses: fc.array(
      fc.record({
        name: fc.constant('Bonus'),
        assurance: fc.constantFrom('guaranteed' as const, 'target' as const, 'discretionary' as const),
        amount: fc.oneof(
          fc.record({ kind: fc.constant('amount' as const), value: money }),
          fc.record({ kind: fc.constant('percent_of_base' as const), percent }),
        ),
        year: fc.constantFrom(null, 1, 3),
      }),
      { maxLength: 3 },
    ),
    equity: fc.array(anyGrant, { maxLength: 3 }),
    signOn: fc.option(
      fc.record({
        amount: money,
        clawBack: fc.option(fc.record({ months: fc.integer({ min: 1, max: 36 }), manner: fc.constantFrom('whole' as const, 'pro_rata' as const) })),
      }),
    ),
    stipends: fc.array(
      fc.record({
        name: fc.constant('Stipend'),
        amount: money,
        per: fc.constantFrom('month' as const, 'quarter' as const, 'year' as const, 'once' as const),
      }),
      { maxLength: 3 },
    ),
  })
  .map((parts) => ({ ...PLAIN, ...parts }));

/** Ten times every figure. */
function tenfold(text: string): string {
  return moneyText((valueOf(text).over * 1000n) / valueOf(text).under, 'USD');
}

describe('a package year by year', () => {
  it('the worked example: 155,000 base, 30,000 sign-on, 200,000 over four years', () => {
    const given = { ...PLAIN, equity: [grant('200000')], signOn: { amount: '30000', clawBack: null } };
    expect(totals(given)).toEqual(['235000.00', '205000.00', '205000.00', '205000.00']);
  });

  it('a cliff, a front-loaded grant, a bonus of one year, stipends by their period', () => {
    const given: OfferPackage = {
      ...PLAIN,
      base: '100000',
      bonuses: [
        { name: 'Yearly', assurance: 'target', amount: { kind: 'percent_of_base', percent: '12.5' }, year: null },
        { name: 'First year', assurance: 'guaranteed', amount: { kind: 'amount', value: '5000' }, year: 1 },
        { name: 'Launches', assurance: 'discretionary', amount: { kind: 'unstated' }, year: null },
      ],
      equity: [
        grant('100000', { vesting: { ...even, cliffMonths: 18 } }),
        grant('1000', { vesting: { ...even, yearlyPercents: ['40', '30', '20', '10'] } }),
      ],
      stipends: [
        { name: 'Lunch', amount: '100', per: 'month' },
        { name: 'Learning', amount: '250', per: 'quarter' },
        { name: 'Desk', amount: '900', per: 'once' },
      ],
    };
    const { years, uncounted } = payYears(given);
    expect(years.map((year) => moneyText(year.equity, 'USD'))).toEqual(['400.00', '50300.00', '25200.00', '25100.00']);
    expect(years.map((year) => moneyText(year.stipends, 'USD'))).toEqual(['3100.00', '2200.00', '2200.00', '2200.00']);
    expect(years.map((year) => moneyText(assuredOf(year), 'USD'))).toEqual(['108100.00', '102200.00', '102200.00', '102200.00']);
    expect(uncounted).toEqual([{ part: 'bonus', name: 'Launches', percentByYear: null }]);
  });

  it('whole units vest whole, and their years add up to the grant', () => {
    const odd = grant('0', { grant: { kind: 'units', units: '1001', unitValue: '14.2575', valuedBy: '409A' }, vesting: { ...even, months: 36 } });
    const { grants } = payYears({ ...PLAIN, equity: [odd] });
    expect(grants[0]?.years.map((year) => year.units)).toEqual(['333', '334', '334', '0']);
    expect(moneyText(grants[0]?.years.reduce((sum, year) => sum + (year.value ?? 0n), 0n) ?? 0n, 'USD')).toBe('14271.76');
  });

  it('what must be paid back falls with the months, or stays whole until the last', () => {
    const proRata = { amount: '25000', clawBack: { months: 24, manner: 'pro_rata' } } as const;
    expect([0, 6, 12, 23, 24].map((month) => moneyText(repayableAfter(proRata, month, 'USD'), 'USD'))).toEqual([
      '25000.00',
      '18750.00',
      '12500.00',
      '1041.67',
      '0.00',
    ]);
    const whole = { amount: '25000', clawBack: { months: 24, manner: 'whole' } } as const;
    expect(moneyText(repayableAfter(whole, 23, 'USD'), 'USD')).toBe('25000.00');
  });

  it('a currency without a smaller unit is rounded to whole ones, once', () => {
    const yen = {
      ...PLAIN,
      currency: 'JPY',
      base: '10000001',
      bonuses: [{ name: 'B', assurance: 'target', amount: { kind: 'percent_of_base', percent: '12.5' }, year: null }],
    } as const;
    expect(totals(yen)[0]).toBe('11250001');
  });

  it('years add up to the whole, and each grant to its value, to the last digit', () => {
    fc.assert(
      fc.property(anyPackage, (given) => {
        const { years, grants } = payYears(given, 10);
        expect(years.map(totalOf).reduce((sum, one) => sum + one, 0n)).toBe(totalOf(wholeOf(years)));
        given.equity.forEach((one, index) =>
          expect(grants[index]?.years.reduce((sum, year) => sum + (year.value ?? 0n), 0n)).toBe(valueOfGrant(one, 'USD')),
        );
      }),
    );
  });

  it('more of anything is never less in any year', () => {
    fc.assert(
      fc.property(anyPackage, money, (given, more) => {
        const before = payYears(given, 10).years.map(totalOf);
        const richer = { ...given, equity: [...given.equity, grant(more, { vesting: { ...even, cliffMonths: 12 } })], base: tenfold(given.base) };
        payYears(richer, 10).years.forEach((year, index) => expect(totalOf(year) >= (before[index] ?? 0n)).toBe(true));
      }),
    );
  });

  it('ten times every stated figure is ten times the whole', () => {
    fc.assert(
      fc.property(anyPackage, (given) => {
        const plain = { ...given, bonuses: [], equity: given.equity.filter((one) => one.grant.kind === 'value') };
        const big = {
          ...plain,
          base: tenfold(plain.base),
          equity: plain.equity.map((one) =>
            one.grant.kind === 'value' ? { ...one, grant: { ...one.grant, value: tenfold(one.grant.value) } } : one,
          ),
          signOn: plain.signOn && { ...plain.signOn, amount: tenfold(plain.signOn.amount) },
          stipends: plain.stipends.map((one) => ({ ...one, amount: tenfold(one.amount) })),
        };
        expect(totalOf(wholeOf(payYears(big, 10).years))).toBe(10n * totalOf(wholeOf(payYears(plain, 10).years)));
      }),
    );
  });

  it('is read byte for byte, and every fault is named', () => {
    fc.assert(fc.property(anyPackage, (given) => expect(parsePackage(given, '/package')).toBe(given)));
    const bad = {
      ...PLAIN,
      currency: 'USX',
      base: 155000,
      equity: [{ ...grant('1'), vesting: { ...even, cliffMonths: -1 } }],
      startsOn: '2026-02-30',
      expiresAt: 'soon',
      more: 1,
    };
    expect(faultsOf(bad)).toEqual([
      '/package/more',
      '/package/currency',
      '/package/base',
      '/package/equity/0/vesting/cliffMonths',
      '/package/startsOn',
      '/package/expiresAt',
    ]);
    const inconsistent: OfferPackage = {
      ...PLAIN,
      currency: 'JPY',
      base: '100.5',
      equity: [grant('1', { vesting: { ...even, everyMonths: 5, cliffMonths: 60, yearlyPercents: ['50', '50', '1', '0'] } })],
      rates: [
        { from: 'USD', to: 'JPY', rate: '0', source: 'x', asOf: '2026-01-01' },
        { from: 'JPY', to: 'USD', rate: '1', source: 'x', asOf: '2026-01-01' },
      ],
    };
    expect(faultsOf(inconsistent)).toEqual([
      '/package/base',
      '/package/equity/0/vesting/cliffMonths',
      '/package/equity/0/vesting/everyMonths',
      '/package/equity/0/vesting/yearlyPercents',
      '/package/rates/0/rate',
      '/package/rates/1',
    ]);
  });

  it('a decimal is digits and at most one point, with no sign, exponent or grouping', () => {
    for (const text of ['', '-1', '+1', '01', '1.', '.5', '1e3', '1,000', ' 1', '1\n', '９', '1.123'])
      expect([text, decimalPattern(2).test(text)]).toEqual([text, false]);
    for (const text of ['0', '0.05', '999999999999999.99']) expect(decimalPattern(2).test(text)).toBe(true);
  });
});

function faultsOf(value: unknown): string[] {
  try {
    parsePackage(value, '/package');
    return [];
  } catch (error) {
    return error instanceof Object && 'faults' in error ? (error.faults as { pointer: string }[]).map(({ pointer }) => pointer) : ['?'];
  }
}
