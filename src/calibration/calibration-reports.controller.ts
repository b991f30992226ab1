import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { FEWEST_CANDIDATES } from '../domain/calibration/panel-figures.js';
import { CalibrationReportsReader } from './calibration-reports.reader.js';
import { presentAgreement, presentSeverity } from './calibration-reports.presenter.js';
import { AdjustedScoresDto, AdjustedScoresQuery, AgreementReportDto, AgreementReportQuery, SeverityReportDto } from './reports.dto.js';

@ApiTags('reports')
@Allow()
@Controller('reports')
export class CalibrationReportsController {
  constructor(private readonly reader: CalibrationReportsReader) {}

  /** How far panels agree, by rubric version, criterion and job, over closed debriefs. Computed in the background. */
  @Get('agreement')
  async agreement(@CurrentActor() actor: Actor, @Query() query: AgreementReportQuery): Promise<AgreementReportDto> {
    const [run, { items, nextCursor }] = await Promise.all([this.reader.run(), this.reader.agreement(actor, query)]);
    return { run, fewestCandidates: FEWEST_CANDIDATES, items: items.map(presentAgreement), nextCursor };
  }

  /** How much of the variation of scores lies between interviewers, by scale. Names nobody. Computed in the background. */
  @Get('severity')
  @Allow({ roles: ['admin', 'auditor'] })
  async severity(@CurrentActor() actor: Actor): Promise<SeverityReportDto> {
    const [run, rows] = await Promise.all([this.reader.run(), this.reader.severity(actor)]);
    return { run, items: rows.map(presentSeverity) };
  }

  /** Candidates' scores freed of who rated them, beside the raw ones, on closed debriefs whose cards you may see. */
  @Get('severity/candidates')
  async adjusted(@CurrentActor() actor: Actor, @Query() query: AdjustedScoresQuery): Promise<AdjustedScoresDto> {
    const [run, page] = await Promise.all([this.reader.run(), this.reader.adjusted(actor, query)]);
    return { run, ...page };
  }
}
