import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../domain/actor.js';
import { Refusal, notFound } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { Allow, CurrentActor } from './access.decorators.js';
import { BreakGlassDto, BreakGlassListDto, OpenBreakGlassBody } from './break-glass.dto.js';
import { BreakGlassService } from './break-glass.service.js';
import { BreakGlassStore } from './break-glass.store.js';
import { StandingReader } from './standing.reader.js';

@ApiTags('break-glass')
@Allow()
@Controller('applications/:applicationId/break-glass')
export class BreakGlassController {
  constructor(
    private readonly service: BreakGlassService,
    private readonly store: BreakGlassStore,
    private readonly standing: StandingReader,
    private readonly clock: Clock,
  ) {}

  /** Opens the cards of an application to the calling admin for a while, announced to hiring manager and recruiter. */
  @Post()
  @Allow({ roles: ['admin'], scope: 'admin' })
  @Refuses('not_found', 'sealed', 'wrong_state', 'idempotency_key_reused', 'idempotency_in_progress')
  async open(@CurrentActor() actor: Actor, @Id('applicationId') applicationId: string, @Body() body: OpenBreakGlassBody): Promise<BreakGlassDto> {
    const id = await this.service.open(actor, actor.userId, applicationId, body);
    const grant = (await this.present(actor, applicationId)).find((one) => one.id === id);
    if (!grant) throw notFound('break-glass reading');
    return grant;
  }

  /** Who reads and read without a seat, and why: for those who run the job, admins and auditors. */
  @Get()
  @Refuses('not_found')
  async list(@CurrentActor() actor: Actor, @Id('applicationId') applicationId: string): Promise<BreakGlassListDto> {
    const { jobSeats } = await this.standing.onApplication(actor, applicationId);
    const runsJob = jobSeats.includes('recruiter') || jobSeats.includes('hiring_manager');
    if (actor.siteRole === 'member' && !runsJob)
      throw new Refusal('forbidden', "Only the job's recruiter and hiring manager, admins and auditors see this.");
    return { items: await this.present(actor, applicationId) };
  }

  @Post(':grantId/end')
  @HttpCode(204)
  @Allow({ roles: ['admin'], scope: 'admin' })
  @Refuses('not_found')
  end(@CurrentActor() actor: Actor, @Id('applicationId') applicationId: string, @Id('grantId') grantId: string): Promise<void> {
    return this.service.end(actor, applicationId, grantId);
  }

  private async present(actor: Actor, applicationId: string): Promise<BreakGlassDto[]> {
    const now = this.clock.now();
    const rows = await this.store.list(applicationId);
    return rows.map((row) => ({ ...row, abilities: { end: actor.siteRole === 'admin' && row.endedAt === null && row.expiresAt > now } }));
  }
}
