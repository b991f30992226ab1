import { Module } from '@nestjs/common';
import { InterviewChange } from './interview-change.service.js';
import { InterviewWarnings } from './interview-warnings.service.js';
import { InterviewsController } from './interviews.controller.js';
import { InterviewsReader } from './interviews.reader.js';
import { InterviewsStore } from './interviews.store.js';
import { MyInterviewsController } from './my-interviews.controller.js';
import { MyInterviewsReader } from './my-interviews.reader.js';
import { PanelService } from './panel.service.js';
import { PanelStore } from './panel.store.js';
import { PlanInterviewService } from './plan-interview.service.js';
import { ScheduleInterviewService } from './schedule-interview.service.js';

@Module({
  controllers: [InterviewsController, MyInterviewsController],
  providers: [
    PlanInterviewService,
    ScheduleInterviewService,
    PanelService,
    InterviewChange,
    InterviewWarnings,
    InterviewsStore,
    PanelStore,
    InterviewsReader,
    MyInterviewsReader,
  ],
  exports: [InterviewsReader, MyInterviewsReader],
})
export class InterviewsModule {}
