import { Module } from '@nestjs/common';
import { CandidateFilesController } from './candidate-files.controller.js';
import { CandidateFilesReader } from './candidate-files.reader.js';
import { CandidateFilesService } from './candidate-files.service.js';
import { CandidateFilesStore } from './candidate-files.store.js';
import { CandidateLock } from './candidate-lock.service.js';
import { CandidateRecord } from './candidate-record.service.js';
import { CandidateRelationsService } from './candidate-relations.service.js';
import { CandidatesController } from './candidates.controller.js';
import { CandidatesReader } from './candidates.reader.js';
import { CandidatesService } from './candidates.service.js';
import { CandidatesStore } from './candidates.store.js';
import { FileContentStore } from './file-content.store.js';
import { MergeCandidatesService } from './merge-candidates.service.js';

@Module({
  controllers: [CandidatesController, CandidateFilesController],
  providers: [
    CandidatesService,
    MergeCandidatesService,
    CandidateRelationsService,
    CandidateLock,
    CandidateRecord,
    CandidatesStore,
    CandidatesReader,
    CandidateFilesService,
    CandidateFilesStore,
    CandidateFilesReader,
    FileContentStore,
  ],
  exports: [CandidatesReader, CandidateFilesReader],
})
export class CandidatesModule {}
