import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database.js';
import { type LinkRow, LinksStore, noSuchLink } from './links.store.js';
import { PasswordSetting } from './password-setting.service.js';
import { type RequestWay, actorOf } from './request-way.js';
import { type CredentialsRow, UsersReader } from './users.reader.js';

/** Choosing a new password through a one-time link. The person signs in with it afterwards. */
@Injectable()
export class PasswordResetService {
  constructor(
    private readonly database: Database,
    private readonly links: LinksStore,
    private readonly users: UsersReader,
    private readonly setting: PasswordSetting,
    private readonly clock: Clock,
  ) {}

  async reset(secret: string, password: string, way: RequestWay): Promise<void> {
    const { name, email } = await this.accountOf(await this.links.find(this.database, secret, this.clock.now()));
    const hash = await this.setting.prepare(password, { name, email }, '/password');
    await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const account = await this.accountOf(await this.links.use(tx, 'password_reset', secret, now), tx);
      await this.setting.set(tx, actorOf(account, way), hash, now, 'by_link');
      await this.links.revokeOf(tx, account.userId, 'password_reset', now);
    });
  }

  private async accountOf(link: LinkRow, from: Database | Transaction = this.database): Promise<CredentialsRow> {
    if (link.kind !== 'password_reset' || link.userId === null) return noSuchLink();
    return (await this.users.credentialsOf(link.userId, from)) ?? noSuchLink();
  }
}
