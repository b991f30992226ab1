import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendFile } from './static-files.js';

/** Beside the compiled product; absent in a checkout that was not built, where only the API is served. */
const ROOT = fileURLToPath(new URL('../web', import.meta.url));

/** The web app at `/`: its files, and for every other address outside the API its one page, which finds the screen. */
export function serveWebApp(fastify: FastifyInstance): void {
  if (!existsSync(ROOT)) return;
  const page = async (request: FastifyRequest, reply: FastifyReply) => {
    await sendFile(request, reply.header('cache-control', 'no-cache'), 'index.html', { root: ROOT });
  };
  fastify.get('/', page);
  fastify.get('/assets/*', async (request, reply) => {
    const path = new URL(request.url, 'http://app').pathname.slice(1);
    if (!(await sendFile(request, reply, path, { root: ROOT, immutable: true }))) await reply.status(404).send();
  });
  for (const prefix of SCREENS) {
    fastify.get(`/${prefix}`, page);
    fastify.get(`/${prefix}/*`, page);
  }
}

/** First path segments of the app's screens. */
const SCREENS = [
  'sign-in',
  'accept-invitation',
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
  'calibration',
  'admin',
  'history',
  'settings',
  'inbox',
  'packets',
  'search',
];
