import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Beside the compiled product; absent in a checkout that was not built, where only the API is served. */
const ROOT = fileURLToPath(new URL('../web', import.meta.url));

/** The web app at `/`: its files, and for every other address outside the API its one page, which finds the screen. */
export async function serveWebApp(fastify: FastifyInstance): Promise<void> {
  if (!existsSync(ROOT)) return;
  // Only where there is something to serve: the test runner cannot load what the library for files is made of.
  const { default: staticFiles } = await import('@fastify/static');
  await fastify.register(staticFiles, { serve: false, dotfiles: 'ignore', preCompressed: true });
  const page = (_request: FastifyRequest, reply: FastifyReply) =>
    reply.header('cache-control', 'no-cache').sendFile('index.html', ROOT, { cacheControl: false });
  fastify.get('/', page);
  // Named by a hash of their content: they never change.
  fastify.get<{ Params: { '*': string } }>('/assets/*', (request, reply) =>
    reply.sendFile(`assets/${request.params['*']}`, ROOT, { immutable: true, maxAge: '1y' }),
  );
  // Asked for anew each time, by which a browser learns of a new version.
  fastify.get('/sw.js', (_request, reply) => reply.header('cache-control', 'no-cache').sendFile('sw.js', ROOT, { cacheControl: false }));
  for (const prefix of SCREENS) {
    fastify.get(`/${prefix}`, page);
    fastify.get(`/${prefix}/*`, page);
  }
  // Somebody who mistyped an address is shown the way back; a program is told in its own form.
  fastify.get('/*', (request, reply) => {
    if (isForPrograms(request)) return reply.callNotFound();
    return page(request, reply.code(404));
  });
}

function isForPrograms({ url, headers }: FastifyRequest): boolean {
  return /^\/(api|assets)(\/|\?|$)/.test(url) || !(headers.accept ?? '').includes('text/html');
}

/** First path segments of the app's screens. */
const SCREENS = [
  'home',
  'sign-in',
  'accept-invitation',
  'reset',
  'reset-password',
  'first-admin',
  'interviews',
  'scorecards',
  'debriefs',
  'board',
  'applications',
  'candidates',
  'jobs',
  'rubrics',
  'plans',
  'reports',
  'offers',
  'imports',
  'exports',
  'calibration',
  'admin',
  'history',
  'settings',
  'inbox',
  'packets',
  'search',
];
