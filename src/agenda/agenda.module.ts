import { Module } from '@nestjs/common';
import { DebriefsModule } from '../debriefs/debriefs.module.js';
import { ScorecardsModule } from '../scorecards/scorecards.module.js';
import { AgendaController } from './agenda.controller.js';
import { AgendaDoor } from './agenda-door.service.js';
import { AgendaReader } from './agenda.reader.js';
import { AgendaService } from './agenda.service.js';
import { AgendaSittings } from './agenda-sittings.service.js';
import { AgendaStore } from './agenda.store.js';
import { ComposeAgenda } from './compose-agenda.service.js';
import { ShowAgenda } from './show-agenda.service.js';

@Module({
  imports: [DebriefsModule, ScorecardsModule],
  controllers: [AgendaController],
  providers: [AgendaService, AgendaSittings, AgendaDoor, ComposeAgenda, ShowAgenda, AgendaStore, AgendaReader],
  exports: [AgendaReader],
})
export class AgendaModule {}
