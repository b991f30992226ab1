import { Injectable } from '@nestjs/common';
import type { Subject } from '../domain/events/events.js';
import type { Veto } from '../domain/recommendation/packet.js';
import type { DebriefState } from '../domain/debrief/debrief-states.js';
import type { CardContent } from '../domain/scorecard/scorecard.js';
import type { ApplicationSummary, SummaryCard } from '../domain/scorecard/application-summary.js';
import type { CardState, InterviewState } from '../domain/scorecard/scorecard-moves.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

/** A card with everything a change to it has to know, read under the application's lock. */
export interface LockedCard {
  readonly id: string;
  readonly applicationId: string;
  readonly jobId: string;
  readonly personId: string;
  readonly debriefId: string;
  readonly debrief: DebriefState;
  readonly rubricVersionId: string;
  readonly roundKey: string;
  readonly facts: readonly string[];
  readonly authorId: string;
  readonly status: CardState;
  readonly counts: boolean;
  readonly interview: InterviewState;
  readonly started: boolean;
  readonly draft: CardContent | null;
  readonly version: number;
  readonly revision: number;
  readonly content: CardContent | null;
  readonly authorConflicted: boolean;
  /** The author has been shown another's card on this person. */
  readonly authorExposed: boolean;
  /** Every card of the application, in round order. */
  readonly cards: readonly SummaryCard[];
  readonly openRounds: number;
  readonly vetoes: readonly Veto[];
}

export interface NewRevision {
  readonly number: number;
  readonly content: CardContent;
  readonly contentHash: string;
  readonly salt: string;
  readonly exposed: boolean;
  readonly counts: boolean;
  readonly reason: string | null;
}

/** The application's row first, always: two submissions at once queue here, and the second reads what the first committed. */
const LOCK = sql`select a.id from applications a where a.id = (select s.application_id from scorecards s where s.id = $1) for update`;

/** A statement of its own, after the lock: its snapshot is younger than whatever the lock waited for. */
const READ = sql`
  select s.id, s.application_id as "applicationId", a.job_id as "jobId", a.person_id as "personId", d.id as "debriefId", d.state as debrief,
    a.rubric_version_id as "rubricVersionId", s.round_key as "roundKey",
    array(select fact->>'key' from jsonb_array_elements(coalesce(r.content->'facts', '[]')) fact) as facts,
    s.interviewer_id as "authorId", s.status, s.counts, i.status as interview,
    i.status = 'held' or (i.starts_at is not null and i.starts_at <= $2) as started,
    s.draft, s.draft_version as version, s.revision, s.content,
    is_conflicted(s.interviewer_id, a.person_id, a.job_id) as "authorConflicted",
    exists (select 1 from applications pa join scorecards shown on shown.application_id = pa.id
            join exposures x on x.scorecard_id = shown.id and x.user_id = s.interviewer_id where pa.person_id = a.person_id) as "authorExposed",
    (select json_agg(json_build_object('id', c.id, 'interviewerId', c.interviewer_id, 'roundKey', c.round_key, 'status', c.status, 'counts', c.counts,
        'live', ci.status not in ('cancelled', 'no_show'), 'content', case when c.counts and c.id <> s.id then c.content end) order by cr.position, c.created_at, c.id)
      from scorecards c join interviews ci on ci.id = c.interview_id join application_rounds cr on cr.id = c.round_id
      where c.application_id = s.application_id) as cards,
    (select count(*)::integer from application_rounds o
      where o.application_id = s.application_id and o.status in ('pending', 'current') and coalesce((o.content->>'owesCard')::boolean, true)
        and not exists (select 1 from interviews oi join scorecards oc on oc.interview_id = oi.id and oc.counts
                        where oi.round_id = o.id and oi.status not in ('cancelled', 'no_show'))) as "openRounds",
    (select coalesce(json_agg(json_build_object('seat', v.seat, 'by', v.user_id, 'reason', v.reason) order by v.cast_at, v.id), '[]')
      from vetoes v where v.debrief_id = d.id and v.withdrawn_at is null) as vetoes
  from scorecards s
  join applications a on a.id = s.application_id
  join debriefs d on d.application_id = a.id
  join application_rounds r on r.id = s.round_id
  join interviews i on i.id = s.interview_id
  where s.id = $1`;

