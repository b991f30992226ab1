import { Module } from '@nestjs/common';
import { CandidateLock } from './candidate-lock.service.js';
import { CandidateRecord } from './candidate-record.js';
import { CandidateRelationsService } from './candidate-relations.service.js';
import { CandidatesController } from './candidates.controller.js';
import { CandidatesReader } from './candidates.reader.js';
import { CandidatesService } from './candidates.service.js';
import { CandidatesStore } from './candidates.store.js';
import { MergeCandidatesService } from './merge-candidates.service.js';

@Module({
  controllers: [CandidatesController],
  providers: [CandidatesService, MergeCandidatesService, CandidateRelationsService, CandidateLock, CandidateRecord, CandidatesStore, CandidatesReader],
  exports: [CandidatesReader],
})
export class CandidatesModule {}
