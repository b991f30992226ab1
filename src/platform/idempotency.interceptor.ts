import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, from, lastValueFrom } from 'rxjs';
import { Refusal } from '../domain/refusal.js';
import { Clock } from './clock.js';
import { IdempotencyStore } from './idempotency.store.js';
import { type Secrets, SECRETS } from './secrets.decorator.js';

type Request = FastifyRequest & { actor?: { userId: string } };

/** A POST sent again with the same `Idempotency-Key` gets the first answer again and does nothing twice. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly store: IdempotencyStore,
    private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const key = request.headers['idempotency-key'];
    const userId = request.actor?.userId;
    const secrets = Reflect.getMetadata(SECRETS, context.getHandler()) as Secrets | undefined;
    if (request.method !== 'POST' || key === undefined || userId === undefined || secrets?.inRequest) return next.handle();
    if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) {
      throw new Refusal('validation_failed', 'Idempotency-Key: 1 to 200 printable ASCII characters without spaces.', [
        { pointer: '/idempotency-key', in: 'header', code: 'format', detail: '1 to 200 printable ASCII characters without spaces' },
      ]);
    }
    return from(this.once(userId, key, request, http.getResponse<FastifyReply>(), next, secrets?.inAnswer ?? []));
  }

  private async once(
    userId: string,
    key: string,
    request: Request,
    reply: FastifyReply,
    next: CallHandler,
    secrets: readonly string[],
  ): Promise<unknown> {
    const requestHash = createHash('sha256')
      .update(`${request.url}\n${JSON.stringify(request.body ?? null)}`)
      .digest('base64url');
    if (!(await this.store.claim(userId, key, requestHash, this.clock.now()))) return this.replay(userId, key, requestHash, reply);
    try {
      const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      const headers = replayedHeaders(reply);
      await this.store.keep(userId, key, { status: reply.statusCode, body: JSON.stringify(without(answer, secrets) ?? null), headers });
      return answer;
    } catch (error) {
      await this.store.release(userId, key);
      throw error;
    }
  }

  private async replay(userId: string, key: string, requestHash: string, reply: FastifyReply): Promise<unknown> {
    const kept = await this.store.find(userId, key);
    if (kept && kept.requestHash !== requestHash) {
      throw new Refusal('idempotency_key_reused', 'This Idempotency-Key was used for a different request. Use a new key.');
    }
    if (!kept || kept.status === null || kept.body === null) {
      throw new Refusal('idempotency_in_progress', 'The first request with this Idempotency-Key is still running. Try again shortly.');
    }
    void reply.status(kept.status).headers({ ...kept.headers, 'idempotency-replayed': 'true' });
    return JSON.parse(kept.body);
  }
}

/** What is shown once is not kept: sent again, the answer has null in its place. */
function without(answer: unknown, secrets: readonly string[]): unknown {
  if (secrets.length === 0 || typeof answer !== 'object' || answer === null) return answer;
  return { ...answer, ...Object.fromEntries(secrets.map((member) => [member, null])) };
}

function replayedHeaders(reply: FastifyReply): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of ['etag', 'location']) {
    const value = reply.getHeader(name);
    if (typeof value === 'string') kept[name] = value;
  }
  return kept;
}
