import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { Clock } from '../platform/clock.js';
import { type Page, pageOf } from '../platform/cursor.js';
import { Database } from '../platform/database.js';
import { readSortCursor } from '../platform/sort-cursor.js';
import { fragment, sql } from '../platform/statement.js';
import type { EventDto, ListEventsQuery } from './events.dto.js';

export interface EventRow {
  ref: string;
  at: Date;
  type: string;
  actorId: string | null;
  actor: { name: string; via: string };
  subjectKind: string;
  subjectId: string;
  applicationId: string | null;
  jobId: string | null;
  sight: 'status' | 'content' | null;
  /** The viewer did it. */
  own: boolean;
  content: { payload: Record<string, unknown>; reason?: string; onBehalfOf?: string };
}

/**
 * History obeys the visibility rule like everything else. An event of an application needs sight of it; one that carries
 * or times a judgement (a scorecard, the debrief) needs the sight of content, or to be the card's author. Hidden rows are
 * filtered before they are paged, and rows carry no number from which hidden ones could be counted. Who sees the stage alone
 * is told the stage events named here and nothing that comes later without a thought, and not why: reasons are the
 * hiring team's words about the candidate, save those the viewer wrote. What happened to an offer is for those for whom offers exist, and for nobody else with sight of the content.
 */
const STAGE_EVENTS = [
  'application.started',
  'application.moved',
  'application.rubric_changed',
  'round.added',
  'round.skipped',
  'round.reordered',
  'interview.planned',
  'interview.scheduled',
  'interview.moved',
  'interview.held',
  'interview.cancelled',
  'interview.no_show',
  'interview.times_proposed',
  'interview.times_withdrawn',
  'interview.time_confirmed',
];

const COLUMNS = fragment`
  e.ref, e.at, e.type, e.actor_id as "actorId", e.actor, e.subject_kind as "subjectKind", e.subject_id as "subjectId",
  e.application_id as "applicationId", e.job_id as "jobId", c.content, v.sight, coalesce(e.actor_id = $1, false) as own`;

/** $1 the viewer, $2 now, $3 to $10 the filters, $11 the viewer's site role, $12 the stage events. */
const KNOWN = fragment`
  from events e
  join event_contents c on c.event_id = e.id
  left join lateral (select sight from application_sight($1, $2) v where v.application_id = e.application_id) v on true
  where ($3::text is null or e.subject_kind = $3) and ($4::uuid is null or e.subject_id = $4)
    and ($5::uuid is null or e.application_id = $5) and ($6::uuid is null or e.job_id = $6)
    and ($7::uuid is null or e.actor_id = $7) and ($8::text is null or starts_with(e.type, $8))
    and ($9::timestamptz is null or e.at >= $9) and ($10::timestamptz is null or e.at < $10)
    and case
      when e.subject_kind = 'offer' then sees_offers($1, e.application_id, $2)
      when e.application_id is not null then
        case when v.sight = 'content' then true
             when v.sight is distinct from 'status' then false
             when e.scorecard_id is not null then exists (select 1 from scorecards s where s.id = e.scorecard_id and s.interviewer_id = $1)
             else e.type = any($12) end
      when e.person_id is not null then not is_conflicted($1, e.person_id, null)
        and ($11 in ('admin', 'auditor') or e.actor_id = $1 or exists (
          select 1 from applications a join application_sight($1, $2) v on v.application_id = a.id
          where a.person_id = e.person_id and v.sight <> 'absent'))
      when $11 in ('admin', 'auditor') then true
      when e.subject_kind in ('rubric', 'interview_plan') then true
      when e.job_id is not null then exists (select 1 from seats s where s.user_id = $1 and s.job_id = e.job_id and s.ended_at is null
        and (s.starts_at is null or s.starts_at <= $2) and (s.ends_at is null or s.ends_at > $2))
      else e.subject_id = $1 and e.subject_kind = 'user' or e.actor_id = $1
    end`;

const LIST = sql`
  select ${COLUMNS} ${KNOWN} and ($13::uuid is null or e.id < (select id from events where ref = $13)) order by e.id desc limit $14`;

/** All of them in the order they were written, for reading by cursor. */
export const WHOLE_HISTORY = sql`
  select ${COLUMNS}, case when v.sight = 'content' then e.application_id end as "shownApplication" ${KNOWN} order by e.id`;

/** The values of `WHOLE_HISTORY`. */
export function historyValues(viewer: { userId: string; siteRole: string; now: Date }, query: Omit<ListEventsQuery, 'limit' | 'cursor'>): unknown[] {
  return [
    viewer.userId,
    viewer.now,
    query.subjectKind ?? null,
    query.subjectId ?? null,
    query.applicationId ?? null,
    query.jobId ?? null,
    query.actorId ?? null,
    query.type ?? null,
    query.from ?? null,
    query.until ?? null,
    viewer.siteRole,
    STAGE_EVENTS,
  ];
}

@Injectable()
export class EventsReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: ListEventsQuery): Promise<Page<EventDto>> {
    const [ref] = readSortCursor(query.cursor, ['id']);
    const viewer = { userId: actor.userId, siteRole: actor.siteRole, now: this.clock.now() };
    const rows = await this.database.query<EventRow>(LIST, [...historyValues(viewer, query), ref, query.limit + 1]);
    return pageOf(rows, query.limit, presentEvent, (row) => [row.ref]);
  }
}

/** An event as the viewer may know it, by their sight of its application. */
export function presentEvent(row: EventRow): EventDto {
  const { ref, actor, actorId, content, sight, own, ...event } = row;
  const stageOnly = sight === 'status' && event.type === 'application.moved';
  return {
    ...event,
    id: ref,
    actor: { id: actorId, name: actor.name, via: actor.via },
    payload: stageOnly ? { before: content.payload['before'], after: content.payload['after'] } : content.payload,
    // Their own words anybody may read back.
    reason: sight === 'status' && !own && event.subjectKind !== 'offer' ? null : (content.reason ?? null),
    onBehalfOf: content.onBehalfOf ?? null,
  };
}
