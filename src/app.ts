import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance, LogController } from 'fastify';
import type { Logger } from 'pino';
import { AppModule } from './app.module.js';
import { serveApiDocs } from './platform/api-docs.js';
import { Clock } from './platform/clock.js';
import type { Config } from './platform/config.js';
import { NestLogger, createLogger } from './platform/logger.js';
import { Metrics } from './platform/metrics.js';
import { serveOpenApi } from './platform/openapi.js';
import { addSecurityHeaders } from './platform/security-headers.js';
import { serveWebApp } from './platform/web-app.js';

const JSON_BODY_LIMIT = 2 * 1024 * 1024;

function trustProxy(config: Config): ((address: string, hop: number) => boolean) | string[] {
  const hops = /^\d+$/.test(config.TRUST_PROXY) ? Number(config.TRUST_PROXY) : undefined;
  if (hops !== undefined) return (_address, hop) => hop < hops;
  return config.TRUST_PROXY.split(',').map((address) => address.trim());
}

/** The whole HTTP application, not yet listening. The server, the tests and the OpenAPI generator all start from here. */
export async function createApp(config: Config, clock: Clock = new Clock()): Promise<NestFastifyApplication> {
  const logger = createLogger(config.LOG_LEVEL);
  const adapter = new FastifyAdapter({
    loggerInstance: logger,
    trustProxy: trustProxy(config),
    // One line when it is answered, below.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: JSON_BODY_LIMIT,
    // Always our own: an id taken from the caller could be made to collide in the record.
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, clock), adapter, {
    logger: new NestLogger(logger),
    bufferLogs: false,
    abortOnError: false,
  });
  app.setGlobalPrefix('api/v1', {
    exclude: ['healthz', 'readyz', 'metrics', 'calendar/:secret.ics'].map((path) => ({ path, method: RequestMethod.GET })),
  });
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: config.MAX_FILE_MEGABYTES * 1024 * 1024, files: 1, fields: 10 } });
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  addSecurityHeaders(fastify, config);
  addHooks(fastify, app.get(Metrics), logger);
  serveOpenApi(app, fastify);
  serveApiDocs(fastify);
  await serveWebApp(fastify);
  return app;
}

function addHooks(fastify: FastifyInstance, metrics: Metrics, logger: Logger): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', String(request.id));
    done();
  });
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const { method, id, ip } = request;
    // A calendar's address is its secret: it stands in no log.
    const url = request.url.startsWith('/calendar/') ? (request.routeOptions.url ?? '/calendar/') : request.url;
    metrics.observe(method, request.routeOptions.url ?? 'unknown', reply.statusCode, reply.elapsedTime / 1000);
    logger.info({ requestId: id, method, url, address: ip, status: reply.statusCode, milliseconds: reply.elapsedTime }, 'answered');
    done();
  });
}
