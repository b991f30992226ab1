import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { tooMany } from '../access/general-limiter.js';
import { Config } from '../platform/config.js';

/** Calendar programs ask a few times an hour; whoever asks more often waits. Kept per process, like every limit that guards the process. */
export const READINGS_AN_HOUR = 60;

@Injectable()
export class FeedLimiter {
  private readonly addresses: RateLimiterMemory;
  private readonly feeds = new RateLimiterMemory({ points: READINGS_AN_HOUR, duration: 3600 });

  constructor(config: Config) {
    this.addresses = new RateLimiterMemory({ points: config.RATE_LIMIT_PER_MINUTE, duration: 60 });
  }

  /** Before anything is looked up, so that trying secrets costs nobody but the one who tries. */
  takeAddress(address: string): Promise<void> {
    return take(this.addresses, address);
  }

  takeFeed(feedId: string): Promise<void> {
    return take(this.feeds, feedId);
  }
}

async function take(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw tooMany(Math.ceil(error.msBeforeNext / 1000));
  }
}
