import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RunningProduct } from '../support/running-product.js';
import { type TestDatabase, createTestDatabase } from '../support/test-database.js';

const WEB = fileURLToPath(new URL('../../web/src', import.meta.url));

/** The first segment of every route of the web app, read from where they are listed. */
const ADDRESSES = new Set(
  ['app/router.tsx', ...readdirSync(WEB).map((area) => `${area}/area.ts`)]
    .filter((file) => existsSync(join(WEB, file)))
    .flatMap((file) => [...readFileSync(join(WEB, file), 'utf8').matchAll(/(?:path: '|^ {2}'\/)([a-z-]+)/gm)].map(([, first]) => first ?? '')),
);

interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

describe('the files of the web app', () => {
  let database: TestDatabase;
  let product: RunningProduct;
  beforeAll(async () => {
    database = await createTestDatabase();
    product = await RunningProduct.start({ DATABASE_URL: database.url, MIGRATION_DATABASE_URL: database.ownerUrl });
  }, 120_000);
  afterAll(async () => {
    await product.end('SIGTERM');
    await database.drop();
  });

  /** The path goes out as it is written; `fetch` would tidy it first. */
  const get = (path: string, encoding = 'identity', accept = '*/*') =>
    new Promise<Answer>((answered, failed) => {
      const { hostname, port } = new URL(product.address);
      request({ hostname, port, path, headers: { 'accept-encoding': encoding, accept } }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => answered({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() }));
      })
        .on('error', failed)
        .end();
    });

  it('come compressed as the browser asks for, and are kept for good', async () => {
    const page = await get('/');
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(page.body)?.[1] ?? '';
    const [plain, gzip, brotli] = [await get(script), await get(script, 'gzip'), await get(script, 'gzip, br')];
    expect([plain, gzip, brotli].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'gzip', 'br']);
    expect(Number(gzip.headers['content-length'])).toBeLessThan(Number(plain.headers['content-length']) / 2);
    expect(plain.headers['cache-control']).toContain('immutable');
    expect(page.headers['cache-control']).toBe('no-cache');
  });

  it('tell of a new version of themselves: the worker is asked for anew each time', async () => {
    const worker = await get('/sw.js', 'gzip');
    expect(worker.status).toBe(200);
    expect(worker.headers['content-type']).toContain('javascript');
    expect(worker.headers['cache-control']).toBe('no-cache');
  });

  it('show a person the page wherever they are, and say to programs where nothing is', async () => {
    const [screen, mistyped, route] = await Promise.all(
      ['/reset', '/nowhere/at/all', '/api/v1/nowhere'].map((path) => get(path, 'identity', 'text/html')),
    );
    expect([screen?.status, mistyped?.status, route?.status]).toEqual([200, 404, 404]);
    expect(mistyped?.body).toBe(screen?.body);
    expect(mistyped?.body).toContain('<div id="root">');
    expect(JSON.parse(route?.body ?? '')).toMatchObject({ code: 'not_found' });
  });

  it('are the same page at every address that a screen has, so that a reload finds it again', async () => {
    const routes = [...ADDRESSES].map((first) => `/${first}`);
    expect(routes.length).toBeGreaterThan(20);
    for (const path of routes) expect([path, (await get(path)).headers['content-type']]).toEqual([path, expect.stringContaining('text/html')]);
  });

  it.each(['/assets/../../package.json', '/assets/..%2f..%2fpackage.json', '/assets/nothing.js', '/assets/.env', '/assets/%00', '/nowhere'])(
    'have nothing at %s',
    async (path) => {
      const { status, body } = await get(path);
      expect([400, 404]).toContain(status);
      expect(JSON.parse(body)).toMatchObject({ status });
    },
  );
});
