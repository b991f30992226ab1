import { Module } from '@nestjs/common';
import { InterviewPlansController } from './interview-plans.controller.js';
import { InterviewPlansReader } from './interview-plans.reader.js';
import { InterviewPlansService } from './interview-plans.service.js';
import { InterviewPlansStore } from './interview-plans.store.js';

@Module({
  controllers: [InterviewPlansController],
  providers: [InterviewPlansService, InterviewPlansStore, InterviewPlansReader],
  exports: [InterviewPlansReader],
})
export class InterviewPlansModule {}
