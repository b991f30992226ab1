import { Injectable } from '@nestjs/common';
import { AccessMail, type LinkMail } from './access-mail.service.js';
import type { NewLink } from './links.store.js';
import { UsersReader } from './users.reader.js';

/** A link, or word that it was mailed: whoever made it sees it only where no mail server carries it. */
export interface Delivery {
  readonly mailed: boolean;
  readonly link: string | null;
  readonly expiresAt: Date;
}

/** Brings a one-time link to its person. */
@Injectable()
export class LinkDelivery {
  constructor(
    private readonly mail: AccessMail,
    private readonly users: UsersReader,
  ) {}

  get how(): 'mailed' | 'shown' {
    return this.mail.isConfigured ? 'mailed' : 'shown';
  }

  /** Called after the link is committed: a mail must not tell of a link that never came to be. */
  async deliver(link: NewLink, to: Pick<LinkMail, 'to' | 'locale' | 'kind'>): Promise<Delivery> {
    if (!this.mail.isConfigured) return { mailed: false, link: link.url, expiresAt: link.expiresAt };
    const organisation = await this.users.organisation();
    this.mail.send({ ...to, organisation: organisation?.name ?? 'Plumbline', url: link.url });
    return { mailed: true, link: null, expiresAt: link.expiresAt };
  }
}
