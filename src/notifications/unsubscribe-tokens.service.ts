import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isMailList, type MailList } from '../domain/notification/mail-list.js';
import { SigningKeysStore } from './signing-keys.store.js';

export interface Unsubscription {
  readonly userId: string;
  readonly list: MailList;
}

/** Links in mails that stop a kind of mail for a person, without signing in: signed, so that nobody can make one for another. */
@Injectable()
export class UnsubscribeTokens {
  constructor(private readonly keys: SigningKeysStore) {}

  async make({ userId, list }: Unsubscription): Promise<string> {
    return `${userId}~${list}~${this.sign(await this.keys.key('unsubscribe'), userId, list)}`;
  }

  /** What a token stands for; undefined when this product did not make it. */
  async read(token: string): Promise<Unsubscription | undefined> {
    const [userId = '', list = '', signature = '', ...rest] = token.split('~');
    const expected = Buffer.from(this.sign(await this.keys.key('unsubscribe'), userId, list));
    const given = Buffer.from(signature);
    const isGenuine = rest.length === 0 && given.length === expected.length && timingSafeEqual(given, expected);
    return isGenuine && isMailList(list) ? { userId, list } : undefined;
  }

  private sign(key: string, userId: string, list: string): string {
    return createHmac('sha256', key).update(`${userId}~${list}`).digest('base64url');
  }
}
