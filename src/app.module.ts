import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccessModule } from './access/access.module.js';
import { AgendaModule } from './agenda/agenda.module.js';
import { AuditModule } from './audit/audit.module.js';
import { DebriefsModule } from './debriefs/debriefs.module.js';
import { DemoModule } from './demo/demo.module.js';
import { ApplicationsModule } from './applications/applications.module.js';
import { CalibrationModule } from './calibration/calibration.module.js';
import { CalendarFeedsModule } from './calendar-feeds/calendar-feeds.module.js';
import { BoardModule } from './board/board.module.js';
import { CandidatesModule } from './candidates/candidates.module.js';
import { ExportsModule } from './exports/exports.module.js';
import { FeedbackModule } from './feedback/feedback.module.js';
import { FinalistsModule } from './finalists/finalists.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { InterviewPlansModule } from './interview-plans/interview-plans.module.js';
import { InterviewsModule } from './interviews/interviews.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { LiveModule } from './live/live.module.js';
import { OffersModule } from './offers/offers.module.js';
import { OutboxModule } from './outbox/outbox.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { Clock } from './platform/clock.js';
import { Config } from './platform/config.js';
import { HealthController } from './platform/health.controller.js';
import { IdempotencyInterceptor } from './platform/idempotency.interceptor.js';
import { InputPipe } from './platform/input.pipe.js';
import { PacketsModule } from './packets/packets.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { ProblemFilter } from './platform/problem.filter.js';
import { ReportsModule } from './reports/reports.module.js';
import { RubricsModule } from './rubrics/rubrics.module.js';
import { ScorecardsModule } from './scorecards/scorecards.module.js';
import { TemplatePacksModule } from './template-packs/template-packs.module.js';
import { TimelinesModule } from './timelines/timelines.module.js';
import { WebhooksModule } from './webhooks/webhooks.module.js';

/** The wiring: one import per room. */
@Module({})
export class AppModule {
  static with(config: Config, clock: Clock = new Clock()): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config, clock),
        AuditModule,
        AccessModule,
        OutboxModule,
        RubricsModule,
        NotificationsModule,
        WebhooksModule,
        ScorecardsModule,
        TemplatePacksModule,
        InterviewPlansModule,
        JobsModule,
        CandidatesModule,
        ApplicationsModule,
        InterviewsModule,
        CalendarFeedsModule,
        ExportsModule,
        DebriefsModule,
        OffersModule,
        PacketsModule,
        FinalistsModule,
        FeedbackModule,
        AgendaModule,
        LiveModule,
        ImportsModule,
        BoardModule,
        ReportsModule,
        TimelinesModule,
        CalibrationModule,
        DemoModule,
      ],
      controllers: [HealthController],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useClass: InputPipe },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
      ],
    };
  }
}
