import { TestApp, type TestUser } from '../support/test-app.js';

const NOWHERE = '00000000-0000-4000-8000-000000000000';

/** Found by the long campaign; each was accepted, or failed. */
describe('values that are there and are none', () => {
  let app: TestApp;
  let admin: TestUser;
  beforeAll(async () => {
    app = await TestApp.start();
    admin = await app.user('Ada', 'admin');
  });
  afterAll(() => app.stop());

  it.each([
    ['the reason of an absence', () => `/users/${admin.id}/absences`, { startsOn: '2026-04-01', endsOn: '2026-04-02', reason: null }, '/reason'],
    ['the name of an invited person', () => '/invitations', { email: 'eve@example.test', siteRole: 'member', name: null }, '/name'],
    ['the days of a token', () => '/tokens', { name: 'x', scopes: ['read'], expiresInDays: null }, '/expiresInDays'],
    [
      'the description of a webhook',
      () => '/webhooks',
      { url: 'https://example.com/hook', eventTypes: ['application.moved'], description: null },
      '/description',
    ],
    ['a time that is an object', () => `/me/notifications/${NOWHERE}/snooze`, { until: { toString: 'x' } }, '/until'],
  ])('are refused by name: %s', async (_, path, body, pointer) => {
    const answer = await app.as(admin).post(path(), body).expect(422);
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ pointer }));
  });

  it('may be left out', async () => {
    const made = await app
      .as(admin)
      .post('/webhooks', { url: 'https://example.com/hook', eventTypes: ['application.moved'] })
      .expect(201);
    expect((await app.as(admin).get(`/webhooks/${made.body.id}`).expect(200)).body.description).toBe('');
  });
});
