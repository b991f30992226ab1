import type { CardPanel } from './card-panel.js';
import type { TestUser } from './test-app.js';
import { type TextTeller, WORDS } from './text-teller.js';

export interface People {
  readonly admin: TestUser;
  readonly panel: CardPanel;
  readonly webhookId: string;
}

/** Everything an admin and anybody writes about people and their ways in. */
export async function peopleStory(teller: TextTeller, { admin, panel, webhookId }: People): Promise<void> {
  const { app } = teller;
  const user = await app.user('Uma');
  const get = async (path: string, by = admin): Promise<Record<string, unknown>> =>
    (await app.as(by).get(path).expect(200)).body as Record<string, unknown>;

  const me = await teller.tell(user, 'patch', '/me', {}, { name: WORDS });
  teller.shows(me, await get('/me', user), { '/name': '/name' });
  const version = Number((await get(`/users/${user.id}`))['version']);
  const changed = await teller.tell(admin, 'patch', '/users/{userId}', { userId: user.id }, { name: WORDS, qualifications: [WORDS] }, version);
  teller.shows(changed, await get(`/users/${user.id}`), { '/name': '/name', '/qualifications/0': '/qualifications/0' });
  const absence = await teller.tell(
    admin,
    'post',
    '/users/{userId}/absences',
    { userId: user.id },
    { startsOn: '2026-04-01', endsOn: '2026-04-02', reason: WORDS },
  );
  teller.shows(absence, absence.body, { '/reason': '/reason' });
  const off = await teller.tell(admin, 'post', '/users/{userId}/deactivate', { userId: user.id }, { reason: WORDS });
  await teller.records(off, '/reason');
  const on = await teller.tell(admin, 'post', '/users/{userId}/reactivate', { userId: user.id }, { reason: WORDS });
  await teller.records(on, '/reason');

  const token = await teller.tell(panel.recruiter, 'post', '/tokens', {}, { name: WORDS, scopes: ['read'] });
  teller.shows(token, token.body, { '/name': '/name' });
  await app
    .as(panel.recruiter)
    .delete(`/tokens/${String(token.body['id'])}`)
    .expect(204);
  const invited = await teller.tell(admin, 'post', '/invitations', {}, { email: `${user.id}@example.test`, name: WORDS, siteRole: 'member' });
  const { items } = (await get('/invitations?limit=200')) as { items: { id: string; email: string }[] };
  const invitation = items.find((one) => one.email === `${user.id}@example.test`);
  teller.shows(invited, invitation, { '/name': '/name' });
  const revoked = await teller.tell(admin, 'post', '/invitations/{invitationId}/revoke', { invitationId: invitation?.id ?? '' }, { reason: WORDS });
  await teller.records(revoked, '/reason');

  const hook = await get(`/webhooks/${webhookId}`);
  const described = await teller.tell(
    admin,
    'put',
    '/webhooks/{webhookId}',
    { webhookId },
    { url: 'https://example.com/hook', eventTypes: ['application.moved'], description: WORDS },
    Number(hook['version']),
  );
  teller.shows(described, await get(`/webhooks/${webhookId}`), { '/description': '/description' });
  const made = await teller.tell(
    admin,
    'post',
    '/webhooks',
    {},
    { url: 'https://example.com/hook', eventTypes: ['application.moved'], description: WORDS },
  );
  teller.shows(made, await get(`/webhooks/${String(made.body['id'])}`), { '/description': '/description' });
  await app
    .as(admin)
    .delete(`/webhooks/${String(made.body['id'])}`)
    .expect(204);
}

