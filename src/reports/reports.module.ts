import { Module } from '@nestjs/common';
import { OverrideRatesController } from './override-rates.controller.js';
import { OverrideRatesReader } from './override-rates.reader.js';
import { PipelineReportsController } from './pipeline-reports.controller.js';
import { RoundStaysReader } from './round-stays.reader.js';
import { StallsReader } from './stalls.reader.js';

@Module({
  controllers: [OverrideRatesController, PipelineReportsController],
  providers: [OverrideRatesReader, RoundStaysReader, StallsReader],
})
export class ReportsModule {}
