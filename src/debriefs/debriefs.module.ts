import { Module } from '@nestjs/common';
import { BallotsController } from './ballots.controller.js';
import { BallotsReader } from './ballots.reader.js';
import { BallotsService } from './ballots.service.js';
import { BallotsStore } from './ballots.store.js';
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

@Module({
  controllers: [DebriefsController, BallotsController, DecisionsController],
  providers: [
    DebriefSittings, DebriefGate, DebriefsService, BallotsService, DecisionsService, RecommendationService, ShowDebrief,
    DebriefsStore, BallotsStore, DecisionsStore,
    DebriefFactsReader, DebriefsReader, BallotsReader, DecisionsReader, PanelReader,
  ],
  exports: [DebriefFactsReader, DebriefsReader, BallotsReader, DecisionsReader, PanelReader],
})
export class DebriefsModule {}
