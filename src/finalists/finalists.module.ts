import { Module } from '@nestjs/common';
import { DebriefsModule } from '../debriefs/debriefs.module.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { ScorecardsModule } from '../scorecards/scorecards.module.js';
import { ComparatorsService } from './comparators.service.js';
import { CompareApplications } from './compare-applications.service.js';
import { FinalistsController } from './finalists.controller.js';
import { FinalistsReader } from './finalists.reader.js';
import { RecordComparison } from './record-comparison.service.js';

@Module({
  imports: [JobsModule, DebriefsModule, ScorecardsModule],
  controllers: [FinalistsController],
  providers: [CompareApplications, ComparatorsService, RecordComparison, FinalistsReader],
})
export class FinalistsModule {}
