import { OfferRooms, plainPackage } from './offer-room.js';
import { type TextTeller, type Told, WORDS } from './text-teller.js';

const VESTING = { months: 48, cliffMonths: 12, everyMonths: 1, yearlyPercents: null };
const PACKAGE = {
  ...plainPackage(),
  level: WORDS,
  bonuses: [{ name: WORDS, assurance: 'target', amount: { kind: 'unstated' }, year: null }],
  equity: [
    {
      name: WORDS,
      grant: { kind: 'percent_of_shares', percent: '0.05', of: WORDS, statedValue: null },
      vesting: VESTING,
      acceleration: { trigger: 'single', condition: WORDS, percent: '50', withinMonths: null },
    },
    { name: 'Units', grant: { kind: 'units', units: '100', unitValue: '1.5', valuedBy: WORDS }, vesting: VESTING, acceleration: null },
  ],
  stipends: [{ name: WORDS, amount: '100', per: 'month' }],
  rates: [{ from: 'USD', to: 'CNY', rate: '7.1', source: WORDS, asOf: '2026-03-03' }],
  notes: WORDS,
};
const BAND = { level: WORDS, currency: 'USD', base: { minimum: '1', midpoint: null, maximum: '2' }, bonus: null, equity: null };

/** Every word of a package stands where it was said, below a place of what is shown. */
function placesOf(told: Told, place: string): Record<string, string> {
  return Object.fromEntries(
    [...told.said.keys()].filter((field) => field.startsWith('/package/')).map((field) => [field, place + field.slice('/package'.length)]),
  );
}

/** Bands and rules of a job, and an offer accepted under them. */
export async function bandsStory(teller: TextTeller): Promise<void> {
  const { app } = teller;
  const rooms = new OfferRooms(app);
  const room = await rooms.build();
  const { recruiter, manager, jobId } = room;
  const get = async (path: string) => (await app.as(recruiter).get(path).expect(200)).body as Record<string, unknown>;
  const bands = await teller.tell(manager, 'put', '/jobs/{jobId}/bands', { jobId }, { bands: [BAND], reason: WORDS }, 1);
  teller.shows(bands, await get(`/jobs/${jobId}/bands`), { '/bands/0/level': '/bands/0/level', '/reason': '/history/0/reason' });
  const one = [{ seat: 'offer_approver', count: 1 }];
  const rules = { within: one, outside: one, reasonOutside: false };
  const ruled = await teller.tell(manager, 'put', '/jobs/{jobId}/offer-rules', { jobId }, { rules, reason: WORDS }, 0);
  teller.shows(ruled, await get(`/jobs/${jobId}/offer-rules`), { '/reason': '/history/0/reason' });

  const offerId = await rooms.extended(room);
  const accepted = await teller.tell(recruiter, 'post', '/offers/{offerId}/accept', { offerId }, { words: WORDS }, 4);
  teller.shows(accepted, await get(`/offers/${offerId}`), { '/words': '/endedBecause' });
}

/** An offer written, sent back, approved, sent out, countered, declined, and another taken back. */
export async function packageStory(teller: TextTeller): Promise<void> {
  const { app } = teller;
  const rooms = new OfferRooms(app);
  const room = await rooms.build();
  const { recruiter, approver, secondApprover, manager, jobId } = room;
  const get = async (path: string) => (await app.as(recruiter).get(path).expect(200)).body as Record<string, unknown>;
  const one = [{ seat: 'offer_approver', count: 1 }];
  const rules = { within: one, outside: one, reasonOutside: false };
  await app.as(manager).put(`/jobs/${jobId}/offer-rules`, { rules, reason: 'One is enough here.' }, 0).expect(200);
  const ids = { applicationId: room.applicationId };
  const drafted = await teller.tell(recruiter, 'post', '/applications/{applicationId}/offers', ids, { package: PACKAGE });
  const offerId = String(drafted.body['id']);
  teller.shows(drafted, await get(`/offers/${offerId}`), placesOf(drafted, '/package'));
  const version = async () => Number((await get(`/offers/${offerId}`))['version']);
  const move = async (by: typeof recruiter, path: string, body: object) =>
    teller.tell(by, 'post', `/offers/{offerId}/${path}`, { offerId }, body, await version());
  const revised = await teller.tell(recruiter, 'put', '/offers/{offerId}', { offerId }, { package: PACKAGE, reason: WORDS }, await version());
  teller.shows(revised, await get(`/offers/${offerId}`), { ...placesOf(revised, '/package'), '/reason': '/revisions/0/reason' });
  await teller.records(await move(recruiter, 'submit', { reason: WORDS }), '/reason');
  const refused = await move(approver, 'refuse', { reason: WORDS });
  teller.shows(refused, await get(`/offers/${offerId}`), { '/reason': '/approvals/0/words' });
  await move(recruiter, 'submit', { reason: WORDS });
  const approved = await move(secondApprover, 'approve', { words: WORDS });
  teller.shows(approved, await get(`/offers/${offerId}`), { '/words': '/approvals/0/words' });
  await app
    .as(recruiter)
    .post(`/offers/${offerId}/extend`)
    .set('if-match', `"${await version()}"`)
    .expect(200);
  const competing = await move(recruiter, 'competing-offers', { package: PACKAGE, employer: WORDS, words: WORDS });
  const places = (told: Told) => ({ ...placesOf(told, '/counters/0/package'), '/words': '/counters/0/words' });
  teller.shows(competing, await get(`/offers/${offerId}`), { ...places(competing), '/employer': '/counters/0/employer' });
  const countered = await move(recruiter, 'counter', { package: PACKAGE, words: WORDS });
  teller.shows(countered, await get(`/offers/${offerId}`), places(countered));
  const declined = await move(recruiter, 'decline', { reason: WORDS });
  teller.shows(declined, await get(`/offers/${offerId}`), { '/reason': '/endedBecause' });

  const second = await rooms.draft(room);
  const rescinded = await teller.tell(recruiter, 'post', '/offers/{offerId}/rescind', { offerId: second }, { reason: WORDS }, 1);
  teller.shows(rescinded, await get(`/offers/${second}`), { '/reason': '/endedBecause' });
}
