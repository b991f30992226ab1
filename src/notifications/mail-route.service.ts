import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';

/** What happened longer ago is history that was loaded, not news. */
const NEWS_MS = 24 * 3_600_000;

/** What this installation mails at all: where no mail server is configured, nothing. */
@Injectable()
export class MailRoute {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  isNews(createdAt: Date): boolean {
    return this.config.SMTP_URL !== undefined && this.now().getTime() - createdAt.getTime() < NEWS_MS;
  }

  /** The right-hand side of Message-IDs: the domain mail comes from. */
  get domain(): string {
    return /@([A-Za-z0-9.-]+)>?\s*$/.exec(this.config.MAIL_FROM)?.[1] ?? 'localhost';
  }
}
