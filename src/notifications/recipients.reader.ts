import { Injectable } from '@nestjs/common';
import type { EventPayloads, EventType } from '../domain/events/events.js';
import type { Audience, RecordedEvent } from '../domain/notification/notices.js';
import { Clock } from '../platform/clock.js';
import type { Transaction } from '../platform/database.js';
import { type Fragment, sql, type Statement } from '../platform/statement.js';

const IN_FORCE: Fragment = {
  fragment: true,
  text: 's.ended_at is null and (s.starts_at is null or s.starts_at <= $2) and (s.ends_at is null or s.ends_at > $2)',
};

const EVENT = sql`
  select e.type, c.content->'payload' as payload, e.at, e.actor_id as "actorId", e.subject_kind as "subjectKind", e.subject_id as "subjectId",
    e.application_id as "applicationId", coalesce(e.job_id, a.job_id) as "jobId", e.scorecard_id as "scorecardId"
  from events e join event_contents c on c.event_id = e.id left join applications a on a.id = e.application_id where e.id = $1`;

const PANEL = sql`select s.user_id as id from seats s where s.interview_id = $1 and ${IN_FORCE}`;
const JOB_SEATS = sql`select s.user_id as id from seats s where s.job_id = $1 and s.kind = any ($3) and ${IN_FORCE}`;
const DEBRIEF_LEADS = sql`
  select s.user_id as id from seats s where s.application_id = $1 and s.kind = 'facilitator' and ${IN_FORCE}
  union select s.user_id from seats s join applications a on a.job_id = s.job_id where a.id = $1 and s.kind = 'hiring_manager' and ${IN_FORCE}`;
const ELECTORS = sql`
  select c.interviewer_id as id from scorecards c where c.application_id = $1 and c.status = 'submitted' and c.counts and $2::timestamptz is not null
  union select s.user_id from seats s where s.application_id = $1 and s.kind = 'bar_raiser' and ${IN_FORCE}
  union select s.user_id from seats s join applications a on a.job_id = s.job_id where a.id = $1 and s.kind = 'hiring_manager' and ${IN_FORCE}`;
const COMMITTEE = sql`select s.user_id as id from seats s where s.application_id = $1 and s.kind = 'committee_member' and ${IN_FORCE}`;
const CARD_AUTHOR = sql`select c.interviewer_id as id from scorecards c where c.id = $1`;
const CHALLENGER = sql`select c.raised_by as id from challenges c where c.id = $1`;
const OFFER_SEATS = sql`
  select distinct s.user_id as id from seats s join applications a on a.job_id = s.job_id
  where a.id = $1 and s.kind = any ($3) and ${IN_FORCE} and sees_offers(s.user_id, a.id, $2)`;
const ADMINS = sql`select u.id from users u where u.site_role = 'admin'`;

/** Whoever has left, and whoever the application does not exist for, is told nothing of it. */
const ABLE = sql`
  select u.id from users u
  where u.id = any ($1) and u.status = 'active'
    and ($2::uuid is null or exists (select 1 from application_sight(u.id, $3) v where v.application_id = $2 and (v.sight <> 'absent' or $4)))`;

/** An event of the record, and who is told of it. */
@Injectable()
export class RecipientsReader {
  constructor(private readonly clock: Clock) {}

  async event(tx: Transaction, id: string): Promise<RecordedEvent | undefined> {
    const [row] = await tx.query<RecordedEvent & { type: EventType; payload: EventPayloads[EventType] }>(EVENT, [id]);
    return row;
  }

  /** People of an audience, seats in force now. */
  async audience(tx: Transaction, event: RecordedEvent, to: Audience): Promise<readonly string[]> {
    const now = this.clock.now();
    const ids = async (statement: Statement, values: readonly unknown[]) => (await tx.query<{ id: string }>(statement, values)).map((row) => row.id);
    switch (to.who) {
      case 'users':
        return to.userIds;
      case 'panel':
        return ids(PANEL, [event.subjectId, now]);
      case 'card_author':
        return ids(CARD_AUTHOR, [to.scorecardId]);
      case 'challenger':
        return ids(CHALLENGER, [to.challengeId]);
      case 'job_seats':
        return ids(JOB_SEATS, [event.jobId, now, to.seats]);
      case 'debrief_leads':
        return ids(DEBRIEF_LEADS, [event.applicationId, now]);
      case 'electors':
        return ids(to.committee ? COMMITTEE : ELECTORS, [event.applicationId, now]);
      case 'offer_seats':
        return ids(OFFER_SEATS, [event.applicationId, now, to.seats]);
      case 'admins':
        return ids(ADMINS, []);
    }
  }

  /** Those who can be told: active, and with the application in their world unless its words name no candidate. */
  async able(tx: Transaction, userIds: readonly string[], applicationId: string | null, unnamed: boolean): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(ABLE, [userIds, applicationId, this.clock.now(), unnamed]);
    return rows.map((row) => row.id);
  }
}
