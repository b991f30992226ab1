import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Refuses } from '../platform/openapi.js';
import { TakesSecret } from '../platform/secrets.decorator.js';
import { type ActingRequest, Allow, CurrentActor, Public } from './access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { LinkBody, LinkDto, RequestPasswordResetBody, ResetPasswordBody, SessionDto, SignInBody } from './auth.dto.js';
import { PasswordResetRequestService } from './password-reset-request.service.js';
import { PasswordResetService } from './password-reset.service.js';
import { type RequestWay, Way } from './request-way.js';
import { SessionAnswers } from './session-answers.js';
import { SignInService } from './sign-in.service.js';
import { SignOutService } from './sign-out.service.js';
import { SignInThrottle } from './sign-in-throttle.service.js';

@ApiTags('auth')
@Public()
@Controller('auth')
export class AuthController {
  constructor(
    private readonly signIns: SignInService,
    private readonly signOuts: SignOutService,
    private readonly resets: PasswordResetService,
    private readonly resetRequests: PasswordResetRequestService,
    private readonly answers: SessionAnswers,
    private readonly throttle: SignInThrottle,
  ) {}

  /** Who is signed in, if anybody. */
  @Get('session')
  session(@Req() request: ActingRequest): Promise<SessionDto> {
    return this.answers.session(request.actor ?? null);
  }

  /** Signs in with a password; answers with the session in a cookie. */
  @Post('sign-in')
  @HttpCode(200)
  @TakesSecret()
  @Refuses('invalid_credentials', 'rate_limited', 'forbidden')
  async signIn(@Body() body: SignInBody, @Way() way: RequestWay, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionDto> {
    return this.answers.opened(await this.signIns.signIn(body.email, body.password, way), reply);
  }

  @Post('sign-out')
  @HttpCode(204)
  @Allow()
  async signOut(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signOuts.signOut(actor);
    this.answers.closed(reply);
  }

  /** Asks for a link to a new password. The answer is the same whether or not the account exists. */
  @Post('password-reset')
  @HttpCode(202)
  @Refuses('rate_limited')
  async requestReset(@Body() body: RequestPasswordResetBody, @Way() way: RequestWay): Promise<void> {
    await this.resetRequests.request(body.email, way);
  }

  /** Sets the new password and ends every session of the account. */
  @Post('password-reset/confirm')
  @HttpCode(204)
  @TakesSecret()
  @Refuses('expired', 'rate_limited')
  async reset(@Body() body: ResetPasswordBody, @Way() way: RequestWay): Promise<void> {
    await this.throttle.takeLink(way);
    await this.resets.reset(body.token, body.password, way);
  }

  /** What a one-time link is for. Looking does not use it up. */
  @Post('links/look')
  @HttpCode(200)
  @TakesSecret()
  @Refuses('expired', 'rate_limited')
  async look(@Body() body: LinkBody, @Way() way: RequestWay): Promise<LinkDto> {
    await this.throttle.takeLink(way);
    return this.answers.link(body.token);
  }
}
