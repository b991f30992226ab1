import { BreakGlassService } from '../../src/access/break-glass.service.js';
import { systemActor } from '../../src/domain/actor.js';
import { type CardPanel, buildCardPanel, fullCard } from '../support/card-panel.js';
import { TestApp, type TestUser } from '../support/test-app.js';

const MINUTE = 60_000;

describe('conflicts of interest and break-glass', () => {
  let app: TestApp;
  let admin: TestUser;
  let panel: CardPanel;
  beforeAll(async () => {
    app = await TestApp.start();
    admin = await app.user('Ada', 'admin');
  });
  beforeEach(async () => {
    panel = await buildCardPanel(app);
  });
  afterAll(() => app.stop());

  const sightOf = async (user: TestUser) =>
    (
      await app.rows<{ sight: string }>('select sight from application_sight($1, $2) where application_id = $3', [
        user.id,
        app.clock.now(),
        panel.applicationId,
      ])
    )[0]?.sight;
  const eventsOf = async (prefix: string) =>
    app.rows<{ type: string; payload: Record<string, unknown>; reason: string | null }>(
      `select e.type, c.content->'payload' as payload, c.content->>'reason' as reason from events e join event_contents c on c.event_id = e.id
       where (e.application_id = $1 or e.person_id = $2) and e.type like $3 || '%' order by e.id`,
      [panel.applicationId, panel.personId, prefix],
    );

  describe('a conflict of interest', () => {
    it('declared by an interviewer declines their card and makes the candidate vanish for them', async () => {
      const card = panel.cards[0]!;
      await app
        .as(card.author)
        .put(`/scorecards/${card.id}/draft`, { content: fullCard(2, 2, 'half a thought') }, 0)
        .expect(200);
      await app
        .as(await app.user('Stranger'))
        .post('/conflicts', { candidateId: panel.personId, reason: 'x' })
        .expect(404);
      await app.as(card.author).post('/conflicts', { candidateId: panel.personId }).expect(422);
      await app.as(card.author).post('/conflicts', { candidateId: panel.personId, reason: 'we were married' }).expect(204);
      expect(await sightOf(card.author)).toBe('absent');
      expect(await app.rows('select status, reason_code, draft is not null as drafted from scorecards where id = $1', [card.id])).toEqual([
        { status: 'declined', reason_code: 'conflict_of_interest', drafted: true },
      ]);
      expect(await app.rows('select cards_due, cards_waived from applications where id = $1', [panel.applicationId])).toEqual([
        { cards_due: 1, cards_waived: 1 },
      ]);
      await app.as(card.author).get(`/applications/${panel.applicationId}/seats`).expect(404);
      await app.as(card.author).get(`/candidates/${panel.personId}/conflicts`).expect(404);
      await app.as(card.author).post('/conflicts', { candidateId: panel.personId, reason: 'again' }).expect(404);
      // Why is for those who run the job: the whole panel reads the record.
      const told = await app.as(panel.cards[1]!.author).get(`/audit/events?type=conflict.`).expect(200);
      expect(JSON.stringify(told.body)).not.toContain('married');
    });

    it('found from what the record says declines a card as a declared one does', async () => {
      const card = panel.cards[0]!;
      const relation = { userId: card.author.id, source: 'relation', reason: 'they share a flat' };
      await app.as(panel.recruiter).post(`/candidates/${panel.personId}/relations`, relation).expect(204);
      expect(await sightOf(card.author)).toBe('absent');
      expect(await app.rows('select status, reason_code from scorecards where id = $1', [card.id])).toEqual([
        { status: 'declined', reason_code: 'conflict_of_interest' },
      ]);
      const told = await app.as(panel.cards[1]!.author).get(`/audit/events?type=conflict.`).expect(200);
      expect(JSON.stringify(told.body)).not.toContain('flat');
    });

    it('of the last who owed a card opens the debrief', async () => {
      const [first, second] = [panel.cards[0]!, panel.cards[1]!];
      await app
        .as(second.author)
        .post(`/scorecards/${second.id}/submit`, { content: fullCard(3, 3) })
        .expect(200);
      await app.as(first.author).post('/conflicts', { candidateId: panel.personId, reason: 'x' }).expect(204);
      expect(await eventsOf('debrief.state')).toEqual([
        expect.objectContaining({ payload: { before: { state: 'collecting' }, after: { state: 'ready' } } }),
      ]);
    });

    it('is recorded by a recruiter of the job or an admin, listed for those who run it, and withdrawn with a reason', async () => {
      const eve = await app.user('Eve');
      const path = `/candidates/${panel.personId}/conflicts`;
      const body = { userId: eve.id, source: 'referrer', reason: 'referred them' };
      await app.as(panel.manager).post(path, body).expect(403);
      await app.as(panel.cards[0]!.author).post(path, body).expect(403);
      await app
        .as(panel.recruiter)
        .post(path, { ...body, source: 'declared' })
        .expect(422);
      await app.as(panel.recruiter).post(path, body).expect(204);
      await app.as(admin).post(path, body).expect(409);
      await app.as(panel.cards[0]!.author).get(path).expect(403);
      const listed = await app.as(panel.manager).get(path).expect(200);
      expect(listed.body.items).toEqual([
        expect.objectContaining({ userId: eve.id, userName: 'Eve', source: 'referrer', reason: 'referred them', abilities: { withdraw: false } }),
      ]);
      const id = listed.body.items[0].id;
      await app.as(panel.manager).post(`${path}/${id}/withdraw`, { reason: 'x' }).expect(403);
      await app.as(panel.recruiter).post(`${path}/${id}/withdraw`, {}).expect(422);
      await app.as(panel.recruiter).post(`${path}/${id}/withdraw`, { reason: 'a namesake' }).expect(204);
      await app.as(panel.recruiter).post(`${path}/${id}/withdraw`, { reason: 'again' }).expect(404);
      expect((await app.as(panel.recruiter).get(path).expect(200)).body.items[0]).toMatchObject({
        withdrawnReason: 'a namesake',
        abilities: { withdraw: false },
      });
      expect((await eventsOf('conflict.')).map((event) => event.type)).toEqual(['conflict.recorded', 'conflict.withdrawn']);
    });

    it('keeps an admin out like anybody else', async () => {
      const other = await app.user('Olga', 'admin');
      await app
        .as(panel.recruiter)
        .post(`/candidates/${panel.personId}/conflicts`, { userId: other.id, source: 'relation', reason: 'brother' })
        .expect(204);
      await app.as(other).get(`/candidates/${panel.personId}/conflicts`).expect(404);
      const conflict = (await app.as(admin).get(`/candidates/${panel.personId}/conflicts`).expect(200)).body.items[0];
      await app.as(other).post(`/candidates/${panel.personId}/conflicts/${conflict.id}/withdraw`, { reason: 'let me in' }).expect(404);
      await app.as(other).post(`/applications/${panel.applicationId}/break-glass`, { reason: 'let me in', minutes: 60 }).expect(404);
      expect(await eventsOf('break_glass')).toEqual([
        expect.objectContaining({ type: 'break_glass.refused', payload: { userId: other.id, because: 'conflict_of_interest' } }),
      ]);
      expect(await sightOf(other)).toBe('absent');
    });
  });

  describe('break-glass', () => {
    const path = () => `/applications/${panel.applicationId}/break-glass`;

    it('opens the cards to an admin for a while, in front of hiring manager and recruiter', async () => {
      expect(await sightOf(admin)).toBe('status');
      await app.as(admin).post(path(), { minutes: 30 }).expect(422);
      await app.as(admin).post(path(), { reason: 'complaint', minutes: 241 }).expect(422);
      await app.as(admin).post(path(), { reason: 'complaint', minutes: 0 }).expect(422);
      await app.as(panel.manager).post(path(), { reason: 'curious', minutes: 30 }).expect(403);
      const opened = await app.as(admin).post(path(), { reason: 'complaint 17', minutes: 30 }).expect(201);
      expect(opened.body).toMatchObject({ userId: admin.id, reason: 'complaint 17', abilities: { end: true } });
      expect(await sightOf(admin)).toBe('content');
      for (const person of [panel.manager, panel.recruiter]) {
        const told = await app.as(person).get('/me/notifications').expect(200);
        expect(told.body.items).toEqual([expect.objectContaining({ kind: 'break_glass.opened', applicationId: panel.applicationId })]);
      }
      expect((await app.as(panel.cards[0]!.author).get('/me/notifications').expect(200)).body.items).toEqual([]);
      expect(await eventsOf('break_glass')).toEqual([
        {
          type: 'break_glass.opened',
          reason: 'complaint 17',
          payload: { grantId: opened.body.id, userId: admin.id, minutes: 30, announcedTo: [panel.manager.id, panel.recruiter.id].sort() },
        },
      ]);
      await app.as(admin).post(path(), { reason: 'more', minutes: 30 }).expect(409);
      await app.as(panel.cards[0]!.author).get(path()).expect(403);
      expect((await app.as(panel.manager).get(path()).expect(200)).body.items).toHaveLength(1);
      app.clock.advance(30 * MINUTE);
      expect(await sightOf(admin)).toBe('status');
    });

    it('is ended early by its reader or another admin', async () => {
      const opened = await app.as(admin).post(path(), { reason: 'complaint', minutes: 240 }).expect(201);
      await app.as(panel.manager).post(`${path()}/${opened.body.id}/end`).expect(403);
      await app.as(admin).post(`${path()}/${opened.body.id}/end`).expect(204);
      await app.as(admin).post(`${path()}/${opened.body.id}/end`).expect(404);
      expect(await sightOf(admin)).toBe('status');
    });

    it('opens nothing to an admin who owes a judgement', async () => {
      await app.rows(`update users set site_role = 'admin' where id = $1`, [panel.cards[0]!.author.id]);
      const answer = await app.as(panel.cards[0]!.author).post(path(), { reason: 'peek', minutes: 30 }).expect(403);
      expect(answer.body.code).toBe('sealed');
      expect(await sightOf(panel.cards[0]!.author)).toBe('status');
      expect(await eventsOf('break_glass')).toEqual([
        expect.objectContaining({ payload: { userId: panel.cards[0]!.author.id, because: 'owes_a_card' } }),
      ]);
    });

    it('is announced to nobody for whom the application does not exist', async () => {
      await app
        .as(panel.recruiter)
        .post(`/candidates/${panel.personId}/conflicts`, { userId: panel.manager.id, source: 'relation', reason: 'cousin' })
        .expect(204);
      await app.as(admin).post(path(), { reason: 'complaint', minutes: 30 }).expect(201);
      expect((await app.as(panel.manager).get('/me/notifications').expect(200)).body.items).toEqual([]);
      expect((await eventsOf('break_glass'))[0]?.payload).toMatchObject({ announcedTo: [panel.recruiter.id] });
    });

    it('is given by the operator where every admin is conflicted, to an admin who is not', async () => {
      const service = app.app.get(BreakGlassService);
      const operator = systemActor('cli', '00000000-0000-4000-8000-000000000001');
      const helper = await app.user('Helper');
      await expect(service.open(operator, helper.id, panel.applicationId, { reason: 'x', minutes: 10 })).rejects.toMatchObject({ code: 'forbidden' });
      await app.rows(`update users set site_role = 'admin' where id = $1`, [helper.id]);
      await service.open(operator, helper.id, panel.applicationId, { reason: 'every admin is related', minutes: 10 });
      expect(await sightOf(helper)).toBe('content');
      const [event] = await app.rows(`select actor_id, actor->>'via' as via from events where type = 'break_glass.opened' and application_id = $1`, [
        panel.applicationId,
      ]);
      expect(event).toEqual({ actor_id: null, via: 'cli' });
    });
  });
});
