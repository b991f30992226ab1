import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../access/access.decorators.js';
import { SessionDto } from '../access/auth.dto.js';
import { type RequestWay, Way, actorOf } from '../access/request-way.js';
import { SessionAnswers } from '../access/session-answers.js';
import { SessionOpening } from '../access/session-opening.service.js';
import { notFound } from '../domain/refusal.js';
import { Database } from '../platform/database.js';
import { Refuses } from '../platform/openapi.js';
import { DemoPeopleDto, DemoSignInBody } from './demo.dto.js';
import { DemoReader } from './demo.reader.js';

/** Signing in to the demo without a password: in the demo organisation only, and from the machine it runs on only. */
@ApiTags('auth')
@Public()
@Controller('auth/demo')
export class DemoController {
  constructor(
    private readonly reader: DemoReader,
    private readonly sessions: SessionOpening,
    private readonly answers: SessionAnswers,
    private readonly database: Database,
  ) {}

  @Get()
  async people(@Way() way: RequestWay): Promise<DemoPeopleDto> {
    return { items: way.isLocal ? await this.reader.people() : [] };
  }

  @Post()
  @HttpCode(200)
  @Refuses('not_found')
  async signIn(@Body() body: DemoSignInBody, @Way() way: RequestWay, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionDto> {
    const caller = way.isLocal ? await this.reader.person(body.email) : undefined;
    if (!caller) throw notFound('demo sign-in');
    const session = await this.database.transaction((tx) => this.sessions.open(tx, actorOf(caller, way), way, 'demo'));
    return this.answers.opened(session, reply);
  }
}
