import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { RunningProduct, databaseProcess } from '../support/running-product.js';

const PASSWORD = 'violet-tractor-mends-9-lanterns';

/** Takes the link that a first start prints and becomes the admin. */
async function becomeAdmin(product: RunningProduct): Promise<void> {
  const token = /#(?:token=)?([\w-]{20,})/.exec(product.said())?.[1];
  const body = {
    token,
    name: 'Ada',
    email: 'ada@example.test',
    password: PASSWORD,
    organisation: { name: 'Example', timeZone: 'UTC', country: 'US' },
  };
  await request(product.address).post('/api/v1/auth/first-admin').send(body).expect(201);
}

const signIn = (product: RunningProduct) =>
  request(product.address).post('/api/v1/auth/sign-in').send({ email: 'ada@example.test', password: PASSWORD });

describe('starting and stopping', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'plumbline-start-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('starts empty with a link for the first admin in a folder that only its owner may enter, keeps its data, and stops its database with it', async () => {
    const own = join(folder, 'private');
    mkdirSync(own, { mode: 0o700 });
    const environment = { DATA_DIR: join(own, 'data') };
    const first = await RunningProduct.start(environment, ['--no-demo']);
    await becomeAdmin(first);
    expect(databaseProcess(environment.DATA_DIR)).toBeDefined();
    await expect(RunningProduct.start(environment, ['--no-demo'])).rejects.toThrow(/already runs on .* \(process \d+\)/);
    expect(await first.end('SIGINT')).toBe(0);
    expect(databaseProcess(environment.DATA_DIR)).toBeUndefined();

    const second = await RunningProduct.start(environment, ['--no-demo']);
    expect(second.said()).not.toContain('#');
    await signIn(second).expect(200);
    expect(await second.end('SIGTERM')).toBe(0);
  }, 120_000);

  it('begins the demo anew for an admin on this machine who types its name, and records who did', async () => {
    const product = await RunningProduct.start({ DATA_DIR: folder });
    const signedIn = async (email: string) => {
      const agent = request.agent(product.address);
      await agent.post('/api/v1/auth/demo').send({ email }).expect(200);
      return agent;
    };
    const admin = await signedIn('admin@demo.plumbline.example');
    const member = await signedIn('maya@demo.plumbline.example');
    const { organisation, abilities } = (await admin.get('/api/v1/demo').expect(200)).body;
    expect(abilities).toEqual({ reset: true });
    await admin.post('/api/v1/candidates').send({ name: 'Only in the old one' }).expect(201);

    await member.post('/api/v1/demo/reset').send({ confirmation: organisation }).expect(403);
    await admin.post('/api/v1/demo/reset').set('x-forwarded-for', '203.0.113.9').send({ confirmation: organisation }).expect(404);
    const refused = await admin.post('/api/v1/demo/reset').send({ confirmation: 'yes' }).expect(422);
    expect(refused.body.errors).toMatchObject([{ pointer: '/confirmation', code: 'not_the_name' }]);
    const [first, second] = await Promise.all([1, 2].map(() => admin.post('/api/v1/demo/reset').send({ confirmation: organisation })));
    expect([first?.status, second?.status].sort()).toEqual([204, 409]);

    await admin.get('/api/v1/me').expect(401);
    const again = await signedIn('admin@demo.plumbline.example');
    const candidates = await again.get('/api/v1/candidates?search=Only').expect(200);
    expect(candidates.body.items).toEqual([]);
    const events = await again.get('/api/v1/audit/events?type=demo.').expect(200);
    expect(events.body.items).toMatchObject([{ type: 'demo.reset', payload: { by: { email: 'admin@demo.plumbline.example' } } }]);
    await product.end('SIGINT');
  }, 180_000);

  it('recovers the data of a process that was killed, and comes back from a backup of its folder', async () => {
    const killed = await RunningProduct.start({ DATA_DIR: folder }, ['--no-demo']);
    await becomeAdmin(killed);
    await killed.end('SIGKILL');
    expect(databaseProcess(folder)).toBeDefined();

    const next = await RunningProduct.start({ DATA_DIR: folder }, ['--no-demo']);
    await signIn(next).expect(200);
    await next.end('SIGINT');

    const copy = `${folder}-restored`;
    cpSync(folder, copy, { recursive: true });
    rmSync(folder, { recursive: true });
    const restored = await RunningProduct.start({ DATA_DIR: copy }, ['--no-demo']);
    await signIn(restored).expect(200);
    await restored.end('SIGINT');
    rmSync(copy, { recursive: true, force: true });
  }, 120_000);

  it('names the variable that cannot be used', async () => {
    await expect(RunningProduct.start({ DATA_DIR: folder, SESSION_IDLE_MINUTES: 'soon' })).rejects.toThrow(/SESSION_IDLE_MINUTES: /);
  });
});
