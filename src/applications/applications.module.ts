import { Module } from '@nestjs/common';
import { CandidatesModule } from '../candidates/candidates.module.js';
import { InterviewsModule } from '../interviews/interviews.module.js';
import { ApplicationMovesController } from './application-moves.controller.js';
import { ApplicationMoving } from './application-moving.port.js';
import { ApplicationRecord } from './application-record.service.js';
import { ApplicationRoundsController } from './application-rounds.controller.js';
import { ApplicationShow } from './application-show.service.js';
import { ApplicationsController } from './applications.controller.js';
import { ApplicationsListReader } from './applications-list.reader.js';
import { ApplicationsReader } from './applications.reader.js';
import { ApplicationsStore } from './applications.store.js';
import { ChangeRoundsService } from './change-rounds.service.js';
import { ChangeRubricService } from './change-rubric.service.js';
import { MoveApplicationService } from './move-application.service.js';
import { StartApplicationService } from './start-application.service.js';

@Module({
  imports: [CandidatesModule, InterviewsModule],
  controllers: [ApplicationsController, ApplicationMovesController, ApplicationRoundsController],
  providers: [
    StartApplicationService,
    MoveApplicationService,
    { provide: ApplicationMoving, useExisting: MoveApplicationService },
    ChangeRoundsService,
    ChangeRubricService,
    ApplicationRecord,
    ApplicationsStore,
    ApplicationsReader,
    ApplicationsListReader,
    ApplicationShow,
  ],
  exports: [ApplicationsReader, ApplicationsListReader, ApplicationMoving],
})
export class ApplicationsModule {}
