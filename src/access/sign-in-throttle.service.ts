import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ATTEMPT_LIMITS, type AttemptLimit, addressGroup } from '../domain/access/lock-out.js';
import { Config } from '../platform/config.js';
import type { Transaction } from '../platform/database.js';
import { AttemptsStore, accountKey } from './attempts.store.js';
import { DevicesStore } from './devices.store.js';
import { tooMany } from './general-limiter.js';
import type { RequestWay } from './request-way.js';
import { deviceCookieName } from './session-cookie.js';

/** Applies the rule of `domain/access/lock-out`: who has to wait, and who never has to because of others. */
@Injectable()
export class SignInThrottle {
  constructor(
    private readonly attempts: AttemptsStore,
    private readonly devices: DevicesStore,
    private readonly config: Config,
  ) {}

  /** Counts an attempt to sign in, or refuses it. The same for accounts that do not exist. */
  async admit(email: string, way: RequestWay): Promise<void> {
    const device = way.cookies[deviceCookieName(this.config)];
    if (device && (await this.devices.isKnown(device, email))) {
      // Once its own count is used up, a browser is treated like any other.
      if ((await this.attempts.take(deviceKey(email, device), ATTEMPT_LIMITS.device)) === 0) return;
    }
    await this.take(`address:${addressGroup(way.address)}`, ATTEMPT_LIMITS.address);
    await this.take(pairKey(email, way.address), ATTEMPT_LIMITS.pair);
  }

  /** The right password was given: what failed before is forgotten. */
  async succeeded(tx: Transaction, email: string, way: RequestWay): Promise<void> {
    const device = way.cookies[deviceCookieName(this.config)];
    if (device) await this.attempts.clear(tx, deviceKey(email, device));
    await this.attempts.clear(tx, pairKey(email, way.address));
  }

  /** Lets an account be tried again from everywhere at once. */
  async unlock(tx: Transaction, email: string): Promise<void> {
    await this.attempts.clearAllBeginning(tx, `pair:${accountKey(email)}:`);
    await this.attempts.clearAllBeginning(tx, `device:${accountKey(email)}:`);
  }

  /** Counts one use of anything else that is limited, or refuses it. */
  async take(key: string, limit: AttemptLimit): Promise<void> {
    const wait = await this.attempts.take(key, limit);
    if (wait > 0) throw tooMany(wait);
  }

  /** Use of a one-time link: its secret cannot be guessed, but trying costs work. */
  takeLink(way: RequestWay): Promise<void> {
    return this.take(`link:${addressGroup(way.address)}`, ATTEMPT_LIMITS.link);
  }
}

function pairKey(email: string, address: string): string {
  return `pair:${accountKey(email)}:${addressGroup(address)}`;
}

function deviceKey(email: string, secret: string): string {
  return `device:${accountKey(email)}:${createHash('sha256').update(secret).digest('base64url').slice(0, 24)}`;
}
