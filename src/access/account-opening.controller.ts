import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Refuses } from '../platform/openapi.js';
import { TakesSecret } from '../platform/secrets.decorator.js';
import { Public } from './access.decorators.js';
import { AcceptInvitationBody, FirstAdminBody, SessionDto } from './auth.dto.js';
import { FirstAdminService } from './first-admin.service.js';
import { InvitationAcceptanceService } from './invitation-acceptance.service.js';
import { type RequestWay, Way } from './request-way.js';
import { SessionAnswers } from './session-answers.js';
import { SignInThrottle } from './sign-in-throttle.service.js';

@ApiTags('auth')
@Public()
@Controller('auth')
export class AccountOpeningController {
  constructor(
    private readonly firstAdmin: FirstAdminService,
    private readonly invitations: InvitationAcceptanceService,
    private readonly answers: SessionAnswers,
    private readonly throttle: SignInThrottle,
  ) {}

  /** Makes the organisation and its first admin, with the link the operator was given at start, and signs them in. */
  @Post('first-admin')
  @TakesSecret()
  @Refuses('expired', 'already_exists', 'rate_limited')
  async openFirst(@Body() body: FirstAdminBody, @Way() way: RequestWay, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionDto> {
    await this.throttle.takeLink(way);
    return this.answers.opened(await this.firstAdmin.accept(body, way), reply);
  }

  /** Makes the account of an invited person and signs them in. */
  @Post('invitations/accept')
  @TakesSecret()
  @Refuses('expired', 'already_exists', 'rate_limited')
  async accept(@Body() body: AcceptInvitationBody, @Way() way: RequestWay, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionDto> {
    await this.throttle.takeLink(way);
    return this.answers.opened(await this.invitations.accept(body, way), reply);
  }
}
