import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../domain/refusal.js';
import { toProblem } from './problem.js';

const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Plumbline API</title>
<link rel="stylesheet" href="/api/docs/assets/swagger-ui.css"></head>
<body><div id="swagger-ui"></div><script src="/api/docs/assets/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body>
</html>`;

const START = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true, validatorUrl: null });`;

/** The page that shows the OpenAPI document. Scripts come from files, so that the content security policy stays strict. */
export function serveApiDocs(fastify: FastifyInstance): void {
  const root = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  fastify.get('/api/docs', async (_request, reply) => reply.type('text/html; charset=utf-8').send(PAGE));
  fastify.get('/api/docs/start.js', async (_request, reply) => reply.type('text/javascript; charset=utf-8').send(START));
  fastify.get<{ Params: { file: string } }>('/api/docs/assets/:file', async (request, reply) => {
    if (/^swagger-ui(-bundle)?\.(css|js)$/.test(request.params.file)) return reply.sendFile(request.params.file, root);
    const problem = toProblem(new Refusal('not_found', 'There is nothing at this address.'), String(request.id));
    await reply.status(404).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem));
  });
}
