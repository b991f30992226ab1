import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { FastifyInstance, FastifyRequest } from 'fastify';

interface Operation {
  responses: Record<string, { content?: Record<string, { schema?: unknown }> }>;
}

interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: unknown;
}

const FILE = fileURLToPath(new URL('../../openapi.json', import.meta.url));
const document = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Document) : undefined;
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
if (document) ajv.addSchema({ $id: 'openapi', components: document.components });
const validators = new Map<string, ValidateFunction>();

/**
 * Holds every answer of every API test against the committed `openapi.json`: the route, the status, the error code and
 * the body must all be documented. The document is proven exact by everything the tests do, not by a test of its own.
 */
export class Contract {
  readonly violations = new Set<string>();

  watch(fastify: FastifyInstance): void {
    if (!document) return;
    fastify.addHook('onSend', async (request, reply, payload) => {
      const route = request.routeOptions.url;
      if (route?.startsWith('/api/v1')) this.check(request, route, reply.statusCode, String(reply.getHeader('content-type') ?? ''), payload);
      return payload;
    });
  }

  private check(request: FastifyRequest, route: string, status: number, type: string, payload: unknown): void {
    const path = route.replace(/:(\w+)/g, '{$1}');
    const where = `${request.method} ${path} → ${status}`;
    const operation = document?.paths[path]?.[request.method.toLowerCase()];
    if (!operation) return void this.violations.add(`${request.method} ${path} is not in openapi.json`);
    const response = operation.responses[String(status)];
    if (!response)
      return void this.violations.add(`${where}: status not documented${typeof payload === 'string' ? ` (${payload.slice(0, 160)})` : ''}`);
    const media = type.split(';')[0] ?? '';
    const schema = response.content?.[media]?.schema;
    if (!media.endsWith('json')) return;
    if (!schema) return void this.violations.add(`${where}: ${media} not documented`);
    if (typeof payload === 'string') this.validate(where, schema, payload);
  }

  private validate(where: string, schema: unknown, payload: string): void {
    let validate = validators.get(where);
    if (!validate) {
      const absolute = JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"openapi#/components')) as object;
      validate = ajv.compile(absolute);
      validators.set(where, validate);
    }
    if (validate(JSON.parse(payload))) return;
    for (const error of (validate.errors ?? []).slice(0, 5))
      this.violations.add(`${where}: ${error.instancePath} ${error.message ?? ''} ${JSON.stringify(error.params)}`);
  }
}
