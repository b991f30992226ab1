import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/actor.js';
import { notFound } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { AnswersSecret } from '../platform/secrets.decorator.js';
import { Allow, CurrentActor } from './access.decorators.js';
import { LinkDelivery } from './link-delivery.service.js';
import { SessionsDto } from './me.dto.js';
import { PasswordLinkService } from './password-link.service.js';
import { SessionReader } from './session.reader.js';
import { SignOutService } from './sign-out.service.js';
import { UnlockService } from './unlock.service.js';
import { DeliveryDto } from './users.dto.js';

/** What an admin does about somebody's way in. */
@ApiTags('users')
@Allow({ roles: ['admin'], scope: 'admin' })
@Controller('users/:userId')
export class UserAccessController {
  constructor(
    private readonly sessions: SessionReader,
    private readonly signOuts: SignOutService,
    private readonly links: PasswordLinkService,
    private readonly delivery: LinkDelivery,
    private readonly unlocking: UnlockService,
    private readonly clock: Clock,
  ) {}

  /** Makes a one-time link to a new password: mailed, or shown to be passed on where there is no mail server. */
  @Post('password-link')
  @AnswersSecret('link')
  @Refuses('not_found', 'idempotency_key_reused', 'idempotency_in_progress')
  createPasswordLink(@CurrentActor() actor: Actor, @Id('userId') userId: string): Promise<DeliveryDto> {
    return this.links.forUser(actor, userId, this.delivery);
  }

  /** Forgets the failed attempts to sign in to this account. */
  @Post('unlock')
  @HttpCode(204)
  @Refuses('not_found')
  unlock(@CurrentActor() actor: Actor, @Id('userId') userId: string): Promise<void> {
    return this.unlocking.unlock(actor, { userId });
  }

  @Get('sessions')
  async listSessions(@CurrentActor() actor: Actor, @Id('userId') userId: string): Promise<SessionsDto> {
    const rows = await this.sessions.openOf(userId, this.clock.now());
    return { items: rows.map((row) => ({ ...row, isCurrent: row.id === actor.sessionId })) };
  }

  /** Ends every session of a user. */
  @Delete('sessions')
  @HttpCode(204)
  async revokeSessions(@CurrentActor() actor: Actor, @Id('userId') userId: string): Promise<void> {
    await this.signOuts.end(actor, userId, 'revoked', {});
  }

  @Delete('sessions/:sessionId')
  @HttpCode(204)
  @Refuses('not_found')
  async revokeSession(@CurrentActor() actor: Actor, @Id('userId') userId: string, @Id('sessionId') sessionId: string): Promise<void> {
    if ((await this.signOuts.end(actor, userId, 'revoked', { sessionId })) === 0) throw notFound('open session');
  }
}
