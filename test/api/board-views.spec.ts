import { randomUUID } from 'node:crypto';
import { buildPanel, type Panel } from '../support/builders.js';
import { TestApp, type TestUser } from '../support/test-app.js';

interface View {
  id: string;
  name: string;
  isDefault: boolean;
  abilities: { change: boolean };
}

describe('views of the board', () => {
  let app: TestApp;
  let panel: Panel;
  let rita: TestUser;
  let ralf: TestUser;
  beforeAll(async () => {
    app = await TestApp.start();
    panel = await buildPanel(app, { interviewers: 1 });
    rita = panel.recruiter;
    ralf = await app.user('Ralf');
    await app.as(rita).post(`/jobs/${panel.job.id}/seats`, { userId: ralf.id, kind: 'recruiter' }).expect(201);
  });
  afterAll(() => app.stop());

  const content = (name: string, more: object = {}) => ({ name, filters: {}, sort: 'due', sharedWithJobId: null, ...more });
  const make = async (user: TestUser, name: string, more: object = {}): Promise<View & { version: number }> =>
    (await app.as(user).post('/board/views', content(name, more)).expect(201)).body;
  const list = async (user: TestUser): Promise<View[]> => (await app.as(user).get('/board/views').expect(200)).body.items;
  const named = async (user: TestUser) => (await list(user)).map((view) => view.name);

  it('are made, renamed, changed and removed by their owner alone', async () => {
    const filters = { jobId: panel.job.id.toUpperCase(), urgency: 'late', waitingFor: 'card', search: ' Zoë ', ended: false };
    const made = await make(rita, '  My late ones ', { filters, sort: 'stage' });
    expect(made).toMatchObject({
      name: '  My late ones ',
      filters: { ...filters, jobId: panel.job.id },
      sort: 'stage',
      version: 1,
      isDefault: false,
    });
    await app.as(rita).put(`/board/views/${made.id}`, content('Renamed')).expect(428);
    const changed = await app
      .as(rita)
      .put(`/board/views/${made.id}`, content('Renamed', { filters: { column: 'debrief' } }), 1)
      .expect(200);
    expect(changed.body).toMatchObject({ name: 'Renamed', filters: { column: 'debrief' }, version: 2 });
    expect(changed.headers['etag']).toBe('"2"');
    await app.as(rita).put(`/board/views/${made.id}`, content('Lost'), 1).expect(409);
    await app.as(ralf).put(`/board/views/${made.id}`, content('Mine'), 2).expect(404);
    await app.as(ralf).delete(`/board/views/${made.id}`).expect(404);
    expect(await named(ralf)).toEqual([]);
    await app.as(rita).delete(`/board/views/${made.id}`).expect(204);
    await app.as(rita).delete(`/board/views/${made.id}`).expect(404);
    expect(await named(rita)).toEqual([]);
    const types = await app.rows<{ type: string }>(`select type from events where type like 'board_view.%' order by id`);
    expect(types.map((row) => row.type)).toEqual(['board_view.created', 'board_view.changed', 'board_view.removed']);
  });

  it('stand in the order of their owner', async () => {
    const ids = [(await make(rita, 'a')).id, (await make(rita, 'b')).id, (await make(rita, 'c')).id];
    const order = [ids[2]!, ids[0]!, ids[1]!];
    await app.as(rita).put('/board/views/order', { order }).expect(200);
    expect(await named(rita)).toEqual(['c', 'a', 'b']);
    for (const wrong of [ids.slice(1), [...ids, randomUUID()], []]) await app.as(rita).put('/board/views/order', { order: wrong }).expect(422);
    await make(rita, 'd');
    expect(await named(rita)).toEqual(['c', 'a', 'b', 'd']);
  });

  it("are shared with a job's recruiters, who may use and choose but not change them", async () => {
    const shared = await make(rita, 'Shared', { sharedWithJobId: panel.job.id, filters: { urgency: 'late' } });
    expect(await named(ralf)).toEqual(['Shared']);
    expect((await list(ralf))[0]?.abilities).toEqual({ change: false, remove: false });
    await app.as(ralf).put(`/board/views/${shared.id}`, content('Mine'), 1).expect(403);
    await app.as(ralf).delete(`/board/views/${shared.id}`).expect(403);
    expect(await named(panel.hiringManager)).toEqual([]);
    const chosen = await app.as(ralf).put('/board/views/default', { viewId: shared.id }).expect(200);
    expect((chosen.body.items as View[]).map((view) => view.isDefault)).toEqual([true]);
    expect((await list(rita)).find((view) => view.id === shared.id)?.isDefault).toBe(false);
    await app.rows(`update seats set ended_at = $1 where user_id = $2`, [app.clock.now(), ralf.id]);
    expect(await named(ralf)).toEqual([]);
    await app.as(ralf).put('/board/views/default', { viewId: shared.id }).expect(422);
    await app.as(ralf).put('/board/views/default', { viewId: null }).expect(200);
    await app.rows(`update seats set ended_at = null where user_id = $1`, [ralf.id]);
    expect((await list(ralf)).map((view) => view.isDefault)).toEqual([false]);
  });

  it('are never shared while they look for a name, nor with a job one has no part in', async () => {
    const search = content('Zoë', { filters: { search: 'Zoë' }, sharedWithJobId: panel.job.id });
    expect((await app.as(rita).post('/board/views', search).expect(422)).body.errors[0].pointer).toBe('/filters/search');
    const outsider = await app.user('Outsider');
    for (const jobId of [panel.job.id, randomUUID()]) {
      const refused = (
        await app
          .as(outsider)
          .post('/board/views', content('x', { sharedWithJobId: jobId }))
          .expect(422)
      ).body;
      expect(refused.errors).toEqual([expect.objectContaining({ pointer: '/sharedWithJobId', code: 'unknown_job' })]);
    }
  });

  it('hold filters of the board and nothing else', async () => {
    for (const filters of [{ luck: 1 }, { jobId: 'x' }, { urgency: 'soon' }, { ended: 'yes' }, { column: 'nowhere' }, { search: null }])
      await app.as(rita).post('/board/views', content('x', { filters })).expect(422);
    for (const more of [{ name: ' ' }, { sort: 'last_activity' }, { sharedWithJobId: 'x' }, { filters: null }])
      await app.as(rita).post('/board/views', content('x', more)).expect(422);
  });
});
