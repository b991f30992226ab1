import { Body, Controller, Get, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { IfMatch, setVersion } from '../platform/version.js';
import { JobBandsDto, JobOfferRulesDto, SaveBandsBody, SaveOfferRulesBody } from './job-pay.dto.js';
import { JobPayService } from './job-pay.service.js';

/** What a job's offers are checked by: its bands, and who must approve. */
@ApiTags('offers')
@Allow()
@Controller('jobs/:jobId')
export class JobPayController {
  constructor(private readonly service: JobPayService) {}

  /** Per level and currency, with every revision there was. */
  @Get('bands')
  @Refuses('not_found')
  async bands(@CurrentActor() actor: Actor, @Id('jobId') jobId: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<JobBandsDto> {
    const answer = await this.service.bands(actor, jobId);
    setVersion(reply, answer.revision);
    return answer;
  }

  /** All bands of the job, in place of those there were. Offers submitted before keep what they were checked by. */
  @Put('bands')
  @Refuses('not_found', 'version_conflict', 'precondition_required')
  async saveBands(
    @CurrentActor() actor: Actor,
    @Id('jobId') jobId: string,
    @IfMatch() expected: number,
    @Body() body: SaveBandsBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JobBandsDto> {
    await this.service.saveBands(actor, jobId, expected, body.bands, body.reason);
    return this.bands(actor, jobId, reply);
  }

  /** Who approves offers within the band, and who those outside it. */
  @Get('offer-rules')
  @Refuses('not_found')
  async rules(@CurrentActor() actor: Actor, @Id('jobId') jobId: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<JobOfferRulesDto> {
    const answer = await this.service.rules(actor, jobId);
    setVersion(reply, answer.revision);
    return answer;
  }

  /** Offers submitted before keep what they needed then. */
  @Put('offer-rules')
  @Refuses('not_found', 'version_conflict', 'precondition_required')
  async saveRules(
    @CurrentActor() actor: Actor,
    @Id('jobId') jobId: string,
    @IfMatch() expected: number,
    @Body() body: SaveOfferRulesBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JobOfferRulesDto> {
    await this.service.saveRules(actor, jobId, expected, body.rules, body.reason);
    return this.rules(actor, jobId, reply);
  }
}
