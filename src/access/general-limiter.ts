import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from '../domain/refusal.js';
import { Config } from '../platform/config.js';

/** Requests a minute of one person or one address. Kept per process: it protects this process, not an account. */
@Injectable()
export class GeneralLimiter {
  private readonly limiter: RateLimiterMemory;

  constructor(config: Config) {
    this.limiter = new RateLimiterMemory({ points: config.RATE_LIMIT_PER_MINUTE, duration: 60 });
  }

  async take(key: string): Promise<void> {
    try {
      await this.limiter.consume(key);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw tooMany(Math.ceil(error.msBeforeNext / 1000));
    }
  }
}

/** The refusal of one request too many; `seconds` until the next may come. */
export function tooMany(seconds: number): Refusal {
  const wait = Math.max(seconds, 1);
  return new Refusal('rate_limited', `Too many requests. Try again in ${wait} seconds.`, [], { retryAfter: wait });
}