/** Card, revision, event and stored summary in one statement; the parameters of the event are those of `eventValues`. */
const SUBMIT = sql`
  with card as (
    update scorecards set status = 'submitted', revision = $2, content = $3, exposed = $4, counts = $5, draft = null, draft_saved_at = null,
      draft_version = draft_version + 1, first_submitted_at = coalesce(first_submitted_at, $6), submitted_at = $6, reason = null, reason_code = null
    where id = $1),
  revision as (
    insert into scorecard_revisions (scorecard_id, number, content, content_hash, salt, exposed, reason, submitted_by, submitted_at)
    values ($1, $2, $3, $7, $8, $4, $9, $10, $6)),
  summary as (
    update applications set cards_due = $12, cards_submitted = $13, cards_waived = $14, panel_outcome = $15, deciding_value = $16 where id = $11),
  event as (
    insert into events (at, type, actor_id, actor, subject_kind, subject_id, job_id, application_id, person_id, scorecard_id, content_hash)
    values ($17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27) returning id)
  insert into event_contents (event_id, salt, content) select id, $28, $29 from event`;

const SETTLE = sql`update scorecards set status = $2, reason_code = $3, reason = $4 where id = $1`;
const SUMMARY = sql`update applications set cards_due = $2, cards_submitted = $3, cards_waived = $4, panel_outcome = $5, deciding_value = $6 where id = $1`;
const MOVE_DEBRIEF = sql`
  update debriefs set state = $2, version = version + 1, ready_at = case when $2 = 'ready' then $3::timestamptz end where application_id = $1`;
const DECLARE_CONFLICT = sql`
  insert into conflicts (id, user_id, person_id, source, reason, recorded_by, recorded_at) values ($1, $2, $3, 'declared', $4, $2, $5)
  on conflict do nothing`;

/** The holder for whom somebody who only stands in acts when they run a job; a seat of their own goes first. */
const BEHALF = sql`
  select h.user_id as "holderId" from seats s join seats h on h.id = s.delegated_from
  where s.user_id = $1 and s.job_id = $2 and s.kind in ('hiring_manager', 'recruiter') and s.ended_at is null
    and (s.starts_at is null or s.starts_at <= $3) and (s.ends_at is null or s.ends_at > $3)
    and not exists (select 1 from seats own where own.user_id = $1 and own.job_id = $2 and own.kind in ('hiring_manager', 'recruiter')
      and own.delegated_from is null and own.ended_at is null)
  order by s.kind, s.granted_at, s.id limit 1`;

/** Whose history a change to the card stands in. */
export function subjectOf(card: Pick<LockedCard, 'id' | 'jobId' | 'applicationId' | 'personId'>): Subject {
  return { kind: 'scorecard', id: card.id, jobId: card.jobId, applicationId: card.applicationId, personId: card.personId, scorecardId: card.id };
}

@Injectable()
export class CardsStore {
  /** Undefined where there is no such card. */
  async lock(tx: Transaction, cardId: string, now: Date): Promise<LockedCard | undefined> {
    const locked = await tx.query(LOCK, [cardId]);
    if (locked.length === 0) return undefined;
    const [card] = await tx.query<LockedCard>(READ, [cardId, now]);
    return card;
  }

  async submit(
    tx: Transaction,
    card: LockedCard,
    next: NewRevision,
    summary: ApplicationSummary,
    now: Date,
    event: readonly unknown[],
  ): Promise<void> {
    await tx.query(SUBMIT, [
      card.id,
      next.number,
      JSON.stringify(next.content),
      next.exposed,
      next.counts,
      now,
      next.contentHash,
      next.salt,
      next.reason,
      card.authorId,
      card.applicationId,
      summary.due,
      summary.submitted,
      summary.waived,
      summary.outcome,
      summary.deciding,
      ...event,
    ]);
  }

  async settle(tx: Transaction, cardId: string, status: CardState, reasonCode: string | null, reason: string | null): Promise<void> {
    await tx.query(SETTLE, [cardId, status, reasonCode, reason]);
  }

  async saveSummary(tx: Transaction, applicationId: string, summary: ApplicationSummary): Promise<void> {
    await tx.query(SUMMARY, [applicationId, summary.due, summary.submitted, summary.waived, summary.outcome, summary.deciding]);
  }

  async moveDebrief(tx: Transaction, applicationId: string, state: DebriefState, now: Date): Promise<void> {
    await tx.query(MOVE_DEBRIEF, [applicationId, state, now]);
  }

  /** On whose behalf a person waives a card or asks for it again; null where the seat is their own. */
  async actsFor(tx: Transaction, userId: string, jobId: string, now: Date): Promise<string | null> {
    const [row] = await tx.query<{ holderId: string }>(BEHALF, [userId, jobId, now]);
    return row?.holderId ?? null;
  }

  async declareConflict(tx: Transaction, conflictId: string, userId: string, personId: string, reason: string, now: Date): Promise<void> {
    await tx.query(DECLARE_CONFLICT, [conflictId, userId, personId, reason, now]);
  }
}
