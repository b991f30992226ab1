import { applyDecorators, Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { Refusal } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Refuses } from '../platform/openapi.js';
import { eventsExport } from './events.statement.js';
import type { Export, ExportFormat, ExportRow, ExportViewer } from './export-kind.js';
import {
  ExportApplicationsQuery,
  ExportCandidatesQuery,
  ExportDecisionsQuery,
  ExportEventsQuery,
  ExportInterviewsQuery,
  ExportScorecardsQuery,
} from './exports.dto.js';
import { ExportsService } from './exports.service.js';
import { decisionsExport, scorecardsExport } from './judgement.statements.js';
import { applicationsExport, candidatesExport, interviewsExport } from './pipeline.statements.js';

const MEDIA: Readonly<Record<ExportFormat, string>> = { csv: 'text/csv; charset=utf-8; header=present', jsonl: 'application/jsonl; charset=utf-8' };
/** A reader who takes nothing for this long is gone. */
const SILENCE_MS = 120_000;

function AnswersExport(): MethodDecorator {
  return applyDecorators(
    ApiParam({ name: 'format', enum: ['csv', 'jsonl'] }),
    ApiProduces('text/csv', 'application/jsonl'),
    ApiOkResponse({ schema: { type: 'string' } }),
    Refuses('not_found'),
  );
}

/**
 * Everything the caller may see, as one file: `.csv` (RFC 4180, CRLF, one row of names, texts that a spreadsheet would compute begin with an apostrophe)
 * or `.jsonl` (one JSON object a line, each line ended). A whole file ends with the end of the answer; one that failed breaks off without it. Who took what, and
 * how many rows, is on the record. An API token needs the scope `export`.
 */
@ApiTags('exports')
@Allow({ scope: 'export' })
@Controller('exports')
export class ExportsController {
  constructor(
    private readonly service: ExportsService,
    private readonly clock: Clock,
  ) {}

  /** Applications you may know of; the outcome where you see the cards it comes from. */
  @Get('applications.:format')
  @AnswersExport()
  applications(
    @CurrentActor() actor: Actor,
    @Param('format') format: string,
    @Query() query: ExportApplicationsQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(actor, format, reply, query, applicationsExport(this.viewer(actor), query));
  }

  /** Candidates you may know of; how to reach them where you keep the record. */
  @Get('candidates.:format')
  @AnswersExport()
  candidates(
    @CurrentActor() actor: Actor,
    @Param('format') format: string,
    @Query() query: ExportCandidatesQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(actor, format, reply, query, candidatesExport(this.viewer(actor), query));
  }

  @Get('interviews.:format')
  @AnswersExport()
  interviews(
    @CurrentActor() actor: Actor,
    @Param('format') format: string,
    @Query() query: ExportInterviewsQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(actor, format, reply, query, interviewsExport(this.viewer(actor), query));
  }

  /** Scorecards: their status, and what they say where you may read it; then you have been shown them. */
  @Get('scorecards.:format')
  @AnswersExport()
  scorecards(
    @CurrentActor() actor: Actor,
    @Param('format') format: string,
    @Query() query: ExportScorecardsQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(actor, format, reply, query, scorecardsExport(this.viewer(actor), query));
  }

  /** Decisions of debriefs whose content you see, superseded ones included. */
  @Get('decisions.:format')
  @AnswersExport()
  decisions(
    @CurrentActor() actor: Actor,
    @Param('format') format: string,
    @Query() query: ExportDecisionsQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(actor, format, reply, query, decisionsExport(this.viewer(actor), query));
  }

  /** The history as it shows itself to you, oldest first; for admins and auditors. */
  @Get('events.:format')
  @Allow({ roles: ['admin', 'auditor'], scope: 'export' })
  @AnswersExport()
  events(
    @CurrentActor() actor: Actor,
    @Param('format') format: string,
    @Query() query: ExportEventsQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(actor, format, reply, query, eventsExport(this.viewer(actor), query));
  }

  private viewer(actor: Actor): ExportViewer {
    return { userId: actor.userId, siteRole: actor.siteRole, now: this.clock.now() };
  }

  private async send<Row extends ExportRow>(actor: Actor, format: string, reply: FastifyReply, query: object, what: Export<Row>): Promise<void> {
    if (format !== 'csv' && format !== 'jsonl') throw new Refusal('not_found', 'Exports end in .csv or .jsonl.');
    const text = await this.service.open(actor, what, format, { ...query });
    const day = this.clock.now().toISOString().slice(0, 10);
    reply.raw.setTimeout(SILENCE_MS, () => reply.raw.destroy());
    await reply
      .header('content-type', MEDIA[format])
      .header('content-disposition', `attachment; filename="${what.kind}-${day}.${format}"`)
      .send(text);
  }
}
