import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../domain/refusal.js';

/** The `If-Match` version the caller read; required wherever two people could overwrite each other. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined)
    throw new Refusal('precondition_required', 'Send the version you read in an If-Match header.', [
      { pointer: '/if-match', in: 'header', code: 'required', detail: 'send the ETag you read' },
    ]);
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header);
  if (!version)
    throw new Refusal('validation_failed', 'If-Match: send the ETag you read, for example "3".', [
      { pointer: '/if-match', in: 'header', code: 'format', detail: 'send the ETag you read, for example "3"' },
    ]);
  return Number(version[1]);
});

export function setVersion(reply: FastifyReply, version: number): void {
  void reply.header('etag', `"${version}"`);
}

/** Somebody saved in between. `current` is what they wrote, for those who may see it. */
export function versionConflict(expected: number, actual: number, current?: unknown): Refusal {
  return new Refusal('version_conflict', `This changed since you read it (version ${expected}, now ${actual}). Compare and save again.`, [], {
    currentVersion: actual,
    ...(current === undefined ? {} : { current }),
  });
}
