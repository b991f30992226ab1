import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../domain/actor.js';
import type { Caller } from './session.reader.js';

/** The way a request came, for routes on which nobody is signed in yet. */
export interface RequestWay {
  readonly address: string;
  readonly requestId: string;
  readonly userAgent: string;
  /** From this machine itself, with nothing in between that could speak for others. */
  readonly isLocal: boolean;
  readonly cookies: Readonly<Record<string, string | undefined>>;
}

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const LOCAL_NAME = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

export function wayOf(request: FastifyRequest): RequestWay {
  const { headers } = request;
  const forwarded = headers.forwarded !== undefined || headers['x-forwarded-for'] !== undefined;
  const isLocal = !forwarded && LOOPBACK.test(request.socket.remoteAddress ?? '') && LOCAL_NAME.test(headers.host ?? '');
  return { address: request.ip, requestId: String(request.id), userAgent: headers['user-agent'] ?? '', isLocal, cookies: request.cookies };
}

export const Way = createParamDecorator((_: unknown, context: ExecutionContext): RequestWay =>
  wayOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** Somebody who proved who they are in this very request: by password, or by a one-time link. */
export function actorOf(caller: Caller, way: RequestWay): Actor {
  const { userId, name, email, siteRole, locale, timeZone } = caller;
  return { userId, name, email, siteRole, locale, timeZone, via: 'session', scopes: null, address: way.address, requestId: way.requestId };
}
