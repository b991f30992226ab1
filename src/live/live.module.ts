import { Module } from '@nestjs/common';
import { DebriefsModule } from '../debriefs/debriefs.module.js';
import { AnnouncedEventsReader } from './announced-events.reader.js';
import { EventFeed } from './event-feed.service.js';
import { LiveController } from './live.controller.js';
import { LiveDoor } from './live-door.service.js';
import { LiveSightReader } from './live-sight.reader.js';
import { LiveStreams } from './live-streams.service.js';

@Module({
  imports: [DebriefsModule],
  controllers: [LiveController],
  providers: [EventFeed, LiveStreams, LiveDoor, AnnouncedEventsReader, LiveSightReader],
})
export class LiveModule {}
