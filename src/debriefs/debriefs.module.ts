import { Module } from '@nestjs/common';
import { BallotsController } from './ballots.controller.js';
import { BallotsReader } from './ballots.reader.js';
import { BallotsService } from './ballots.service.js';
import { BallotsStore } from './ballots.store.js';
import { ChallengesController } from './challenges.controller.js';
import { ChallengesReader } from './challenges.reader.js';
import { ChallengesService } from './challenges.service.js';
import { ChallengesStore } from './challenges.store.js';
import { DebriefExposures } from './debrief-exposures.service.js';
import { DebriefFactsReader } from './debrief-facts.reader.js';
import { DebriefGate } from './debrief-gate.service.js';
import { DebriefSittings } from './debrief-sittings.service.js';
import { DebriefsController } from './debriefs.controller.js';
import { ShowDebrief } from './show-debrief.service.js';
import { DebriefsReader } from './debriefs.reader.js';
import { DebriefsService } from './debriefs.service.js';
import { DebriefsStore } from './debriefs.store.js';
import { DecisionsController } from './decisions.controller.js';
import { DecisionsReader } from './decisions.reader.js';
import { DecisionsService } from './decisions.service.js';
import { DecisionsStore } from './decisions.store.js';
import { PanelReader } from './panel.reader.js';
import { RecommendationService } from './recommendation.service.js';
import { SealedRefusals } from './sealed-refusals.service.js';
import { VetoesController } from './vetoes.controller.js';
import { VetoesService } from './vetoes.service.js';
import { VetoesStore } from './vetoes.store.js';
import { ScorecardsModule } from '../scorecards/scorecards.module.js';

@Module({
  imports: [ScorecardsModule],
  controllers: [DebriefsController, BallotsController, ChallengesController, VetoesController, DecisionsController],
  providers: [
    DebriefSittings,
    DebriefGate,
    DebriefExposures,
    SealedRefusals,
    DebriefsService,
    BallotsService,
    ChallengesService,
    VetoesService,
    DecisionsService,
    RecommendationService,
    ShowDebrief,
    DebriefsStore,
    BallotsStore,
    ChallengesStore,
    VetoesStore,
    DecisionsStore,
    DebriefFactsReader,
    DebriefsReader,
    BallotsReader,
    ChallengesReader,
    DecisionsReader,
    PanelReader,
  ],
  exports: [DebriefFactsReader, DebriefsReader, BallotsReader, ChallengesReader, DecisionsReader, PanelReader],
})
export class DebriefsModule {}
