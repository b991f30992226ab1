import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { JobsReader } from '../jobs/jobs.reader.js';
import { pageOf } from '../platform/cursor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { areComparable, CompareApplications } from './compare-applications.service.js';
import { ComparatorsService } from './comparators.service.js';
import { ComparatorsDto, ComparisonQuery, FinalistsDto, FinalistsQuery } from './finalists.dto.js';
import { FinalistsReader } from './finalists.reader.js';

@ApiTags('finalists')
@Allow()
@Controller()
export class FinalistsController {
  constructor(
    private readonly jobs: JobsReader,
    private readonly reader: FinalistsReader,
    private readonly comparing: CompareApplications,
    private readonly complaint: ComparatorsService,
  ) {}

  /**
   * Candidates of one job side by side, each on their own debrief, as soon as it is open. Its hiring manager and recruiter see every one whose
   * cards they may see, a facilitator those they facilitate, an auditor all; for anybody else there are none.
   */
  @Get('jobs/:jobId/finalists')
  @Refuses('not_found')
  async finalists(@CurrentActor() actor: Actor, @Id('jobId') jobId: string, @Query() query: FinalistsQuery): Promise<FinalistsDto> {
    const { id, title } = await this.jobs.job(actor, jobId);
    const page = pageOf(
      await this.reader.finalists(actor, jobId, query),
      query.limit,
      (row) => row,
      (row) => [row.sortKey, row.applicationId],
    );
    return {
      job: { id, name: title },
      comparable: areComparable(page.items),
      items: await this.comparing.compare(actor, page.items),
      nextCursor: page.nextCursor,
    };
  }

  /** For a complaint: the application beside the others of its job that came as far, with outcomes and means. Looking is on the record. */
  @Get('applications/:applicationId/comparators')
  @Allow({ roles: ['auditor'] })
  @Refuses('not_found', 'sealed')
  comparators(@CurrentActor() actor: Actor, @Id('applicationId') applicationId: string, @Query() query: ComparisonQuery): Promise<ComparatorsDto> {
    return this.complaint.read(actor, applicationId, query);
  }
}
