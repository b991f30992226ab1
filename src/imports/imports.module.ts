import { Module } from '@nestjs/common';
import { ScorecardsModule } from '../scorecards/scorecards.module.js';
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
    ImportedCardsReader,
    ImportsStore,
    ImportRowsStore,
    ImportMappingsStore,
  ],
})
export class ImportsModule {}
