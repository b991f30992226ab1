import { Module } from '@nestjs/common';
import { ApplicationsModule } from '../applications/applications.module.js';
import { BoardController } from './board.controller.js';
import { BoardReader } from './board.reader.js';
import { BoardViewsController } from './board-views.controller.js';
import { BoardViewsReader } from './board-views.reader.js';
import { BoardViewsRecord } from './board-views-record.service.js';
import { BoardViewsService } from './board-views.service.js';
import { BoardViewsStore } from './board-views.store.js';
import { BulkActions } from './bulk-actions.service.js';
import { BulkController } from './bulk.controller.js';
import { BulkReader } from './bulk.reader.js';
import { BulkRehearsal } from './bulk-rehearsal.service.js';
import { BulkService } from './bulk.service.js';
import { BulkStart } from './bulk-start.service.js';
import { BulkStore } from './bulk.store.js';
import { BulkWork } from './bulk-work.service.js';
import { NudgeController } from './nudge.controller.js';
import { NudgeService } from './nudge.service.js';
import { NudgesStore } from './nudges.store.js';

const VIEWS = [BoardViewsReader, BoardViewsService, BoardViewsStore, BoardViewsRecord];
const BULK = [BulkService, BulkRehearsal, BulkActions, BulkStart, BulkWork, BulkStore, BulkReader];

/** The board: every application by what it waits for, views of it, and what is done to many at once. */
@Module({
  imports: [ApplicationsModule],
  controllers: [BoardController, BoardViewsController, BulkController, NudgeController],
  providers: [BoardReader, ...VIEWS, ...BULK, NudgeService, NudgesStore],
})
export class BoardModule {}
