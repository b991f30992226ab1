import { Module } from '@nestjs/common';
import { InterviewChange } from './interview-change.service.js';
import { InterviewTiming } from './interview-timing.service.js';
import { InterviewWarnings } from './interview-warnings.service.js';
import { InterviewsController } from './interviews.controller.js';
import { InterviewsReader } from './interviews.reader.js';
import { InterviewsStore } from './interviews.store.js';
import { MyInterviewsController } from './my-interviews.controller.js';
import { MyInterviewsReader } from './my-interviews.reader.js';
import { PanelService } from './panel.service.js';
import { PanelStore } from './panel.store.js';
import { PanelTimeReader } from './panel-time.reader.js';
import { PanelTimeService } from './panel-time.service.js';
import { PlanInterviewService } from './plan-interview.service.js';
import { ProposalEnding } from './proposal-ending.service.js';
import { ProposalsReader } from './proposals.reader.js';
import { ProposalsService } from './proposals.service.js';
import { ProposalsStore } from './proposals.store.js';
import { ScheduleInterviewService } from './schedule-interview.service.js';
import { SchedulingController } from './scheduling.controller.js';

@Module({
  controllers: [InterviewsController, SchedulingController, MyInterviewsController],
  providers: [
    PlanInterviewService,
    ScheduleInterviewService,
    PanelService,
    InterviewChange,
    InterviewWarnings,
    InterviewTiming,
    ProposalEnding,
    ProposalsService,
    ProposalsStore,
    ProposalsReader,
    PanelTimeService,
    PanelTimeReader,
    InterviewsStore,
    PanelStore,
    InterviewsReader,
    MyInterviewsReader,
  ],
  exports: [InterviewsReader, MyInterviewsReader],
})
export class InterviewsModule {}
