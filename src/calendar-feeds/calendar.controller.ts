import { createHash } from 'node:crypto';
import { Controller, Get, Header, Headers, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor, Public } from '../access/access.decorators.js';
import { type RequestWay, Way } from '../access/request-way.js';
import type { Actor } from '../domain/actor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { ShowFeed, ShowInterviewFile } from './show-calendar.service.js';

const CALENDAR = 'text/calendar; charset=utf-8';

@ApiTags('calendar')
@ApiProduces('text/calendar')
@Controller()
export class CalendarController {
  constructor(
    private readonly feeds: ShowFeed,
    private readonly files: ShowInterviewFile,
  ) {}

  /** A person's interviews for their calendar program. The secret in the address is all the proof asked for. */
  @Public()
  @Get('calendar/:secret.ics')
  @Header('content-type', CALENDAR)
  @Header('referrer-policy', 'no-referrer')
  @Header('x-robots-tag', 'noindex')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Refuses('not_found')
  async feed(
    @Param('secret') secret: string,
    @Headers('if-none-match') known: string | undefined,
    @Way() way: RequestWay,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const text = await this.feeds.feed(secret, way.address);
    const tag = `"${createHash('sha256').update(text).digest('base64url')}"`;
    void reply.headers({ etag: tag, 'cache-control': 'private, no-cache' });
    if (known !== tag) return text;
    void reply.status(304);
    return '';
  }

  /** The interview as a file for a calendar; called off, a file that takes it back. */
  @Allow()
  @Get('interviews/:interviewId/calendar.ics')
  @Header('content-type', CALENDAR)
  @Header('content-disposition', 'attachment; filename="interview.ics"')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Refuses('not_found', 'wrong_state')
  file(@CurrentActor() actor: Actor, @Id('interviewId') interviewId: string): Promise<string> {
    return this.files.file(actor, interviewId);
  }
}
