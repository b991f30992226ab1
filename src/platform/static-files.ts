import send from '@fastify/send';
import type { FastifyReply, FastifyRequest } from 'fastify';

export interface StaticOptions {
  readonly root: string;
  /** Files named by a hash of their content never change. */
  readonly immutable?: boolean;
}

/** Answers with a file below `root`, or false where there is none; ranges and conditional requests included. */
export async function sendFile(request: FastifyRequest, reply: FastifyReply, path: string, options: StaticOptions): Promise<boolean> {
  const { statusCode, headers, stream, type } = await send(request.raw, encodeURI(path), {
    root: options.root,
    index: false,
    dotfiles: 'ignore',
    immutable: options.immutable ?? false,
    maxAge: options.immutable ? 31_536_000_000 : 0,
  });
  if (type !== 'file' && statusCode !== 304) return false;
  await reply.status(statusCode).headers(headers).send(stream);
  return true;
}
