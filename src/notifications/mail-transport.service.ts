import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import { PermanentFailure } from '../outbox/job-handlers.js';
import { Config } from '../platform/config.js';

/** SMTP answers of 500 and more to these speak of this mail; to others, of the connection or the account. */
const ABOUT_THE_MAIL = new Set(['RCPT TO', 'DATA', 'API']);

/** The connection to the mail server, shared by the mails of this process. */
@Injectable()
export class MailTransport implements OnApplicationShutdown {
  private readonly transport: Transporter | undefined;

  constructor(config: Config) {
    if (!config.SMTP_URL) return;
    this.transport = createTransport({
      url: config.SMTP_URL,
      pool: true,
      maxConnections: 3,
      // Trying again is the outbox's work: the pool's own would send twice without a trace.
      maxRequeues: 0,
      connectionTimeout: 15_000,
      greetingTimeout: 15_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  get isConfigured(): boolean {
    return this.transport !== undefined;
  }

  /** Hands the mail over; throws `PermanentFailure` where the server refuses this mail for good. */
  async send(mail: SendMailOptions): Promise<void> {
    if (!this.transport) throw new Error('No mail server is configured.');
    try {
      await this.transport.sendMail(mail);
    } catch (error) {
      throw isRefusal(error) ? new PermanentFailure(wordsOf(error)) : error;
    }
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}

function isRefusal(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('command' in error) || !ABOUT_THE_MAIL.has(String(error.command))) return false;
  return 'responseCode' in error ? Number(error.responseCode) >= 500 : 'code' in error && error.code === 'EENVELOPE';
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : 'The mail server refused the mail.';
}
