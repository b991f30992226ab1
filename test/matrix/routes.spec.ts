import { TestApp } from '../support/test-app.js';
import { productRoutes } from './product-routes.js';
import { roleRows, routeRows, type RoleRow, type RouteRow } from './route-rows.js';
import { MARKS, World } from './world.js';

/** Answers by route and role: status and body, without what differs from request to request. */
type Answers = ReadonlyMap<string, Answer>;
interface Answer {
  readonly status: number;
  readonly etag: string | undefined;
  readonly text: string;
}

const ROLES = roleRows();
const ROUTES = routeRows();
const named = (route: RouteRow) =>
  `${route.method} ${route.path}${route.query}${Object.keys(route.ids).length > 0 ? ` ${JSON.stringify(route.ids)}` : ''}`;
const READS = ROUTES.filter((route) => route.kind === 'read');
/** That somebody was refused what is sealed is an event of its own. */
const CHANGES = `select count(*) from events where type not like '%.refused'`;
/** Of routes that say nothing of any candidate, and of writes by the blinded, these stand for all. */
const CHOSEN = [
  'outsider',
  'conflicted_recruiter',
  'conflicted_admin',
  'owing_recruiter',
  'owing_manager',
  'declined_interviewer',
  'coordinator',
  'admin',
];
const NOWHERE = '00000000-0000-4000-8000-000000000000';

/**
 * Two things may not be learned by any route, and both are asked for by comparing whole answers. For whom an application does
 * not exist, everything is as it was before it was there. For who is blinded, everything is the same whatever the cards
 * say, whenever they came and whatever the figures made of them are: bodies, counts, order, errors, versions.
 */
