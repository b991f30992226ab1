import { Module } from '@nestjs/common';
import { DebriefsModule } from '../debriefs/debriefs.module.js';
import { FeedbackController } from './feedback.controller.js';
import { FeedbackReader } from './feedback.reader.js';
import { FeedbackService, RecordMark } from './feedback.service.js';
import { FeedbackStore } from './feedback.store.js';
import { MarksReceivedController } from './marks-received.controller.js';

@Module({
  imports: [DebriefsModule],
  controllers: [FeedbackController, MarksReceivedController],
  providers: [FeedbackService, RecordMark, FeedbackStore, FeedbackReader],
})
export class FeedbackModule {}
