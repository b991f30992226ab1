import type { FastifyInstance } from 'fastify';
import { Refusal, type RefusalCode } from '../domain/refusal.js';
import { toProblem } from './problem.js';

const CODE_OF_FASTIFY: Readonly<Record<string, { code: RefusalCode; detail: string }>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'payload_too_large', detail: 'The request is larger than allowed (2 MiB of JSON).' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { code: 'unsupported_media_type', detail: 'Send JSON with Content-Type: application/json.' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'malformed_request', detail: 'The request says it is JSON but its body is empty.' },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'malformed_request', detail: 'The body is not valid JSON.' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: { code: 'malformed_request', detail: 'The body is not as long as Content-Length says.' },
};

/** What fails before a route is reached (a body that is no JSON, an address that is no path) is a problem document too. */
export function answerUnreadable(fastify: FastifyInstance): void {
  fastify.setErrorHandler((error: { code?: string; statusCode?: number; message?: string }, request, reply) => {
    const known = CODE_OF_FASTIFY[error.code ?? ''];
    const clientFault = known !== undefined || (error.statusCode !== undefined && error.statusCode < 500) || error instanceof SyntaxError;
    if (!clientFault) request.log.error({ err: error }, 'Unexpected error');
    const refusal = known
      ? new Refusal(known.code, known.detail)
      : clientFault
        ? new Refusal('malformed_request', 'The request could not be read.')
        : new Refusal('internal_error', 'Something went wrong on our side; nothing was changed. Quote the request id when you report it.');
    const problem = toProblem(refusal, String(request.id));
    void reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem));
  });
}
