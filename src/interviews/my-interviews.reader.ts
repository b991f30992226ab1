import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import type { InterviewStatus } from '../domain/interview/interview-life.js';
import type { Training } from '../domain/interview/panel-place.js';
import { Clock } from '../platform/clock.js';
import { type Page, type PageQuery, pageOf } from '../platform/cursor.js';
import { Database } from '../platform/database.js';
import { readSortCursor } from '../platform/sort-cursor.js';
import { fragment, sql } from '../platform/statement.js';

export interface MyInterviewRow {
  id: string;
  applicationId: string;
  candidateName: string;
  jobTitle: string;
  roundKey: string;
  roundName: string;
  status: InterviewStatus;
  startsAt: Date | null;
  endsAt: Date | null;
  timeZone: string;
  location: string;
  training: Training | null;
  lead: boolean;
  card: { id: string; status: string; counts: boolean; dueAt: Date | null; lateMinutes: number | null } | null;
}

interface Row extends Omit<MyInterviewRow, 'card'> {
  cardId: string | null;
  cardStatus: string;
  cardCounts: boolean;
  cardDueAt: Date | null;
  sortKey: string;
}

/** Interviews without a time come last. */
const WHEN = fragment`coalesce(i.starts_at, '9999-12-31 00:00:00+00')`;

const MINE = sql`
  select i.id, a.id as "applicationId", c.name as "candidateName", j.title as "jobTitle", r.key as "roundKey", r.content->>'name' as "roundName",
    i.status, i.starts_at as "startsAt", i.ends_at as "endsAt", i.time_zone as "timeZone", i.location, s.training, s.lead,
    k.id as "cardId", k.status as "cardStatus", k.counts as "cardCounts", k.due_at as "cardDueAt", ${WHEN}::text as "sortKey"
  from (select distinct on (x.interview_id) x.interview_id, x.application_id, x.training, x.lead from seats x
        where x.user_id = $1 and x.kind = 'interviewer' and x.ended_at is null
          and (x.starts_at is null or x.starts_at <= $2) and (x.ends_at is null or x.ends_at > $2)
        order by x.interview_id, x.delegated_from nulls first) s
  join interviews i on i.id = s.interview_id
  join application_rounds r on r.id = i.round_id
  join applications a on a.id = s.application_id
  join application_sight($1, $2) v on v.application_id = a.id and v.sight <> 'absent'
  join candidates c on c.id = a.candidate_id
  join jobs j on j.id = a.job_id
  left join scorecards k on k.interview_id = i.id and k.interviewer_id = $1
  where ($3 or (i.status not in ('cancelled', 'no_show') and (i.status <> 'held' or k.status in ('assigned', 'draft'))
                and a.status in ('active', 'on_hold', 'offered')))
    and ($4::text is null or (${WHEN}, i.id) > ($4::timestamptz, $5::uuid))
  order by ${WHEN}, i.id limit $6`;

/** A person's own interviews: what is due, when, and how late. */
@Injectable()
export class MyInterviewsReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: PageQuery & { show?: 'open' | 'all' }): Promise<Page<MyInterviewRow>> {
    const now = this.clock.now();
    const [when, id] = readSortCursor(query.cursor, ['time', 'id']);
    const rows = await this.database.query<Row>(MINE, [actor.userId, now, query.show === 'all', when, id, query.limit + 1]);
    return pageOf(
      rows,
      query.limit,
      (row) => shown(row, now),
      (row) => [row.sortKey, row.id],
    );
  }
}

function shown({ cardId, cardStatus, cardCounts, cardDueAt, sortKey: _, ...row }: Row, now: Date): MyInterviewRow {
  if (cardId === null) return { ...row, card: null };
  const owed = (cardStatus === 'assigned' || cardStatus === 'draft') && row.status !== 'cancelled' && row.status !== 'no_show';
  const late = owed && cardDueAt !== null && cardDueAt < now ? Math.floor((now.getTime() - cardDueAt.getTime()) / 60_000) : null;
  return { ...row, card: { id: cardId, status: cardStatus, counts: cardCounts, dueAt: cardDueAt, lateMinutes: late } };
}