/** Seats, conflicts of interest and break-glass: reasons, all of them on the record. */
export async function seatsStory(teller: TextTeller, { admin, panel }: People): Promise<void> {
  const { app } = teller;
  const [user, other] = [await app.user('Sam'), await app.user('Sue')];
  const granted = await teller.tell(
    panel.recruiter,
    'post',
    '/jobs/{jobId}/seats',
    { jobId: panel.jobId },
    { kind: 'coordinator', userId: user.id, reason: WORDS },
  );
  await teller.records(granted, '/reason');
  const seatId = String(granted.body['id']);
  const delegated = await teller.tell(
    user,
    'post',
    '/seats/{seatId}/delegate',
    { seatId },
    { userId: other.id, startsOn: '2026-03-10', endsOn: '2026-03-11', reason: WORDS },
  );
  await teller.records(delegated, '/reason');
  const ended = await teller.tell(panel.recruiter, 'post', '/seats/{seatId}/end', { seatId: String(delegated.body['id']) }, { reason: WORDS });
  await teller.records(ended, '/reason');
  const handed = await teller.tell(user, 'post', '/seats/{seatId}/hand-over', { seatId }, { userId: other.id, reason: WORDS });
  await teller.records(handed, '/reason');
  await app
    .as(panel.recruiter)
    .post(`/seats/${String(handed.body['id'])}/end`, { reason: 'done' })
    .expect(204);
  const room = await teller.tell(
    panel.recruiter,
    'post',
    '/applications/{applicationId}/seats',
    { applicationId: panel.applicationId },
    { kind: 'committee_member', userId: user.id, reason: WORDS },
  );
  await teller.records(room, '/reason');
  await app
    .as(panel.recruiter)
    .post(`/seats/${String(room.body['id'])}/end`, { reason: 'done' })
    .expect(204);

  const found = await teller.tell(
    panel.recruiter,
    'post',
    '/candidates/{candidateId}/conflicts',
    { candidateId: panel.personId },
    { source: 'relation', userId: user.id, reason: WORDS },
  );
  const listed = await app.as(panel.recruiter).get(`/candidates/${panel.personId}/conflicts`).expect(200);
  const conflict = (listed.body.items as { id: string; userId: string }[]).find((one) => one.userId === user.id);
  teller.shows(found, conflict, { '/reason': '/reason' });
  const withdrawn = await teller.tell(
    panel.recruiter,
    'post',
    '/candidates/{candidateId}/conflicts/{conflictId}/withdraw',
    { candidateId: panel.personId, conflictId: conflict?.id ?? '' },
    { reason: WORDS },
  );
  const since = await app.as(panel.recruiter).get(`/candidates/${panel.personId}/conflicts`).expect(200);
  teller.shows(
    withdrawn,
    (since.body.items as { id: string }[]).find((one) => one.id === conflict?.id),
    { '/reason': '/withdrawnReason' },
  );
  const declared = await teller.tell(
    panel.recruiter,
    'post',
    '/candidates/{candidateId}/relations',
    { candidateId: panel.personId },
    { source: 'linked_employee', userId: other.id, reason: WORDS },
  );
  const { body } = await app.as(panel.recruiter).get(`/candidates/${panel.personId}`).expect(200);
  teller.shows(declared, body, { '/reason': '/relations/-1/reason' });
  const relationId = String((body.relations as { id: string }[]).at(-1)?.id);
  const undone = await teller.tell(
    panel.recruiter,
    'post',
    '/candidates/{candidateId}/relations/{relationId}/withdraw',
    { candidateId: panel.personId, relationId },
    { reason: WORDS },
  );
  // Why is for those who run the job, and stays out of the record that more people read.
  const conflicts = await app.as(panel.recruiter).get(`/candidates/${panel.personId}/conflicts`).expect(200);
  teller.shows(
    undone,
    (conflicts.body.items as { id: string }[]).find((one) => one.id === relationId),
    { '/reason': '/withdrawnReason' },
  );
  await app.rows(`update conflicts set withdrawn_at = $1 where withdrawn_at is null`, [app.clock.now()]);

  const glass = await teller.tell(
    admin,
    'post',
    '/applications/{applicationId}/break-glass',
    { applicationId: panel.applicationId },
    { reason: WORDS, minutes: 5 },
  );
  const grants = await app.as(panel.recruiter).get(`/applications/${panel.applicationId}/break-glass`).expect(200);
  const grant = (grants.body.items as { id: string; endedAt: string | null }[]).find((one) => one.id === glass.body['id']);
  teller.shows(glass, grant, { '/reason': '/reason' });
  await app.as(admin).post(`/applications/${panel.applicationId}/break-glass/${grant?.id}/end`).expect(204);
  const conflicted = await app.user('Cora');
  await app.as(panel.recruiter).post(`/jobs/${panel.jobId}/seats`, { kind: 'coordinator', userId: conflicted.id }).expect(201);
  const own = await teller.tell(conflicted, 'post', '/conflicts', {}, { candidateId: panel.personId, reason: WORDS });
  const last = await app.as(panel.recruiter).get(`/candidates/${panel.personId}/conflicts`).expect(200);
  teller.shows(
    own,
    (last.body.items as { userId: string }[]).find((one) => one.userId === conflicted.id),
    { '/reason': '/reason' },
  );
}
