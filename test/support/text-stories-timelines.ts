import type { TestUser } from './test-app.js';
import { type TextTeller, WORDS } from './text-teller.js';

export interface Times {
  readonly admin: TestUser;
  readonly recruiter: TestUser;
  readonly applicationId: string;
}

const CALENDAR = {
  name: WORDS,
  country: 'CN',
  closingDays: [{ date: '2026-03-09', name: WORDS }],
  workingDays: [{ date: '2026-03-14', name: WORDS }],
};
const SHOWN = { '/name': '/name', '/closingDays/0/name': '/closingDays/0/name', '/workingDays/0/name': '/workingDays/0/name' };

/** A pause set and ended, and a calendar made, changed and put away, so that its name is free again. */
export async function timelinesStory(teller: TextTeller, { admin, recruiter, applicationId }: Times): Promise<void> {
  const { app } = teller;
  const paused = await teller.tell(
    recruiter,
    'post',
    '/applications/{applicationId}/pauses',
    { applicationId },
    { reasonCode: 'other', words: WORDS },
  );
  teller.shows(paused, paused.body, { '/words': '/pauses/-1/words' });
  await teller.records(paused, '/words');
  const pauses = paused.body['pauses'] as { id: string }[];
  const ids = { applicationId, pauseId: pauses.at(-1)?.id ?? '' };
  const ended = await teller.tell(recruiter, 'post', '/applications/{applicationId}/pauses/{pauseId}/end', ids, { reason: WORDS });
  await teller.records(ended, '/reason');

  const made = await teller.tell(admin, 'post', '/calendars', {}, CALENDAR);
  const calendarId = String(made.body['id']);
  const shown = async () => (await app.as(recruiter).get(`/calendars/${calendarId}`).expect(200)).body as Record<string, unknown>;
  teller.shows(made, await shown(), SHOWN);
  await teller.records(made, '/name', '/closingDays/0/name');
  const changed = await teller.tell(admin, 'put', '/calendars/{calendarId}', { calendarId }, CALENDAR, 1);
  teller.shows(changed, await shown(), SHOWN);
  await app.as(admin).post(`/calendars/${calendarId}/archive`).expect(204);
}
