import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ATTEMPT_LIMITS } from '../domain/access/lock-out.js';
import type { Actor } from '../domain/actor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { PageQuery } from '../platform/page-query.dto.js';
import { AnswersSecret } from '../platform/secrets.decorator.js';
import { Allow, CurrentActor } from './access.decorators.js';
import { InvitationDto, InvitationPageDto, InviteBody, RevokeInvitationBody, SentInvitationDto } from './invitations.dto.js';
import { InvitationsReader, type InvitationRow } from './invitations.reader.js';
import { InvitationsService } from './invitations.service.js';
import { LinkDelivery } from './link-delivery.service.js';
import { SignInThrottle } from './sign-in-throttle.service.js';

@ApiTags('invitations')
@Allow({ roles: ['admin'], scope: 'admin' })
@Controller('invitations')
export class InvitationsController {
  constructor(
    private readonly service: InvitationsService,
    private readonly reader: InvitationsReader,
    private readonly delivery: LinkDelivery,
    private readonly throttle: SignInThrottle,
  ) {}

  /** Invitations, the latest first. */
  @Get()
  async list(@Query() query: PageQuery): Promise<InvitationPageDto> {
    const page = await this.reader.list(query);
    return { ...page, items: page.items.map(present) };
  }

  /** Invites somebody by a link that works once, for seven days: mailed, or shown where there is no mail server. */
  @Post()
  @AnswersSecret('link')
  @Refuses('already_exists', 'idempotency_key_reused', 'idempotency_in_progress')
  async invite(@CurrentActor() actor: Actor, @Body() body: InviteBody): Promise<SentInvitationDto> {
    await this.throttle.take(`invite:${actor.userId}`, ATTEMPT_LIMITS.invite);
    const link = await this.service.invite(actor, body, this.delivery.how);
    return { id: link.id, ...(await this.delivery.deliver(link, { to: body.email, locale: actor.locale, kind: 'invitation' })) };
  }

  /** Sends it again with a new link; the one before is dead. */
  @Post(':invitationId/resend')
  @HttpCode(200)
  @AnswersSecret('link')
  @Refuses('not_found')
  async resend(@CurrentActor() actor: Actor, @Id('invitationId') invitationId: string): Promise<SentInvitationDto> {
    await this.throttle.take(`invite:${actor.userId}`, ATTEMPT_LIMITS.invite);
    const { link, email } = await this.service.resend(actor, invitationId, this.delivery.how);
    return { id: link.id, ...(await this.delivery.deliver(link, { to: email, locale: actor.locale, kind: 'invitation' })) };
  }

  @Post(':invitationId/revoke')
  @HttpCode(204)
  @Refuses('not_found')
  revoke(@CurrentActor() actor: Actor, @Id('invitationId') invitationId: string, @Body() body: RevokeInvitationBody): Promise<void> {
    return this.service.revoke(actor, invitationId, body.reason);
  }
}

function present(row: InvitationRow): InvitationDto {
  const isOpen = row.status === 'open';
  return { ...row, abilities: { resend: isOpen || row.status === 'expired', revoke: isOpen } };
}
