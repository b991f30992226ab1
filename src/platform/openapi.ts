import { type INestApplication, applyDecorators } from '@nestjs/common';
import { ApiExtension, DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { toJsonSchema31 } from './openapi-schema.js';
import { STATUS_OF, toProblem } from './problem.js';
import { REFUSAL_CODES, Refusal, type RefusalCode } from '../domain/refusal.js';

const REFUSALS = 'x-refusals';

/** The refusals a route can answer with, beside those every route shares. They become its documented error responses. */
export function Refuses(...codes: readonly RefusalCode[]): MethodDecorator {
  return applyDecorators(ApiExtension(REFUSALS, [...codes]));
}

const EVERY_ROUTE: readonly RefusalCode[] = ['malformed_request', 'validation_failed', 'rate_limited', 'internal_error', 'temporarily_unavailable'];
const WITH_BODY: readonly RefusalCode[] = ['payload_too_large', 'unsupported_media_type'];
const SIGNED_IN: readonly RefusalCode[] = ['unauthenticated', 'csrf_rejected', 'forbidden'];

interface Operation {
  responses: Record<string, unknown>;
  security?: unknown[];
  requestBody?: unknown;
  [extension: string]: unknown;
}

/** The OpenAPI 3.1 document of everything under `/api/v1`. */
export function buildOpenApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Plumbline')
    .setDescription('Turns independent interview scorecards into a hiring decision a company can defend.')
    .setVersion('1')
    .addCookieAuth('plumbline', { type: 'apiKey', in: 'cookie', name: 'plumbline' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'token')
    .addSecurityRequirements('session')
    .addSecurityRequirements('token')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path)) if (isOperation(operation)) documentRefusals(operation);
  }
  document.components = {
    ...document.components,
    examples: problemExamples(),
    schemas: { ...document.components?.schemas, Problem: PROBLEM_SCHEMA as never },
  };
  return toJsonSchema31(document);
}

function isOperation(value: unknown): value is Operation {
  return typeof value === 'object' && value !== null && 'responses' in value;
}

function documentRefusals(operation: Operation): void {
  const own = (operation[REFUSALS] ?? []) as RefusalCode[];
  operation[REFUSALS] = undefined;
  const byStatus = new Map<number, Set<RefusalCode>>();
  for (const code of [...EVERY_ROUTE, ...SIGNED_IN, ...(operation.requestBody === undefined ? [] : WITH_BODY), ...own]) {
    const status = STATUS_OF[code];
    byStatus.set(status, (byStatus.get(status) ?? new Set()).add(code));
  }
  for (const [status, codes] of byStatus) operation.responses[String(status)] = problemResponse([...codes].sort());
}

/** The examples stand once in the components: a hundred routes refer to them. */
function problemResponse(codes: readonly RefusalCode[]): unknown {
  const examples = Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]));
  const schema = { allOf: [{ $ref: '#/components/schemas/Problem' }, { type: 'object', properties: { code: { enum: codes } } }] };
  return { description: codes.join(', '), content: { 'application/problem+json': { schema, examples } } };
}

function problemExamples(): Record<string, { value: unknown }> {
  const requestId = '9a4f0c1e-2d57-4d6e-9a4f-2b1c3d4e5f60';
  return Object.fromEntries(REFUSAL_CODES.map((code) => [code, { value: toProblem(new Refusal(code, `An example of ${code}.`), requestId) }]));
}

const PROBLEM_SCHEMA = {
  type: 'object',
  description: 'RFC 9457 problem details',
  required: ['type', 'title', 'status', 'code', 'detail', 'requestId', 'errors'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string', description: 'A sentence for the person: what is wrong and the way out' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'detail'],
        properties: {
          pointer: { type: 'string', description: 'RFC 6901 pointer into the body, or the part named by `in`' },
          in: { type: 'string', enum: ['body', 'query', 'path', 'header'] },
          code: { type: 'string' },
          detail: { type: 'string' },
        },
      },
    },
  },
  additionalProperties: true,
};

/** Serves the document at `/api/openapi.json`; it is built once, on first use. */
export function serveOpenApi(app: NestFastifyApplication, fastify: FastifyInstance): void {
  let document: OpenAPIObject | undefined;
  const current = () => (document ??= buildOpenApi(app));
  fastify.get('/api/openapi.json', async (_request, reply) => {
    void reply.header('content-type', 'application/json; charset=utf-8');
    return current();
  });
}
