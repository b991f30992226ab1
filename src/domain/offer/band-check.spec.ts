import fc from 'fast-check';
import { checkBand } from './band-check.js';
import { type JobBand, midpointOf, parseBands } from './job-band.js';
import type { OfferPackage } from './offer-package.js';
import { moneyText } from './pay-years.js';
import { missingApprovals, parseRules, requirementOf, DEFAULT_RULES, approvesAs } from './approval-rules.js';
import { checkWords, missingWords } from './offer-words.js';

const BAND: JobBand = {
  level: '',
  currency: 'USD',
  base: { minimum: '205000', midpoint: null, maximum: '215000' },
  bonus: { measure: 'percent_of_base', minimum: '10', maximum: '15' },
  equity: { measure: 'percent_of_shares', minimum: '0.05', maximum: null },
};
const GIVEN: OfferPackage = {
  currency: 'USD',
  level: '',
  base: '210000',
  bonuses: [{ name: 'Yearly', assurance: 'target', amount: { kind: 'percent_of_base', percent: '15' }, year: null }],
  equity: [
    {
      name: 'Equity',
      grant: { kind: 'percent_of_shares', percent: '0.07', of: 'the company', statedValue: null },
      vesting: { months: 48, cliffMonths: 12, everyMonths: 1, yearlyPercents: null },
      acceleration: null,
    },
  ],
  signOn: null,
  relocation: null,
  stipends: [],
  startsOn: null,
  expiresAt: null,
  rates: [],
  notes: '',
};
const RATE = { from: 'USD', to: 'CNY', rate: '7.1204', source: "People's Bank of China, central parity", asOf: '2026-03-03' };
const standings = (given: OfferPackage, bands: readonly JobBand[] = [BAND]) =>
  checkBand(given, bands).parts.map(({ part, standing, by }) => [part, standing, by]);

describe('a package against its band', () => {
  it('says within, above or below, and by how much', () => {
    expect(standings(GIVEN)).toEqual([
      ['base', 'within', null],
      ['bonus', 'within', null],
      ['equity', 'within', null],
    ]);
    expect(checkBand(GIVEN, [BAND])).toMatchObject({ standing: 'within', parts: [{ compaRatio: '1' }, { offered: '15' }, { offered: '0.07' }] });
    expect(standings({ ...GIVEN, base: '204999.99' })[0]).toEqual(['base', 'below', '0.01']);
    const rich = { ...GIVEN, base: '230000', bonuses: [{ ...GIVEN.bonuses[0]!, amount: { kind: 'amount', value: '57500' } }] } as const;
    expect(standings(rich)).toEqual([
      ['base', 'above', '15000'],
      ['bonus', 'above', '10'],
      ['equity', 'within', null],
    ]);
    expect(checkBand(rich, [BAND]).parts[0]?.compaRatio).toBe('1.0952');
  });

  it('never reads one measure as another, nor a currency without a recorded rate', () => {
    const valued = { ...GIVEN, equity: [{ ...GIVEN.equity[0]!, grant: { kind: 'value', value: '200000' } }] } as const;
    expect(standings(valued)[2]).toEqual(['equity', 'not_comparable', null]);
    expect(checkBand(valued, [BAND]).standing).toBe('not_comparable');
    expect(checkBand({ ...GIVEN, currency: 'CNY' }, [BAND])).toMatchObject({ standing: 'not_comparable', why: 'no_rate', band: null });
    expect(checkBand({ ...GIVEN, level: 'L6' }, [BAND]).why).toBe('no_band_for_level');
    expect(checkBand(GIVEN, []).why).toBe('no_bands');
  });

  it('reads another currency by the rate on record, either way round, and names it', () => {
    const yuan = { ...GIVEN, currency: 'CNY', base: '1495284', rates: [RATE] };
    const check = checkBand(yuan, [BAND]);
    expect(check).toMatchObject({ standing: 'within', rate: RATE });
    expect(check.parts[0]).toMatchObject({ offered: '210000', compaRatio: '1' });
    expect(checkWords(check).at(-1)).toBe("Read at 1 USD = 7.1204 CNY (People's Bank of China, central parity, 2026-03-03).");
    const other = { ...RATE, from: 'CNY', to: 'USD', rate: '0.14' };
    expect(checkBand({ ...yuan, base: '1500000', rates: [other] }, [BAND]).parts[0]?.offered).toBe('210000');
  });

  it('more base never stands lower, and the distance is to the end it passed', () => {
    const order = ['below', 'within', 'above'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000_000 }), fc.integer({ min: 0, max: 1_000_000 }), (cents, more) => {
        const at = (minor: number) => checkBand({ ...GIVEN, base: moneyText(BigInt(minor), 'USD') }, [BAND]).parts[0];
        expect(order.indexOf(at(cents + more)?.standing ?? '')).toBeGreaterThanOrEqual(order.indexOf(at(cents)?.standing ?? ''));
      }),
    );
  });

  it('a band out of order, or twice for one level and currency, is refused by name', () => {
    const wrong = [
      { ...BAND, base: { minimum: '10', midpoint: '30', maximum: '20' } },
      BAND,
      { ...BAND, base: { minimum: '9', midpoint: null, maximum: '8' } },
    ];
    expect(() => parseBands(wrong, '/bands')).toThrow();
    try {
      parseBands(wrong, '/bands');
    } catch (error) {
      expect(error).toMatchObject({
        faults: [{ pointer: '/bands/0/base/midpoint' }, { pointer: '/bands/1' }, { pointer: '/bands/2/base/maximum' }, { pointer: '/bands/2' }],
      });
    }
    expect(midpointOf({ ...BAND, base: { minimum: '0.01', midpoint: null, maximum: '0.02' } })).toBe('0.015');
  });
});

