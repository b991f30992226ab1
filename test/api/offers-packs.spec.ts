import { readFileSync } from 'node:fs';
import type { OfferPackage } from '../../src/domain/offer/offer-package.js';
import type { OfferShape } from '../../src/domain/rubric/template-pack.js';
import { OfferRooms, type OfferRoom, plainPackage } from '../support/offer-room.js';
import { TestApp } from '../support/test-app.js';

const shapeOf = (key: string) => JSON.parse(readFileSync(new URL(`../../src/templates/${key}/offer.json`, import.meta.url), 'utf8')) as OfferShape;
const four = (more: Partial<OfferPackage['equity'][number]['vesting']> = {}) => ({
  months: 48,
  cliffMonths: 12,
  everyMonths: 1,
  yearlyPercents: null,
  ...more,
});
const WHEN = { startsOn: '2026-05-04', expiresAt: '2026-03-18T18:00:00Z' };

interface Year {
  readonly total: string;
  readonly parts: Record<string, string>;
}

/** The offers of the two packs whose figures are known, run through the room as people would, to the last digit. */
describe('the figures of the packs', () => {
  let app: TestApp;
  let rooms: OfferRooms;
  beforeAll(async () => {
    app = await TestApp.start();
    rooms = new OfferRooms(app);
  });
  afterAll(() => app.stop());

  const started = async (room: OfferRoom, pack: string) => {
    await app.rows('update jobs set offer_shape = $2 where id = $1', [room.jobId, JSON.stringify(shapeOf(pack))]);
    const { body } = await app.as(room.recruiter).post(`/applications/${room.applicationId}/offers`, {}).expect(201);
    return { offerId: String(body.id), given: body.package as OfferPackage, body };
  };
  const comparison = async (room: OfferRoom, offerId: string) => (await app.as(room.approver).get(`/offers/${offerId}/comparison`).expect(200)).body;

  it('pack A: 205 to 215 thousand dollars, 15 percent, 0.07 percent over four years; asked for and met: sign-on, relocation, acceleration', async () => {
    const band = {
      level: '',
      currency: 'USD',
      base: { minimum: '205000', midpoint: null, maximum: '215000' },
      bonus: { measure: 'percent_of_base', minimum: '0', maximum: '15' },
      equity: { measure: 'percent_of_shares', minimum: '0', maximum: '0.07' },
    };
    const room = await rooms.build({ bands: [band] });
    const { offerId, given } = await started(room, 'xpeng-ai-pm');
    expect(given).toMatchObject({
      currency: 'USD',
      base: '205000',
      bonuses: [{ amount: { kind: 'percent_of_base', percent: '15' }, assurance: 'target' }],
      equity: [{ grant: { kind: 'percent_of_shares', percent: '0.07', of: 'the company', statedValue: null }, vesting: { months: 48 } }],
      signOn: null,
      relocation: null,
    });
    const offered: OfferPackage = { ...given, ...WHEN, equity: given.equity.map((one) => ({ ...one, vesting: four() })) };
    const revised = await app.as(room.recruiter).put(`/offers/${offerId}`, { package: offered }, 1).expect(200);
    expect(revised.body.check).toMatchObject({
      standing: 'within',
      parts: [{ compaRatio: '0.9762' }, { offered: '15', by: null }, { offered: '0.07', by: null }],
    });
    const plain = await comparison(room, offerId);
    expect(plain.packages[0].years.map((year: Year) => [year.parts['base'], year.parts['targetBonus'], year.total])).toEqual(
      Array.from({ length: 4 }, () => ['205000.00', '30750.00', '235750.00']),
    );
    expect(plain.packages[0].uncounted).toEqual([{ part: 'equity', name: 'Equity', percentByYear: ['0.0175', '0.0175', '0.0175', '0.0175'] }]);
    expect(plain.packages[0].whole.total).toBe('943000.00');

    for (const [by, move] of [
      [room.recruiter, 'submit'],
      [room.approver, 'approve'],
      [room.recruiter, 'extend'],
    ] as const)
      expect((await rooms.move(by, offerId, move)).status).toBe(200);
    const asked: OfferPackage = {
      ...offered,
      base: '215000',
      signOn: { amount: '30000', clawBack: { months: 12, manner: 'pro_rata' } },
      relocation: { amount: '10000', clawBack: null },
      equity: offered.equity.map((one) => ({
        ...one,
        grant: { kind: 'percent_of_shares', percent: '0.07', of: 'the company', statedValue: '420000' },
        acceleration: { trigger: 'double', condition: 'Change of control, then dismissal', percent: '100', withinMonths: 12 },
      })),
    };
    expect((await rooms.move(room.recruiter, offerId, 'counter', { package: asked, words: 'Sign-on, relocation, acceleration.' })).status).toBe(200);
    const [, counter] = (await comparison(room, offerId)).packages;
    expect(counter.years.map((year: Year) => [year.parts['equity'], year.total])).toEqual([
      ['105000.00', '392250.00'],
      ['105000.00', '352250.00'],
      ['105000.00', '352250.00'],
      ['105000.00', '352250.00'],
    ]);
    expect(counter.whole.total).toBe('1449000.00');
    expect(counter.grants[0].years.map((year: { accelerated: string }) => year.accelerated)).toEqual(['315000.00', '0.00', '0.00', '0.00']);
    expect(counter.against.whole).toMatchObject({
      total: '506000.00',
      parts: { base: '40000.00', targetBonus: '6000.00', equity: '420000.00', signOn: '30000.00', relocation: '10000.00' },
    });
    const { body: now } = await app.as(room.recruiter).get(`/offers/${offerId}`);
    await app.as(room.recruiter).put(`/offers/${offerId}`, { package: asked, reason: 'All of it.' }, now.version).expect(200);
    for (const [by, move] of [
      [room.recruiter, 'submit'],
      [room.secondApprover, 'approve'],
      [room.recruiter, 'extend'],
      [room.recruiter, 'accept'],
    ] as const)
      expect((await rooms.move(by, offerId, move)).status).toBe(200);
    const rounds = (await comparison(room, offerId)).packages.map((one: Record<string, unknown>) => [
      one['kind'],
      one['roundNumber'],
      (one['whole'] as Year).total,
    ]);
    expect(rounds).toEqual([
      ['table', 2, '1449000.00'],
      ['earlier', 1, '943000.00'],
      ['counter', 1, '1449000.00'],
    ]);
  });

  it('pack B: 650 thousand yuan, 150 bonus, 0.05 percent of the division, housing and health; five years of experience make it 750', async () => {
    const band = (level: string, base: string) => ({
      level,
      currency: 'CNY',
      base: { minimum: base, midpoint: base, maximum: base },
      bonus: { measure: 'amount', minimum: '150000', maximum: '150000' },
      equity: { measure: 'percent_of_shares', minimum: '0.05', maximum: '0.07' },
    });
    const room = await rooms.build({ bands: [band('', '650000'), band("Five years' AI experience", '750000')] });
    const { offerId, given, body } = await started(room, 'tencent-ai-pm');
    expect(given).toMatchObject({
      currency: 'CNY',
      base: '650000',
      bonuses: [
        { amount: { kind: 'amount', value: '150000' }, assurance: 'target' },
        { amount: { kind: 'unstated' }, assurance: 'discretionary' },
      ],
      equity: [{ grant: { percent: '0.05', of: 'the AI division' } }],
      stipends: [
        { name: 'Housing', amount: '30000', per: 'year' },
        { name: 'Health', amount: '20000', per: 'year' },
      ],
    });
    expect(body.check).toMatchObject({ standing: 'within', parts: [{ compaRatio: '1' }, { offered: '150000' }, { offered: '0.05' }] });
    const [table] = (await comparison(room, offerId)).packages;
    expect(table.years.map((year: Year) => year.total)).toEqual(Array.from({ length: 4 }, () => '850000.00'));
    expect(table.whole).toMatchObject({ total: '3400000.00', assured: '2800000.00', parts: { base: '2600000.00', stipends: '200000.00' } });
    expect(table.uncounted).toEqual([
      { part: 'bonus', name: 'Discretionary bonus', percentByYear: null },
      { part: 'equity', name: 'Equity', percentByYear: ['0.0125', '0.0125', '0.0125', '0.0125'] },
    ]);

    const senior: OfferPackage = {
      ...given,
      ...WHEN,
      level: "Five years' AI experience",
      base: '750000',
      equity: given.equity.map((one) => ({
        ...one,
        grant: { kind: 'percent_of_shares', percent: '0.07', of: 'the AI division', statedValue: null },
      })),
    };
    const raised = await app.as(room.recruiter).put(`/offers/${offerId}`, { package: senior, reason: 'Six years in AI.' }, 1).expect(200);
    expect(raised.body.check).toMatchObject({
      standing: 'within',
      band: { level: "Five years' AI experience" },
      parts: [{ compaRatio: '1' }, {}, { offered: '0.07' }],
    });
    const [now] = (await comparison(room, offerId)).packages;
    expect(now.whole.total).toBe('3800000.00');
    expect(now.uncounted[1].percentByYear).toEqual(['0.0175', '0.0175', '0.0175', '0.0175']);

    const rival = plainPackage({ base: '180000', signOn: { amount: '20000', clawBack: null } });
    const compete = (given: OfferPackage) =>
      rooms.move(room.recruiter, offerId, 'competing-offers', { package: given, employer: 'A rival', words: 'By letter.' });
    expect((await compete(rival)).status).toBe(200);
    const without = (await comparison(room, offerId)).packages[1];
    expect(without).toMatchObject({
      kind: 'competing',
      employer: 'A rival',
      currency: 'USD',
      conversion: 'not_comparable',
      rate: null,
      against: null,
    });
    expect(without.whole.total).toBe('740000.00');
    const rate = { from: 'USD', to: 'CNY', rate: '7.1204', source: 'Central parity', asOf: '2026-03-03' };
    expect((await compete({ ...rival, rates: [rate] })).status).toBe(200);
    const withRate = (await comparison(room, offerId)).packages[1];
    expect(withRate).toMatchObject({ conversion: 'by_rate', rate });
    expect(withRate.against.whole).toMatchObject({
      total: '1469096.00',
      parts: { base: '2126688.00', signOn: '142408.00', targetBonus: '-600000.00', stipends: '-200000.00' },
    });
  });

  it('the worked example: 235 thousand in the first year, 205 in each later one', async () => {
    const room = await rooms.build();
    const offerId = await rooms.draft(
      room,
      plainPackage({
        base: '155000',
        signOn: { amount: '30000', clawBack: null },
        equity: [{ name: 'Grant', grant: { kind: 'value', value: '200000' }, vesting: four({ cliffMonths: 0 }), acceleration: null }],
      }),
    );
    const [table] = (await comparison(room, offerId)).packages;
    expect(table.years.map((year: Year) => year.total)).toEqual(['235000.00', '205000.00', '205000.00', '205000.00']);
  });
});
