import { Controller, Get, Header, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../access/access.decorators.js';
import { Clock } from '../platform/clock.js';
import { MailSettingsService } from './mail-settings.service.js';
import { MailsStore } from './mails.store.js';
import { unsubscribePage, type UnsubscribeState } from './unsubscribe-page.js';
import { UnsubscribeTokens, type Unsubscription } from './unsubscribe-tokens.service.js';

/** The link at the foot of a mail, for whoever holds it. The token is all the proof asked for. */
@ApiTags('unsubscribe')
@ApiProduces('text/html')
@Public()
@Controller('unsubscribe')
export class UnsubscribeController {
  constructor(
    private readonly tokens: UnsubscribeTokens,
    private readonly settings: MailSettingsService,
    private readonly mails: MailsStore,
    private readonly clock: Clock,
  ) {}

  /** Asks before anything changes. */
  @Get(':token')
  @Header('content-type', 'text/html; charset=utf-8')
  async ask(@Param('token') token: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const about = await this.tokens.read(token);
    return this.page(about, about ? 'ask' : 'broken', reply);
  }

  /** Stops the mail: from the page, or from the mail program with one click (RFC 8058). */
  @Post(':token')
  @HttpCode(200)
  @Header('content-type', 'text/html; charset=utf-8')
  async stop(@Param('token') token: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const about = await this.tokens.read(token);
    if (about) await this.settings.unsubscribe(about.userId, about.list);
    return this.page(about, about ? 'done' : 'broken', reply);
  }

  private async page(about: Unsubscription | undefined, state: UnsubscribeState, reply: FastifyReply): Promise<string> {
    const person = about && (await this.mails.person(about.userId, this.clock.now()));
    void reply.header('referrer-policy', 'no-referrer');
    return unsubscribePage(state, person?.locale ?? 'en');
  }
}
