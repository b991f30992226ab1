import { Injectable } from '@nestjs/common';
import { Refusal } from '../domain/refusal.js';
import { Database } from '../platform/database.js';
import { Passwords } from './passwords.js';
import { type RequestWay, actorOf } from './request-way.js';
import { SessionOpening, type OpenedSession } from './session-opening.service.js';
import { SignInThrottle } from './sign-in-throttle.service.js';
import { UsersReader } from './users.reader.js';

/** Signing in with a password. Every way to fail looks the same and takes the same time. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersReader,
    private readonly passwords: Passwords,
    private readonly throttle: SignInThrottle,
    private readonly opening: SessionOpening,
  ) {}

  async signIn(email: string, password: string, way: RequestWay): Promise<OpenedSession> {
    await this.refuseDemoFromAfar(way);
    await this.throttle.admit(email, way);
    const found = await this.users.credentials(email);
    if (!(await this.passwords.verify(password, found?.passwordHash ?? null)) || !found) throw wrong();
    return this.database.transaction(async (tx) => {
      // Deactivated, or given another password, while this one was being checked.
      const account = await this.users.credentialsOf(found.userId, tx);
      if (account?.passwordHash !== found.passwordHash) throw wrong();
      await this.throttle.succeeded(tx, email, way);
      return this.opening.open(tx, actorOf(account, way), way, 'password');
    });
  }

  /** Everybody can read the demo's passwords: they open nothing from another machine. */
  private async refuseDemoFromAfar(way: RequestWay): Promise<void> {
    if (way.isLocal) return;
    const organisation = await this.users.organisation();
    if (organisation?.isDemo) throw new Refusal('forbidden', 'This is the demo organisation: its sign-ins work on the machine it runs on only.');
  }
}

function wrong(): Refusal {
  return new Refusal('invalid_credentials', 'The e-mail address or the password is wrong.');
}
