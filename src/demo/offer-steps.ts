import { DAY, HOUR } from './calendar-of-the-demo.js';
import { type DemoStage, textOf } from './demo-stage.js';

/** Whom an offer of the demo goes through. */
export interface OfferCast {
  readonly recruiter: string;
  readonly approver: string;
}

/** Offers stay open for a fortnight, and the work starts eight weeks on. */
const OPEN_FOR = 14 * DAY;
const STARTS_AFTER = 56 * DAY;

/** Written from the job's offer shape, approved within the band, and sent out; answers the offer's id. */
export async function makeOffer(stage: DemoStage, applicationId: string, { recruiter, approver }: OfferCast): Promise<string> {
  const drafted = await stage.post(recruiter, `/applications/${applicationId}/offers`, {});
  const id = textOf(drafted, 'id');
  const now = stage.clock.now().getTime();
  const given = {
    ...packageOf(drafted),
    startsOn: new Date(now + STARTS_AFTER).toISOString().slice(0, 10),
    expiresAt: new Date(now + OPEN_FOR).toISOString(),
  };
  const revised = await stage.put(
    recruiter,
    `/offers/${id}`,
    { package: given, reason: 'Start and time to answer agreed by phone.' },
    versionOf(drafted),
  );
  const submitted = await stage.post(recruiter, `/offers/${id}/submit`, {}, versionOf(revised));
  stage.clock.advance(HOUR);
  const approved = await stage.post(approver, `/offers/${id}/approve`, { words: 'Within the band and the budget.' }, versionOf(submitted));
  stage.clock.advance(HOUR);
  await stage.post(recruiter, `/offers/${id}/extend`, {}, versionOf(approved));
  return id;
}

/** The candidate asks for more, the recruiter writes it up, and approvals outside the band are waited for. */
export async function counterOffer(
  stage: DemoStage,
  offerId: string,
  { recruiter }: OfferCast,
  asked: { base: string; signOn: string },
): Promise<void> {
  const out = await stage.get(recruiter, `/offers/${offerId}`);
  const wish = { ...packageOf(out), base: asked.base, signOn: { amount: asked.signOn, clawBack: { months: 12, manner: 'pro_rata' } } };
  const words = 'Another firm pays a sign-on; the base should follow the years in AI.';
  const countered = await stage.post(recruiter, `/offers/${offerId}/counter`, { package: wish, words }, versionOf(out));
  stage.clock.advance(HOUR);
  const revised = await stage.put(
    recruiter,
    `/offers/${offerId}`,
    { package: wish, reason: 'Met in full, if it is approved.' },
    versionOf(countered),
  );
  await stage.post(
    recruiter,
    `/offers/${offerId}/submit`,
    { reason: 'The strongest panel of the year; the base is above the band.' },
    versionOf(revised),
  );
}

function packageOf(offer: Record<string, unknown>): Record<string, unknown> {
  const given = offer['package'];
  if (typeof given === 'object' && given !== null) return { ...given };
  throw new Error('The demo expected an offer with its package.');
}

function versionOf(offer: Record<string, unknown>): number {
  return Number(offer['version']);
}
