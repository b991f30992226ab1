import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { invalid } from '../domain/refusal.js';

/** The `If-Match` version where the caller sent one; the use case says when it cannot do without. */
export const IfMatchGiven = createParamDecorator((_: unknown, context: ExecutionContext): number | null => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined) return null;
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header);
  if (!version) throw invalid([{ pointer: '/if-match', in: 'header', code: 'format', detail: 'send the ETag you read, for example "3"' }]);
  return Number(version[1]);
});
