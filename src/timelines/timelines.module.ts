import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module.js';
import { BackgroundTimelines } from './background-timelines.service.js';
import { CalendarsController } from './calendars.controller.js';
import { CalendarsReader } from './calendars.reader.js';
import { CalendarsService } from './calendars.service.js';
import { CalendarsStore } from './calendars.store.js';
import { ClockHearing } from './clock-hearing.service.js';
import { ClockLaying } from './clock-laying.service.js';
import { ClockMoves } from './clock-moves.service.js';
import { ClockMovesStore } from './clock-moves.store.js';
import { ClockSweep } from './clock-sweep.service.js';
import { ClocksStore } from './clocks.store.js';
import { ForecastService } from './forecast.service.js';
import { NamedCalendarsController } from './named-calendars.controller.js';
import { NamedCalendars } from './named-calendars.service.js';
import { PassagesReader } from './passages.reader.js';
import { PausesService } from './pauses.service.js';
import { PausesStore } from './pauses.store.js';
import { PlaceMoves } from './place-moves.service.js';
import { PlanTimes } from './plan-times.service.js';
import { PlanTimesStore } from './plan-times.store.js';
import { StageLearning } from './stage-learning.service.js';
import { StageLawsStore } from './stage-laws.store.js';
import { TimelineController } from './timeline.controller.js';
import { TimelineReader } from './timeline.reader.js';
import { TimelineShow } from './timeline-show.service.js';

@Module({
  imports: [JobsModule],
  controllers: [TimelineController, CalendarsController, NamedCalendarsController],
  providers: [
    BackgroundTimelines,
    ClockHearing,
    ClockLaying,
    ClockMoves,
    ClockMovesStore,
    ClocksStore,
    ClockSweep,
    PlaceMoves,
    PlanTimes,
    PlanTimesStore,
    PausesService,
    PausesStore,
    TimelineShow,
    TimelineReader,
    ForecastService,
    StageLawsStore,
    StageLearning,
    PassagesReader,
    CalendarsService,
    CalendarsStore,
    CalendarsReader,
    NamedCalendars,
  ],
})
export class TimelinesModule {}
