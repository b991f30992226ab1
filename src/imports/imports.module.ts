import { Module } from '@nestjs/common';
import { ScorecardsModule } from '../scorecards/scorecards.module.js';
import { CardWordsReader } from './card-words.reader.js';
import { ImportMappingService } from './import-mapping.service.js';
import { ImportMappingsStore } from './import-mappings.store.js';
import { ImportReportFile } from './import-report-file.service.js';
import { ImportRowsStore } from './import-rows.store.js';
import { ImportedCardsController } from './imported-cards.controller.js';
import { ImportedCardsReader } from './imported-cards.reader.js';
import { ImportsController } from './imports.controller.js';
import { ImportsReader } from './imports.reader.js';
import { ImportRecord } from './import-record.service.js';
import { ImportsService } from './imports.service.js';
import { ImportsStore } from './imports.store.js';
import { ShowImportedCards } from './show-imported-cards.service.js';
import { CardInterviews } from './card-interviews.service.js';
import { ImportEndings } from './import-endings.service.js';
import { ImportEventsStore } from './import-events.store.js';
import { ImportFilesReading } from './import-files-reading.service.js';
import { ImportPlanStore } from './import-plan.store.js';
import { ImportPlanning } from './import-planning.service.js';
import { ImportedAuthors } from './imported-authors.store.js';
import { ImportedCardsStore } from './imported-cards.store.js';
import { ImportedRounds } from './imported-rounds.store.js';
import { ImportedSummaries } from './imported-summaries.service.js';
import { MadeOfImports } from './made-of-imports.service.js';
import { PlannedRowsStore } from './planned-rows.store.js';
import { ReadImport } from './read-import.service.js';
import { RunApplications } from './run-applications.service.js';
import { RunCandidates } from './run-candidates.service.js';
import { RunCards } from './run-cards.service.js';
import { RunImport } from './run-import.service.js';
import { RunInterviews } from './run-interviews.service.js';
import { RunJobs } from './run-jobs.service.js';
import { RunSteps } from './run-steps.service.js';
import { UploadImportService, UploadSettings } from './upload-import.service.js';

@Module({
  imports: [ScorecardsModule],
  controllers: [ImportsController, ImportedCardsController],
  providers: [
    UploadImportService,
    UploadSettings,
    ImportsService,
    ImportRecord,
    ImportMappingService,
    ImportReportFile,
    ShowImportedCards,
    ImportsReader,
    CardWordsReader,
    ImportedCardsReader,
    ImportsStore,
    ImportRowsStore,
    ImportMappingsStore,
    CardInterviews,
    ImportEndings,
    ImportEventsStore,
    ImportFilesReading,
    ImportPlanStore,
    ImportPlanning,
    ImportedAuthors,
    ImportedCardsStore,
    ImportedRounds,
    ImportedSummaries,
    MadeOfImports,
    PlannedRowsStore,
    ReadImport,
    RunApplications,
    RunCandidates,
    RunCards,
    RunImport,
    RunInterviews,
    RunJobs,
    RunSteps,
  ],
})
export class ImportsModule {}
