import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers, type Recording } from '../outbox/job-handlers.js';
import { jobKind } from '../outbox/job-kind.js';
import { Clock } from '../platform/clock.js';
import { MailComposer } from './mail-composer.service.js';
import { MailTransport } from './mail-transport.service.js';
import { MailsStore } from './mails.store.js';

export const SEND_MAIL = jobKind('mail.send', 'mailId');

/**
 * Hands mails to the mail server. A process that dies between the server's "accepted" and the record of it sends the mail
 * again; SMTP knows no way around that. Both carry the same Message-ID, by which they are one.
 */
@Injectable()
export class MailSending implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly mails: MailsStore,
    private readonly composer: MailComposer,
    private readonly transport: MailTransport,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.outside(SEND_MAIL, (job) => this.send(job.payload.mailId), {
      givenUp: async (tx, job, error) => {
        await this.mails.end(tx, job.payload.mailId, 'failed', this.clock.now(), error);
        return 'keep';
      },
    });
  }

  private async send(mailId: string): Promise<Recording> {
    const mail = await this.mails.seal(mailId);
    if (!mail) return async () => undefined;
    const person = await this.mails.person(mail.userId, this.clock.now());
    const composed = person?.active ? await this.composer.compose(mail, person) : undefined;
    if (!composed) return (tx) => this.mails.end(tx, mailId, 'dropped', this.clock.now(), 'Nothing in it was news any more.');
    await this.transport.send(composed);
    return (tx) => this.mails.end(tx, mailId, 'sent', this.clock.now(), null);
  }
}
