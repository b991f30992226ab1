import { buildPanel, type Panel } from '../support/builders.js';
import { TestApp, type TestUser } from '../support/test-app.js';

/** Wednesday 2026-03-04, noon UTC, is now; Monday after it has working hours everywhere. */
const MONDAY = '2026-03-09';

describe('proposing times for an interview', () => {
  let app: TestApp;
  let panel: Panel;
  beforeAll(async () => {
    app = await TestApp.start();
    panel = await buildPanel(app, { rounds: ['recruiter_screen', 'technical_deep_dive'] });
  });
  afterAll(() => app.stop());

  const at = (time: string, length = 60) => {
    const start = new Date(`${MONDAY}T${time}:00Z`);
    return { startsAt: start.toISOString(), endsAt: new Date(start.getTime() + length * 60_000).toISOString() };
  };
  const planned = async (people: TestUser[] = []): Promise<string> => {
    const made = await app.as(panel.recruiter).post('/interviews', { applicationId: panel.application.id, round: 'technical_deep_dive' }).expect(201);
    for (const person of people) await app.as(panel.recruiter).post(`/interviews/${made.body.id}/panel`, { userId: person.id }).expect(200);
    return made.body.id;
  };
  const expert = (name: string, more: { timeZone?: string; country?: string } = {}) =>
    app.user(name, 'member', { qualifications: ['technical_deep_dive'], ...more });
  const propose = (id: string, body: object, by = panel.recruiter) => app.as(by).post(`/interviews/${id}/proposals`, body);
  const events = async (id: string) =>
    (
      await app.rows<{ type: string; payload: Record<string, unknown> }>(
        `select e.type, c.content->'payload' as payload from events e join event_contents c on c.event_id = e.id
         where e.subject_kind = 'interview' and e.subject_id = $1 and e.type like 'interview.%time%' or e.subject_id = $1 and e.type in ('interview.scheduled', 'interview.moved')
         order by e.id`,
        [id],
      )
    ).map((event) => event.type);

  it('shows what stands against each time, and confirms one', async () => {
    const berlin = await expert('Berlin', { timeZone: 'Europe/Berlin', country: 'DE' });
    const id = await planned([berlin]);
    const slots = [at('08:00'), at('18:00'), at('09:00')];
    const made = await propose(id, { slots, timeZone: 'Europe/London', location: 'Room 4' }).expect(201);
    expect(made.body).toMatchObject({ status: 'open', timeZone: 'Europe/London', location: 'Room 4', abilities: { confirm: true, withdraw: true } });
    expect(made.body.slots.map((slot: { warnings: { code: string; userId: string | null }[] }) => slot.warnings)).toMatchObject([
      [],
      [{ code: 'outside_hours', userId: berlin.id }],
      [],
    ]);
    expect((await propose(id, { slots }).expect(409)).body.code).toBe('already_exists');

    const chosen = made.body.slots[2].id;
    const confirmed = await app.as(panel.recruiter).post(`/interviews/${id}/proposals/${made.body.id}/confirm`, { slotId: chosen }).expect(200);
    expect(confirmed.body).toMatchObject({ status: 'scheduled', ...slots[2], timeZone: 'Europe/London', location: 'Room 4', warnings: [] });
    expect(confirmed.headers['etag']).toBe(`"${confirmed.body.version}"`);
    const [after] = (await app.as(panel.recruiter).get(`/interviews/${id}/proposals`).expect(200)).body.items;
    expect(after).toMatchObject({
      status: 'confirmed',
      slots: [{ chosen: false }, { chosen: false }, { chosen: true }],
      abilities: { confirm: false },
    });
    expect(await events(id)).toEqual(['interview.times_proposed', 'interview.time_confirmed', 'interview.scheduled']);
    // The card is due from the time that was confirmed: Tuesday at 18:00 in Berlin.
    const [card] = await app.rows<{ due_at: Date }>('select due_at from scorecards where interview_id = $1', [id]);
    expect(card?.due_at.toISOString()).toBe('2026-03-10T17:00:00.000Z');
    expect(
      (await app.as(panel.recruiter).post(`/interviews/${id}/proposals/${made.body.id}/confirm`, { slotId: chosen }).expect(409)).body.code,
    ).toBe('wrong_state');

    // Proposed again, a scheduled interview is moved.
    const again = await propose(id, { slots: [at('10:00')] }).expect(201);
    const moved = await app
      .as(panel.recruiter)
      .post(`/interviews/${id}/proposals/${again.body.id}/confirm`, { slotId: again.body.slots[0].id })
      .expect(200);
    expect(moved.body).toMatchObject({ status: 'scheduled', ...at('10:00'), timeZone: 'Europe/London', location: 'Room 4' });
    expect(await app.rows('select sequence from interviews where id = $1', [id])).toEqual([{ sequence: 2 }]);
  });

  it('takes proposals back: by hand with a reason, and by itself when the time is settled otherwise', async () => {
    const id = await planned();
    const first = await propose(id, { slots: [at('08:00')] }).expect(201);
    expect((await app.as(panel.recruiter).post(`/interviews/${id}/proposals/${first.body.id}/withdraw`, {}).expect(422)).body.errors[0].pointer).toBe(
      '/reason',
    );
    const gone = await app.as(panel.recruiter).post(`/interviews/${id}/proposals/${first.body.id}/withdraw`, { reason: 'train strike' }).expect(200);
    expect(gone.body).toMatchObject({ status: 'withdrawn', reason: 'train strike' });
    await propose(id, { slots: [at('09:00')] }).expect(201);
    await app.as(panel.recruiter).post(`/interviews/${id}/schedule`, at('11:00')).expect(200);
    await propose(id, { slots: [at('12:00')] }).expect(201);
    await app.as(panel.recruiter).post(`/interviews/${id}/cancel`, { reason: 'ill' }).expect(200);
    const all = await app.as(panel.recruiter).get(`/interviews/${id}/proposals`).expect(200);
    expect(all.body.items.map((one: { status: string }) => one.status)).toEqual(['overtaken', 'overtaken', 'withdrawn']);
    expect((await propose(id, { slots: [at('13:00')] }).expect(409)).body.code).toBe('wrong_state');
    expect(await app.rows(`select told_at from interviews where id = $1`, [id])).toEqual([{ told_at: app.clock.now() }]);
  });

  it('is for who plans interviews; the panel sees the times, not the reasons', async () => {
    const person = await expert('On the panel');
    const id = await planned([person]);
    const made = await propose(id, { slots: [at('08:00')] }).expect(201);
    expect((await propose(id, { slots: [at('08:00')] }, person).expect(403)).body.code).toBe('forbidden');
    await app.as(person).post(`/interviews/${id}/proposals/${made.body.id}/confirm`, { slotId: made.body.slots[0].id }).expect(403);
    await app.as(person).get(`/interviews/${id}/suggestions`).expect(403);
    await app.as(person).get(`/interviews/${id}/panel-time`).expect(403);
    await app.as(panel.recruiter).post(`/interviews/${id}/proposals/${made.body.id}/withdraw`, { reason: 'between us' }).expect(200);
    const seen = await app.as(person).get(`/interviews/${id}/proposals`).expect(200);
    expect(seen.body.items).toMatchObject([{ status: 'withdrawn', reason: null, abilities: { confirm: false, withdraw: false } }]);
    const stranger = await app.user('Stranger');
    for (const path of ['proposals', 'suggestions', 'panel-time']) await app.as(stranger).get(`/interviews/${id}/${path}`).expect(404);
    await propose(id, { slots: [at('08:00')] }, stranger).expect(404);
  });

  it('lets one of two who confirm at once through', async () => {
    const id = await planned();
    const made = await propose(id, { slots: [at('08:00'), at('09:00')] }).expect(201);
    const confirm = (slot: number) =>
      app.as(panel.recruiter).post(`/interviews/${id}/proposals/${made.body.id}/confirm`, { slotId: made.body.slots[slot].id });
    const statuses = (await Promise.all([confirm(0), confirm(1)])).map((answer) => answer.status).sort();
    expect(statuses).toEqual([200, 409]);
  });

  it.each([
    [{ slots: [] }, '/slots'],
    [{ slots: Array.from({ length: 11 }, () => ({ startsAt: '2026-03-09T08:00:00Z', endsAt: '2026-03-09T09:00:00Z' })) }, '/slots'],
    [{ slots: [{ startsAt: '2026-03-09T08:00:00', endsAt: '2026-03-09T09:00:00Z' }] }, '/slots/0/startsAt'],
    [{ slots: [{ startsAt: '2026-03-09T08:00:00Z', endsAt: '2026-03-09T07:00:00Z' }] }, '/slots/0/endsAt'],
    [{ slots: [{ startsAt: '2026-03-02T08:00:00Z', endsAt: '2026-03-02T09:00:00Z' }] }, '/slots/0/startsAt'],
    [{ slots: [0, 1].map(() => ({ startsAt: '2026-03-09T08:00:00Z', endsAt: '2026-03-09T09:00:00Z' })) }, '/slots/1'],
    [{ slots: [{ startsAt: '2026-03-09T08:00:00Z', endsAt: '2026-03-09T09:00:00Z' }], timeZone: 'Mars' }, '/timeZone'],
  ])('refuses %j and names %s', async (body, pointer) => {
    const refused = await propose(panel.interviews[0]!.id, body).expect(422);
    expect(refused.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });
});

describe('when a panel has time', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());
  const expert = (name: string, more: { timeZone?: string; country?: string } = {}) =>
    app.user(name, 'member', { qualifications: ['technical_deep_dive'], ...more });
  const withPanel = async (...people: TestUser[]) => {
    const panel = await buildPanel(app, { rounds: ['technical_deep_dive'], interviewers: 1 });
    const made = await app.as(panel.recruiter).post('/interviews', { applicationId: panel.application.id, round: 'technical_deep_dive' }).expect(201);
    for (const [index, person] of people.entries())
      await app
        .as(panel.recruiter)
        .post(`/interviews/${made.body.id}/panel`, { userId: person.id, ...(index === 0 ? {} : { training: 'shadow' }) })
        .expect(200);
    return { panel, id: String(made.body.id) };
  };
  const hours = (user: TestUser, availability: object[]) =>
    app.rows('update users set availability = $2 where id = $1', [user.id, JSON.stringify(availability)]);
  type Slot = { startsAt: string; endsAt: string; shortNotice: boolean; inCandidateHours: boolean };

  it('finds the times at which all of them are free, across zones and a change of the clocks', async () => {
    const london = await expert('London', { timeZone: 'Europe/London', country: 'GB' });
    const newYork = await expert('New York', { timeZone: 'America/New_York', country: 'US' });
    const { panel, id } = await withPanel(london, newYork);
    const ask = async (from: string, to: string) =>
      (await app.as(panel.recruiter).get(`/interviews/${id}/suggestions?from=${from}&to=${to}&minutes=60&step=60`).expect(200)).body;
    // Nine to six in both: 14:00 to 18:00 UTC in winter.
    const winter = await ask('2026-03-05T00:00:00Z', '2026-03-06T00:00:00Z');
    expect(winter.items.map((slot: Slot) => slot.startsAt.slice(11, 16))).toEqual(['14:00', '15:00', '16:00', '17:00']);
    expect(winter).toMatchObject({ minutes: 60, timeZone: 'UTC', more: false });
    // New York has changed its clocks on the 8th and London has not: an hour more in common.
    const between = await ask('2026-03-10T00:00:00Z', '2026-03-11T00:00:00Z');
    expect(between.items.map((slot: Slot) => slot.startsAt.slice(11, 16))).toEqual(['13:00', '14:00', '15:00', '16:00', '17:00']);
    // The round promises 48 hours' notice: noon of the 4th is now.
    expect(winter.items.map((slot: Slot) => slot.shortNotice)).toEqual([true, true, true, true]);
    expect(between.items[0]).toMatchObject({ shortNotice: false, inCandidateHours: true });
  });

  it('counts stated hours, other interviews, days away and holidays', async () => {
    const person = await expert('Wei', { timeZone: 'Asia/Shanghai', country: 'CN' });
    await hours(person, [{ weekday: 1, from: '10:00', to: '12:00' }]);
    const { panel, id } = await withPanel(person);
    const look = async (query: string) => (await app.as(panel.recruiter).get(`/interviews/${id}/panel-time?${query}`).expect(200)).body;
    const week = await look('from=2026-03-09T00:00:00Z&to=2026-03-11T00:00:00Z');
    expect(week.members).toMatchObject([
      {
        userId: person.id,
        timeZone: 'Asia/Shanghai',
        working: [{ startsAt: '2026-03-09T02:00:00.000Z', endsAt: '2026-03-09T04:00:00.000Z' }],
        busy: [],
        away: [],
      },
    ]);
    // Another interview takes the first of the two hours, and says nothing of whom it is with.
    const other = await withPanel(person);
    const time = { startsAt: '2026-03-09T02:00:00Z', endsAt: '2026-03-09T03:00:00Z' };
    await app.as(other.panel.recruiter).post(`/interviews/${other.id}/schedule`, time).expect(200);
    const busy = await look('from=2026-03-09T00:00:00Z&to=2026-03-11T00:00:00Z');
    expect(busy.members[0]).toMatchObject({
      busy: [{ startsAt: '2026-03-09T02:00:00.000Z', endsAt: '2026-03-09T03:00:00.000Z' }],
      free: [{ startsAt: '2026-03-09T03:00:00.000Z', endsAt: '2026-03-09T04:00:00.000Z' }],
    });
    expect(Object.keys(busy.members[0].busy[0])).toEqual(['startsAt', 'endsAt']);
    const clash = await app
      .as(panel.recruiter)
      .post(`/interviews/${id}/schedule`, { startsAt: '2026-03-09T10:30:00+08:00', endsAt: '2026-03-09T11:30:00+08:00' })
      .expect(200);
    expect(clash.body.warnings).toMatchObject([
      { code: 'overlap', userId: person.id },
      { code: 'candidate_hours', userId: null },
    ]);
    // Away that day by their own calendar; then a public holiday: 5 April 2027 is the Qingming festival there.
    await app.rows(`insert into absences (id, user_id, starts_on, ends_on) values (gen_random_uuid(), $1, '2026-03-16', '2026-03-16')`, [person.id]);
    expect((await look('from=2026-03-15T00:00:00Z&to=2026-03-18T00:00:00Z')).members[0]).toMatchObject({
      working: [],
      away: [{ startsOn: '2026-03-16' }],
    });
    expect((await look('from=2026-04-05T12:00:00Z&to=2026-04-07T00:00:00Z')).members[0].working).toEqual([]);
  });

  it("follows the organisation's own closing and working days, not the country's alone", async () => {
    const person = await expert('Yan', { timeZone: 'Asia/Shanghai', country: 'CN' });
    const { panel, id } = await withPanel(person);
    const days = { closingDays: [{ date: '2026-03-10', name: 'Founders' }], workingDays: [{ date: '2026-03-14', name: 'Made up' }] };
    const admin = await app.user('Ada', 'admin');
    const calendar = await app
      .as(admin)
      .post('/calendars', { name: 'Shenzhen office', country: 'CN', ...days })
      .expect(201);
    const working = async () => {
      const week = await app.as(panel.recruiter).get(`/interviews/${id}/panel-time?from=2026-03-08T16:00:00Z&to=2026-03-15T16:00:00Z`).expect(200);
      return week.body.members[0].working.map((span: { startsAt: string }) => span.startsAt.slice(5, 10));
    };
    expect(await working()).toEqual(['03-09', '03-10', '03-11', '03-12', '03-13']);
    await app.as(person).put(`/users/${person.id}/calendar`, { calendarId: calendar.body.id }).expect(200);
    expect(await working()).toEqual(['03-09', '03-11', '03-12', '03-13', '03-14']);
    const slots = ['2026-03-10', '2026-03-14'].map((date) => ({ startsAt: `${date}T02:00:00Z`, endsAt: `${date}T03:00:00Z` }));
    const proposal = await app.as(panel.recruiter).post(`/interviews/${id}/proposals`, { slots }).expect(201);
    const warned = proposal.body.slots.map((slot: { warnings: { code: string; userId: string | null }[] }) =>
      slot.warnings.filter(({ userId }) => userId !== null).map(({ code }) => code),
    );
    expect(warned).toEqual([['day_off'], []]);
  });

  it('warns of short notice, the night and another interview of the candidate', async () => {
    const person = await expert('Nora');
    const { panel, id } = await withPanel(person);
    await app.rows(`update candidates set time_zone = 'America/Los_Angeles' where id = $1`, [panel.candidate.id]);
    const second = await app.as(panel.recruiter).get(`/interviews/${panel.interviews[0]!.id}`).expect(200);
    const same = { startsAt: second.body.startsAt, endsAt: second.body.endsAt };
    const warned = await app.as(panel.recruiter).post(`/interviews/${id}/schedule`, same).expect(200);
    expect(warned.body.warnings.map((warning: { code: string }) => warning.code)).toEqual(['short_notice', 'candidate_hours', 'candidate_overlap']);
    expect(warned.body.warnings[1].detail).toContain('2026-03-04 05:00 (America/Los_Angeles)');
  });

  it('asks for a panel first, and for a stretch of at most 62 days', async () => {
    const { panel, id } = await withPanel();
    expect((await app.as(panel.recruiter).get(`/interviews/${id}/suggestions`).expect(409)).body.code).toBe('wrong_state');
    for (const query of ['from=2026-03-09T00:00:00Z&to=2026-03-09T00:00:00Z', 'from=2026-03-09T00:00:00Z&to=2026-06-09T00:00:00Z']) {
      const refused = await app.as(panel.recruiter).get(`/interviews/${id}/panel-time?${query}`).expect(422);
      expect(refused.body.errors[0].pointer).toBe('/to');
    }
    expect((await app.as(panel.recruiter).get(`/interviews/${id}/suggestions?step=7`).expect(422)).body.errors[0].pointer).toBe('/step');
  });
});
