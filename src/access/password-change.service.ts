import { Injectable } from '@nestjs/common';
import { ATTEMPT_LIMITS } from '../domain/access/lock-out.js';
import type { Actor } from '../domain/actor.js';
import { Refusal, invalid } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { PasswordSetting } from './password-setting.service.js';
import { SignInThrottle } from './sign-in-throttle.service.js';

/** Changing one's own password: a stolen session alone is not enough, the present password is asked again. */
@Injectable()
export class PasswordChangeService {
  constructor(
    private readonly database: Database,
    private readonly setting: PasswordSetting,
    private readonly throttle: SignInThrottle,
    private readonly clock: Clock,
  ) {}

  async change(actor: Actor, present: string, next: string): Promise<void> {
    requireSession(actor);
    await this.throttle.take(`confirm:${actor.userId}`, ATTEMPT_LIMITS.confirm);
    if (!(await this.setting.isPresent(actor.userId, present))) {
      throw invalid([{ pointer: '/currentPassword', code: 'wrong', detail: 'is not your present password' }]);
    }
    const hash = await this.setting.prepare(next, actor, '/newPassword');
    await this.database.transaction((tx) => this.setting.set(tx, actor, hash, this.clock.now(), 'by_password'));
  }
}

/** Passwords, sessions and tokens are managed by a person who signed in: a token must not be able to make itself permanent. */
export function requireSession(actor: Actor): void {
  if (actor.via === 'token') throw new Refusal('forbidden', 'An API token may not do this. Sign in.');
}