describe('what an offer needs', () => {
  const outside = requirementOf(DEFAULT_RULES, { standing: 'outside' });
  const approver = (userId: string, seat: 'offer_approver' | 'hiring_manager' = 'offer_approver') => ({ userId, seat });

  it('is more outside the band, and the same where it cannot be checked', () => {
    expect(requirementOf(DEFAULT_RULES, { standing: 'within' }).needs).toEqual([{ seat: 'offer_approver', count: 1 }]);
    expect(requirementOf(DEFAULT_RULES, { standing: 'not_comparable' })).toEqual(outside);
    expect(missingWords(outside, missingApprovals(outside, [approver('a')]), false)).toEqual([
      'Say in words why the offer leaves the band.',
      'Missing: the approval of one offer approver and of one hiring manager.',
    ]);
  });

  it('counts each person once, never who submitted it, and each for a seat that is missing', () => {
    expect(approvesAs(outside, [], 'a', { userId: 'a', seats: ['offer_approver'] })).toBeNull();
    expect(approvesAs(outside, [approver('a')], 's', { userId: 'a', seats: ['hiring_manager'] })).toBeNull();
    expect(approvesAs(outside, [approver('a'), approver('b')], 's', { userId: 'c', seats: ['offer_approver', 'hiring_manager'] })).toBe(
      'hiring_manager',
    );
    expect(approvesAs(outside, [approver('a'), approver('b')], 's', { userId: 'c', seats: ['offer_approver'] })).toBeNull();
  });

  it('rules that ask for nothing, or for less outside than within, are refused', () => {
    const one = [{ seat: 'offer_approver', count: 1 }];
    const pointers = (rules: unknown) => {
      try {
        parseRules(rules, '/rules');
        return [];
      } catch (error) {
        return error instanceof Object && 'faults' in error ? (error.faults as { pointer: string }[]).map(({ pointer }) => pointer) : ['?'];
      }
    };
    expect(pointers({ within: [], outside: one, reasonOutside: true })).toEqual(['/rules/within']);
    expect(pointers({ within: [{ seat: 'offer_approver', count: 2 }], outside: one, reasonOutside: true })).toEqual(['/rules/outside']);
    expect(pointers({ within: one, outside: [...one, ...one], reasonOutside: false })).toEqual(['/rules/outside']);
    expect(pointers({ within: one, outside: one, reasonOutside: false })).toEqual([]);
  });
});
