import { Module } from '@nestjs/common';
import { ExposureStore } from '../access/exposure.store.js';
import { CardDutiesService } from './card-duties.service.js';
import { CardLocks } from './card-locks.service.js';
import { CardReadingService } from './card-reading.service.js';
import { CardStandings } from './card-standings.service.js';
import { CardSummaries } from './card-summaries.service.js';
import { CardsStore } from './cards.store.js';
import { DraftsService } from './drafts.service.js';
import { DraftsStore } from './drafts.store.js';
import { KitsReader } from './kits.reader.js';
import { KitsService } from './kits.service.js';
import { PinnedRubrics } from './pinned-rubrics.service.js';
import { PrivateNotesController } from './private-notes.controller.js';
import { PrivateNotesService } from './private-notes.service.js';
import { PrivateNotesStore } from './private-notes.store.js';
import { RevisionsReader } from './revisions.reader.js';
import { ScorecardWritingController } from './scorecard-writing.controller.js';
import { ScorecardsController } from './scorecards.controller.js';
import { ScorecardsReader } from './scorecards.reader.js';
import { SubmissionService } from './submission.service.js';

@Module({
  controllers: [ScorecardsController, ScorecardWritingController, PrivateNotesController],
  providers: [
    CardReadingService,
    KitsService,
    DraftsService,
    SubmissionService,
    CardDutiesService,
    PrivateNotesService,
    CardLocks,
    CardStandings,
    CardSummaries,
    PinnedRubrics,
    CardsStore,
    DraftsStore,
    PrivateNotesStore,
    ScorecardsReader,
    RevisionsReader,
    KitsReader,
    ExposureStore,
  ],
  exports: [ScorecardsReader, ExposureStore],
})
export class ScorecardsModule {}