describe('every route and every role', () => {
  let app: TestApp;
  let world: World;
  let before: Answers;
  let first: Answers;
  let second: Answers;
  const roles = (...sees: RoleRow['sees'][]) => ROLES.filter((role) => sees.includes(role.sees));
  const asked = (route: RouteRow, ...sees: RoleRow['sees'][]) =>
    roles(...sees).filter((role) => route.shows !== 'nothing' || CHOSEN.includes(role.role));
  const strangers = (route: RouteRow) => asked(route, 'absent').filter((role) => !route.known.includes(role.role));
  const keyOf = (route: RouteRow, role: RoleRow) => `${role.role}: ${named(route)}`;

  beforeAll(async () => {
    app = await TestApp.start({ DATABASE_POOL: '10' });
    world = new World(app, ROLES);
    await world.lay();
    before = await ask(
      roles('absent', 'status'),
      [...READS, ...ROUTES.filter((route) => route.kind === 'write' || route.kind === 'absent')],
      roles('absent'),
    );
    await world.addHidden();
    first = await ask(roles('absent', 'status'), READS);
    await world.changeSecrets();
    second = await ask(roles('absent', 'status'), READS);
  }, 300_000);
  afterAll(() => app.stop());

  /** Asks every route as every role; writes only as those in `writers`. */
  async function ask(as: readonly RoleRow[], routes: readonly RouteRow[], writers: readonly RoleRow[] = []): Promise<Answers> {
    const answers = new Map<string, Answer>();
    await Promise.all(
      as.map(async (role) => {
        for (const route of routes.filter((one) => one.shows !== 'nothing' || CHOSEN.includes(role.role)))
          if (route.kind === 'read' || (writers.includes(role) && !route.known.includes(role.role)))
            answers.set(keyOf(route, role), await send(role, route));
      }),
    );
    return answers;
  }

  async function send(role: RoleRow, route: RouteRow): Promise<Answer> {
    const path = fill(route.path.replace(/:(\w+)/g, (_, name: string) => idFor(route, name)) + route.query);
    const caller = app.as(world.user(role.role));
    const body: unknown = route.body === undefined ? undefined : JSON.parse(fill(JSON.stringify(route.body)));
    const mounted = ['/healthz', '/readyz', '/metrics'].includes(route.path) ? route.path : `/api/v1${path}`;
    const test = {
      GET: () => caller.get(mounted),
      POST: () => caller.post(mounted, body ?? {}).set('if-match', '"1"'),
      PUT: () => caller.put(mounted, body ?? {}, 1),
      PATCH: () => caller.patch(mounted, body ?? {}, 1),
      DELETE: () => caller.delete(mounted),
    }[route.method];
    if (!test) throw new Error(`no way to send ${route.method}`);
    const { status, headers, text, body: parsed } = await test();
    return { status, etag: headers['etag'], text: withoutRequest(text ?? JSON.stringify(parsed)) };
  }

  /** `{application}` in a query or body is the id of that object; `{author}` the id of the person of that role. */
  function fill(text: string): string {
    return text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const known = Object.entries(world.ids).find(([key]) => key === name)?.[1];
      return known ?? world.user(name).id;
    });
  }

  function idFor(route: RouteRow, param: string): string {
    const name = route.ids[param] ?? param.replace(/Id$/, '');
    if (name === 'none') return NOWHERE;
    const known = Object.entries({ ...world.ids, version: world.ids.rubricVersion }).find(([key]) => key === name)?.[1];
    return known ?? (world.users.has(name) ? world.user(name).id : name);
  }

  const answer = (answers: Answers, route: RouteRow, role: RoleRow): Answer => {
    const found = answers.get(keyOf(route, role));
    if (!found) throw new Error(`not asked: ${keyOf(route, role)}`);
    return found;
  };

  it('is listed in routes.csv, once it exists', () => {
    const listed = new Set(ROUTES.map((route) => `${route.method} ${route.path}`));
    const mounted = productRoutes(app);
    expect({ notListed: mounted.filter((route) => !listed.has(route)), notMounted: [...listed].filter((route) => !mounted.includes(route)) }).toEqual(
      { notListed: [], notMounted: [] },
    );
  });

  it('has the sight that roles.csv says', async () => {
    for (const role of ROLES) {
      const [row] = await app.rows<{ sight: string }>('select sight from application_sight($1, $2) where application_id = $3', [
        world.user(role.role).id,
        app.clock.now(),
        world.ids.application,
      ]);
      expect({ role: role.role, sees: row?.sight }).toEqual({ role: role.role, sees: role.sees });
    }
  });

  it.each(READS.map((route) => [named(route), route] as const))('%s never fails', (_name, route) => {
    for (const answers of [before, first, second])
      for (const role of asked(route, 'absent', 'status')) expect(answer(answers, route, role).status).toBeLessThan(500);
  });

  it.each(READS.map((route) => [named(route), route] as const))(
    '%s is for whom the application does not exist as it was before it existed',
    (_name, route) => {
      for (const role of strangers(route)) {
        expect({ role: role.role, ...answer(first, route, role) }).toEqual({ role: role.role, ...answer(before, route, role) });
        expect({ role: role.role, ...answer(second, route, role) }).toEqual({ role: role.role, ...answer(before, route, role) });
      }
    },
  );

  it.each(READS.map((route) => [named(route), route] as const))('%s is for the blinded the same whatever the cards say', (_name, route) => {
    for (const role of asked(route, 'status')) {
      const { text } = answer(second, route, role);
      expect({ role: role.role, ...answer(first, route, role) }).toEqual({ role: role.role, ...answer(second, route, role) });
      for (const mark of [MARKS.content, MARKS.draft, MARKS.note, MARKS.hash, MARKS.time, MARKS.figure]) {
        // A judgement of one's own is no secret; in this world nobody blinded has submitted one.
        expect({ role: role.role, mark, text: text.includes(mark) ? text : '' }).toEqual({ role: role.role, mark, text: '' });
      }
    }
  });

  it.each(READS.filter((route) => route.shows === 'nothing').map((route) => [named(route), route] as const))(
    '%s says nothing of any candidate to anybody',
    (_name, route) => {
      for (const role of asked(route, 'absent', 'status'))
        expect({ role: role.role, ...answer(first, route, role) }).toEqual({ role: role.role, ...answer(before, route, role) });
    },
  );

  it.each(READS.filter((route) => route.shows === 'status' && route.path.includes(':applicationId')).map((route) => [named(route), route] as const))(
    '%s is there for the blinded',
    (_name, route) => {
      const role = ROLES.find((one) => one.role === 'owing_recruiter')!;
      expect(answer(first, route, role)).not.toEqual(answer(before, route, role));
    },
  );

  const HIDDEN_WRITES = ROUTES.filter((route) => route.kind === 'write' || route.kind === 'absent');
  it.each(HIDDEN_WRITES.map((route) => [named(route), route] as const))('%s is refused as for a thing nobody has', async (_name, route) => {
    const [events] = await app.rows<{ count: string }>(CHANGES);
    for (const role of strangers(route)) {
      const { status, text } = await send(role, route);
      expect({ role: role.role, status, text }).toEqual({
        role: role.role,
        status: answer(before, route, role).status,
        text: answer(before, route, role).text,
      });
      // 403 is for a site role that may not do this to anything, 422 for an id in the body: neither says anything about this one.
      expect(route.kind === 'absent' ? [403, 404, 422] : [403, 404]).toContain(status);
    }
    expect(await app.rows(CHANGES)).toEqual([events]);
  });

  it('shows drafts and private notes to nobody but their author, whatever they may read', async () => {
    const readers = roles('content').filter((role) => role.role !== 'author');
    const answers = await ask(readers, READS);
    for (const [key, { status, text }] of answers) {
      expect({ key, status: status >= 500 ? status : 0, leaked: [MARKS.draft, MARKS.note].filter((mark) => text.includes(mark)) }).toEqual({
        key,
        status: 0,
        leaked: [],
      });
    }
    // The comparison above means something only where those who may read really get something to read.
    const manager = ROLES.find((role) => role.role === 'hiring_manager')!;
    const card = READS.find((route) => route.path === '/scorecards/:scorecardId' && route.shows === 'content')!;
    expect(answers.get(keyOf(card, manager))?.text).toContain(`${MARKS.content} second`);
  });

  // Last, because some of these may be done by some of them: what was answered must carry nothing they may not know.
  it.each(ROUTES.filter((route) => route.kind === 'write').map((route) => [named(route), route] as const))(
    '%s tells the blinded nothing, refused or done',
    async (_name, route) => {
      for (const role of roles('status').filter((one) => CHOSEN.includes(one.role))) {
        const { status, text } = await send(role, route);
        const leaked = [MARKS.content, MARKS.draft, MARKS.note, MARKS.hash, MARKS.time, MARKS.figure].filter((mark) => text.includes(mark));
        expect({ role: role.role, failed: status >= 500 ? text : '', leaked }).toEqual({ role: role.role, failed: '', leaked: [] });
      }
    },
  );
});

function withoutRequest(text: string): string {
  return text.replace(/"requestId":"[^"]*"/g, '');
}
