import { Injectable, Logger } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Config } from '../platform/config.js';

export interface LinkMail {
  readonly to: string;
  readonly locale: 'en' | 'zh-CN';
  readonly kind: 'invitation' | 'password_reset';
  readonly organisation: string;
  readonly url: string;
}

interface Wording {
  readonly subject: (organisation: string) => string;
  readonly lead: (organisation: string) => string;
  readonly button: string;
  readonly after: string;
}

const WORDS: Readonly<Record<LinkMail['locale'], Readonly<Record<LinkMail['kind'], Wording>>>> = {
  en: {
    invitation: {
      subject: (organisation) => `You are invited to Plumbline of ${organisation}`,
      lead: (organisation) => `You are invited to interview with Plumbline at ${organisation}. The link works once, for seven days:`,
      button: 'Accept the invitation',
      after: 'If you did not expect this, do nothing.',
    },
    password_reset: {
      subject: () => 'Choose a new password for Plumbline',
      lead: () => 'Somebody asked for a new password for your account. The link works once, for one hour:',
      button: 'Choose a new password',
      after: 'If it was not you, do nothing: your password stays as it is.',
    },
  },
  'zh-CN': {
    invitation: {
      subject: (organisation) => `${organisation} 邀请您使用 Plumbline`,
      lead: (organisation) => `${organisation} 邀请您使用 Plumbline 参与面试。此链接七天内有效，仅可使用一次：`,
      button: '接受邀请',
      after: '如果您不了解此邀请，请忽略本邮件。',
    },
    password_reset: {
      subject: () => '设置新的 Plumbline 密码',
      lead: () => '有人为您的帐户申请了新密码。此链接一小时内有效，仅可使用一次：',
      button: '设置新密码',
      after: '如果不是您本人操作，请忽略本邮件，您的密码不会改变。',
    },
  },
};

/** Sends the links that open an account, where a mail server is configured; otherwise an admin passes them on. */
@Injectable()
export class AccessMail {
  private readonly logger = new Logger(AccessMail.name);
  private readonly transport: Transporter | undefined;

  constructor(private readonly config: Config) {
    this.transport = config.SMTP_URL ? createTransport(config.SMTP_URL) : undefined;
  }

  get isConfigured(): boolean {
    return this.transport !== undefined;
  }

  /** Hands the mail over without being waited for: how long it takes would tell whether the account exists. */
  send(mail: LinkMail): void {
    void this.deliver(mail).catch((error: unknown) => this.logger.error({ err: error, kind: mail.kind }, 'A link could not be mailed'));
  }

  private async deliver(mail: LinkMail): Promise<void> {
    const words = WORDS[mail.locale][mail.kind];
    const lead = words.lead(mail.organisation);
    await this.transport?.sendMail({
      from: this.config.MAIL_FROM,
      to: { name: '', address: mail.to },
      subject: words.subject(mail.organisation).replace(/[\r\n]+/g, ' '),
      text: `${lead}\n\n${mail.url}\n\n${words.after}\n`,
      html: `<p>${escaped(lead)}</p><p><a href="${escaped(mail.url)}">${escaped(words.button)}</a></p><p>${escaped(words.after)}</p>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
