import { TestApp } from '../support/test-app.js';
import { roleRows, type RoleRow } from './route-rows.js';
import { MARKS, World } from './world.js';

const ROLES = roleRows();
const KINDS = ['applications', 'candidates', 'interviews', 'scorecards', 'decisions', 'events'];
const SECRETS = [MARKS.content, MARKS.draft, MARKS.note, MARKS.hash, MARKS.time, MARKS.figure];

/** Every export and every calendar, asked as every other route is: an export is an event itself, so it has a run of its own. */
describe('every export and every role', () => {
  let app: TestApp;
  let world: World;
  const answers = new Map<string, string>();
  const roles = (...sees: RoleRow['sees'][]) => ROLES.filter((role) => sees.includes(role.sees));
  /** Any recruiter knows the pool of candidates. */
  const knows = (role: RoleRow, kind: string) => role.role === 'other_job_recruiter' && kind === 'candidates';

  async function askAll(stage: string): Promise<void> {
    for (const role of ROLES) {
      for (const kind of KINDS) answers.set(`${stage} ${role.role} ${kind}`, await exported(role, kind));
      answers.set(`${stage} ${role.role} calendar`, await calendar(role));
    }
  }

  async function exported(role: RoleRow, kind: string): Promise<string> {
    const { status, text } = await app.as(world.user(role.role)).get(`/exports/${kind}.csv`);
    if (status === 403) return 'forbidden';
    if (status !== 200) throw new Error(`${role.role} ${kind}: ${status} ${text}`);
    // What others export is history too, and grows while this runs.
    return kind === 'events'
      ? text
          .split('\r\n')
          .filter((line) => !/,(export|calendar_feed)\./.test(line))
          .join('\r\n')
      : text;
  }

  async function calendar(role: RoleRow): Promise<string> {
    const made = await app.as(world.user(role.role)).post('/me/calendar-feed').expect(201);
    return (
      await app
        .as(null)
        .get(new URL(String(made.body.url)).pathname)
        .expect(200)
    ).text;
  }

  const answer = (stage: string, role: RoleRow, kind: string): string => {
    const found = answers.get(`${stage} ${role.role} ${kind}`);
    if (found === undefined) throw new Error(`not asked: ${stage} ${role.role} ${kind}`);
    return found;
  };

  beforeAll(async () => {
    app = await TestApp.start({ DATABASE_POOL: '10' });
    world = new World(app, ROLES);
    await world.lay();
    await askAll('before');
    await world.addHidden();
    await askAll('first');
    await world.changeSecrets();
    await askAll('second');
  }, 300_000);
  afterAll(() => app.stop());

  it.each([...KINDS, 'calendar'])('%s: for whom the application does not exist, it is as before it existed', (kind) => {
    for (const role of roles('absent').filter((one) => !knows(one, kind)))
      for (const stage of ['first', 'second'])
        expect({ role: role.role, text: answer(stage, role, kind) }).toEqual({ role: role.role, text: answer('before', role, kind) });
  });

  it.each([...KINDS, 'calendar'])('%s: the blinded get the same whatever the cards say', (kind) => {
    for (const role of roles('status')) {
      const text = answer('second', role, kind);
      expect({ role: role.role, text }).toEqual({ role: role.role, text: answer('first', role, kind) });
      expect({ role: role.role, leaked: SECRETS.filter((mark) => text.includes(mark)) }).toEqual({ role: role.role, leaked: [] });
    }
  });

  it.each([...KINDS, 'calendar'])('%s: nobody gets a draft or a private note', (kind) => {
    for (const role of ROLES) expect([MARKS.draft, MARKS.note].filter((mark) => answer('second', role, kind).includes(mark))).toEqual([]);
  });

  it('the comparison means something: who may read gets something to read', () => {
    const manager = ROLES.find((role) => role.role === 'hiring_manager')!;
    expect(answer('second', manager, 'scorecards')).toContain(`${MARKS.content} second`);
    expect(answer('second', manager, 'applications')).not.toBe(answer('before', manager, 'applications'));
  });
});
