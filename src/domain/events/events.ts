/**
 * Every change is one typed event. The type decides the payload: a room lists its events in a file beside this one, and
 * an event that is not listed does not compile.
 *
 * Source: product design, "Record (audit)".
 */
import type { AccessEvents } from './access-events.js';
import type { AgendaEvents } from './agenda-events.js';
import type { DebriefEvents } from './debrief-events.js';
import type { ExportEvents } from './export-events.js';
import type { ImportEvents } from './import-events.js';
import type { NotificationEvents } from './notification-events.js';
import type { OfferEvents } from './offer-events.js';
import type { PacketEvents } from './packet-events.js';
import type { PipelineEvents } from './pipeline-events.js';
import type { RubricEvents } from './rubric-events.js';
import type { SchedulingEvents } from './scheduling-events.js';
import type { ScorecardEvents } from './scorecard-events.js';
import type { TimelineEvents } from './timeline-events.js';

export interface EventPayloads
  extends
    AccessEvents,
    TimelineEvents,
    AgendaEvents,
    PacketEvents,
    RubricEvents,
    PipelineEvents,
    ScorecardEvents,
    DebriefEvents,
    ImportEvents,
    NotificationEvents,
    OfferEvents,
    SchedulingEvents,
    ExportEvents {}

export type EventType = keyof EventPayloads;

/** A change as it is told: what it was before, what it is after, and what else happened. */
export interface Change<State = unknown> {
  readonly before?: State;
  readonly after?: State;
}

/** What an event is about. The ids decide whose history it stands in and who may read it. */
export interface Subject {
  readonly kind:
    | 'organisation'
    | 'user'
    | 'invitation'
    | 'session'
    | 'token'
    | 'seat'
    | 'rubric'
    | 'interview_plan'
    | 'job'
    | 'candidate'
    | 'application'
    | 'interview'
    | 'scorecard'
    | 'debrief'
    | 'file'
    | 'export'
    | 'notification'
    | 'background_job'
    | 'webhook'
    | 'offer'
    | 'import'
    | 'calendar';
  readonly id: string;
  readonly jobId?: string;
  readonly applicationId?: string;
  readonly personId?: string;
  /** Set on events that carry or time somebody's judgement: readable only by those who may see that card. */
  readonly scorecardId?: string;
}

export interface DomainEvent<Type extends EventType = EventType> {
  readonly type: Type;
  readonly subject: Subject;
  readonly payload: EventPayloads[Type];
  readonly reason?: string;
  /** The user on whose behalf a delegate acted. */
  readonly onBehalfOf?: string;
}
