import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, type RefusalCode } from '../domain/refusal.js';
import { toProblem } from './problem.js';

/** What fails before a route is reached, by the HTTP server's own code. */
const CODE_OF_SERVER: Readonly<Record<string, { code: RefusalCode; detail: string }>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'payload_too_large', detail: 'The request is larger than allowed (2 MiB of JSON).' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { code: 'unsupported_media_type', detail: 'Send JSON with Content-Type: application/json.' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'malformed_request', detail: 'The request says it is JSON but its body is empty.' },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'malformed_request', detail: 'The body is not valid JSON.' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: { code: 'malformed_request', detail: 'The body is not as long as Content-Length says.' },
};

/** What Fastify and Nest say in their own words, in ours. */
const CODE_OF_STATUS: Readonly<Record<number, RefusalCode>> = {
  400: 'malformed_request',
  // A path out of what is served: as if nothing were there.
  403: 'not_found',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
  429: 'rate_limited',
};

/** What PostgreSQL refuses on its own: constraints are the last line, reached when two requests race. */
const CODE_OF_SQLSTATE: Readonly<Record<string, { code: RefusalCode; detail: string }>> = {
  '23505': { code: 'already_exists', detail: 'Something with the same identity exists already. Reload and look.' },
  '23503': { code: 'conflict', detail: 'Something this refers to does not exist any more. Reload and try again.' },
  '23514': { code: 'validation_failed', detail: 'A value is outside what the record allows.' },
  '22021': { code: 'validation_failed', detail: 'The text holds a character that cannot be stored.' },
  '22P05': { code: 'validation_failed', detail: 'The text holds a character that cannot be stored.' },
  '22003': { code: 'validation_failed', detail: 'A number is too large.' },
  '55P03': { code: 'temporarily_unavailable', detail: 'Somebody else is changing this right now. Try again.' },
  '57014': { code: 'temporarily_unavailable', detail: 'This took too long and was stopped. Try again, or ask for less.' },
};

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = toProblem(this.refusalFrom(error, request), String(request.id));
    const retryAfter = problem['retryAfter'];
    if (typeof retryAfter === 'number') void reply.header('retry-after', String(retryAfter));
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(problem));
  }

  private refusalFrom(error: unknown, request: FastifyRequest): Refusal {
    if (error instanceof Refusal) return error;
    const known = CODE_OF_SERVER[codeOf(error) ?? ''];
    if (known) return new Refusal(known.code, known.detail);
    const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
    const code = status === undefined ? undefined : CODE_OF_STATUS[status];
    if (code) return new Refusal(code, wordsFor(code, error));
    const fromDatabase = CODE_OF_SQLSTATE[codeOf(error) ?? ''];
    if (fromDatabase) return new Refusal(fromDatabase.code, fromDatabase.detail);
    this.logger.error({ err: error, requestId: request.id }, 'Unexpected error');
    return new Refusal('internal_error', 'Something went wrong on our side; nothing was changed. Quote the request id when you report it.');
  }
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' && error.statusCode < 500 ? error.statusCode : undefined;
}

/** The code of an error of the HTTP server or of PostgreSQL, also through TypeORM's wrapping. */
function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'driverError' in error ? codeOf(error.driverError) : undefined;
}

function wordsFor(code: RefusalCode, error: unknown): string {
  if (code === 'not_found') return 'There is nothing at this address.';
  if (code === 'payload_too_large') return 'The request is larger than allowed.';
  return error instanceof Error ? error.message : 'The request could not be read.';
}
