import { Module } from '@nestjs/common';
import { InterviewsModule } from '../interviews/interviews.module.js';
import { CalendarController } from './calendar.controller.js';
import { CalendarFeedsService } from './calendar-feeds.service.js';
import { CalendarFeedsStore } from './calendar-feeds.store.js';
import { CalendarInterviewsReader } from './calendar-interviews.reader.js';
import { FeedLimiter } from './feed-limiter.service.js';
import { MyCalendarFeedController } from './my-calendar-feed.controller.js';
import { ShowFeed, ShowInterviewFile } from './show-calendar.service.js';

@Module({
  imports: [InterviewsModule],
  controllers: [MyCalendarFeedController, CalendarController],
  providers: [CalendarFeedsService, CalendarFeedsStore, CalendarInterviewsReader, FeedLimiter, ShowFeed, ShowInterviewFile],
})
export class CalendarFeedsModule {}
