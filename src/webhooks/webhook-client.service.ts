import { lookup as resolve } from 'node:dns';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction, Socket } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config.js';
import { isPublicAddress, literalAddress } from './public-address.js';

export interface Answer {
  readonly status: number;
  /** Milliseconds the receiver asks to be left alone; 0 when it does not. */
  readonly retryAfter: number;
}

const TIMEOUT_MS = 15_000;

class PrivateAddress extends Error {
  constructor(host: string) {
    super(`${host} leads to a private address, which this server does not call.`);
  }
}

/** Calls receivers. No redirects: a public address must not be able to send this server to a private one. */
@Injectable()
export class WebhookClient {
  constructor(private readonly config: Config) {}

  /** The receiver's answer; throws when there is none within fifteen seconds. */
  post(address: string, headers: Readonly<Record<string, string>>, body: string): Promise<Answer> {
    const url = new URL(address);
    const literal = literalAddress(url.hostname);
    if (literal && !this.mayCall(literal)) return Promise.reject(new PrivateAddress(url.hostname));
    const content = Buffer.from(body);
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    return new Promise((done, fail) => {
      const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(
        url,
        {
          method: 'POST',
          agent: false,
          signal,
          lookup: this.lookup,
          headers: { ...headers, 'content-type': 'application/json', 'content-length': content.length, 'user-agent': 'Plumbline-Webhooks/1' },
        },
        (response) => done(answerOf(response)),
      );
      request.on('socket', (socket) => this.watch(socket, url.hostname));
      request.on('error', (error) => fail(signal.aborted ? new Error(`No answer within ${TIMEOUT_MS / 1000} seconds.`) : error));
      request.end(content);
    });
  }

  /** Every address behind the name must be public, not just the one tried first. */
  private readonly lookup: LookupFunction = (host, options, callback) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return callback(error ?? new Error(`${host} has no address.`), '');
      if (addresses.some(({ address }) => !this.mayCall(address))) return callback(new PrivateAddress(host), '');
      if (options.all) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };

  /** The last word is the address really connected to. */
  private watch(socket: Socket, host: string): void {
    socket.once('connect', () => {
      if (!socket.remoteAddress || !this.mayCall(socket.remoteAddress)) socket.destroy(new PrivateAddress(host));
    });
  }

  private mayCall(address: string): boolean {
    return this.config.ALLOW_PRIVATE_WEBHOOKS || isPublicAddress(address);
  }
}

/** Nothing a receiver says is read or kept, beyond the status and when to come back. */
function answerOf(response: IncomingMessage): Answer {
  response.on('error', () => undefined);
  response.destroy();
  const seconds = Number(response.headers['retry-after']);
  return { status: response.statusCode ?? 0, retryAfter: Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0 };
}
