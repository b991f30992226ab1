import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import type { DebriefState } from '../domain/debrief/debrief-states.js';
import type { PanelCardState } from '../domain/debrief/panel-packet.js';
import type { CardContent } from '../domain/scorecard/scorecard.js';
import type { CardState, InterviewState } from '../domain/scorecard/scorecard-moves.js';
import type { Sight } from '../domain/visibility/visibility.js';
import { Clock } from '../platform/clock.js';
import { type Page, pageOf } from '../platform/cursor.js';
import { Database, type Transaction } from '../platform/database.js';
import { readSortCursor } from '../platform/sort-cursor.js';
import { fragment, sql } from '../platform/statement.js';
import { presentCard } from './scorecards.presenter.js';
import type { ListScorecardsQuery, ScorecardDto, ShownStatus } from './scorecards.dto.js';

/** A card as the database hands it to one viewer: content only where they may see it. */
export interface CardRow {
  readonly id: string;
  readonly applicationId: string;
  readonly roundKey: string;
  readonly roundName: string;
  readonly interviewerId: string;
  readonly interviewerName: string;
  readonly candidateId: string;
  readonly personId: string;
  readonly candidateName: string;
  readonly jobId: string;
  readonly jobTitle: string;
  readonly rubricVersionId: string;
  readonly interviewId: string;
  readonly interview: InterviewState;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly started: boolean;
  readonly debrief: DebriefState;
  readonly status: CardState;
  readonly shownStatus: ShownStatus;
  readonly counts: boolean;
  readonly version: number;
  readonly revision: number;
  readonly content: CardContent | null;
  readonly exposed: boolean;
  readonly imported: boolean;
  readonly reasonCode: string | null;
  readonly reason: string | null;
  readonly dueAt: Date | null;
  readonly submittedAt: Date | null;
  readonly firstSubmittedAt: Date | null;
  readonly sight: Sight;
  readonly isRecruiter: boolean;
  readonly isHiringManager: boolean;
  /** The viewer was shown this card before, and it is recorded. */
  readonly shown: boolean;
}

const SHOWN_STATUS = fragment`case when s.status in ('assigned', 'draft') and i.status in ('cancelled', 'no_show') then 'not_due'
    when s.status = 'assigned' or (s.status = 'draft' and s.interviewer_id <> $1) then 'due' else s.status end`;
const HOLDS = (kind: 'recruiter' | 'hiring_manager') => ({
  fragment: true as const,
  text: `exists (select 1 from seats k where k.user_id = $1 and k.job_id = a.job_id and k.kind = '${kind}' and k.ended_at is null
      and (k.starts_at is null or k.starts_at <= $2) and (k.ends_at is null or k.ends_at > $2))`,
});

/** `$1` the viewer, `$2` now. What the viewer may not see does not leave the database. */
const COLUMNS = fragment`
    s.id, s.application_id as "applicationId", s.round_key as "roundKey", coalesce(r.content->>'name', s.round_key) as "roundName",
    s.interviewer_id as "interviewerId", u.name as "interviewerName", a.candidate_id as "candidateId", a.person_id as "personId", c.name as "candidateName",
    a.job_id as "jobId", j.title as "jobTitle", a.rubric_version_id as "rubricVersionId", i.id as "interviewId", i.status as interview,
    i.starts_at as "startsAt", i.ends_at as "endsAt", i.status = 'held' or (i.starts_at is not null and i.starts_at <= $2) as started,
    d.state as debrief, s.status, ${SHOWN_STATUS} as "shownStatus", s.counts, s.draft_version as version, s.revision,
    case when s.interviewer_id = $1 or (v.sight = 'content' and s.status = 'submitted') then s.content end as content,
    s.exposed, s.imported, s.reason_code as "reasonCode", s.reason, s.due_at as "dueAt", s.submitted_at as "submittedAt",
    s.first_submitted_at as "firstSubmittedAt", v.sight, ${HOLDS('recruiter')} as "isRecruiter", ${HOLDS('hiring_manager')} as "isHiringManager",
    exists (select 1 from exposures x where x.user_id = $1 and x.scorecard_id = s.id) as shown`;
const FROM = fragment`
  from scorecards s
  join applications a on a.id = s.application_id
  join application_sight($1, $2) v on v.application_id = a.id and v.sight <> 'absent'
  join debriefs d on d.application_id = a.id
  join candidates c on c.id = a.candidate_id
  join jobs j on j.id = a.job_id
  join interviews i on i.id = s.interview_id
  join application_rounds r on r.id = s.round_id
  join users u on u.id = s.interviewer_id`;

const ONE = sql`select ${COLUMNS} ${FROM} where s.id = $3`;
const OF_APPLICATION = sql`
  select ${COLUMNS}, r.position ${FROM}
  where s.application_id = $3 and (not $4 or s.interviewer_id = $1) and ($5::text is null or ${SHOWN_STATUS} = $5)
    and ($6::integer is null or (r.position, u.name, s.id) > ($6, $7, $8::uuid))
  order by r.position, u.name, s.id limit $9`;
const MINE = sql`
  select ${COLUMNS}, coalesce(s.due_at, 'infinity')::text as due ${FROM}
  where s.interviewer_id = $1 and ($3::text is null or ${SHOWN_STATUS} = $3)
    and ($4::timestamptz is null or (coalesce(s.due_at, 'infinity'), s.id) > ($4, $5::uuid))
  order by coalesce(s.due_at, 'infinity'), s.id limit $6`;
const EXISTS = sql`select 1 from applications a join application_sight($1, $2) v on v.application_id = a.id and v.sight <> 'absent' where a.id = $3`;

const PACKET = sql`
  select s.id, s.interviewer_id as "interviewerId", s.round_key as "roundKey", s.status, s.revision, s.content,
    blind.content as "unexposedContent", blind.number as "unexposedRevision"
  from scorecards s
  join interviews i on i.id = s.interview_id
  join application_rounds r on r.id = s.round_id
  left join lateral (select v.content, v.number from scorecard_revisions v where v.scorecard_id = s.id and not v.exposed order by v.number desc limit 1) blind on true
  where s.application_id = $1 and s.counts and (s.status = 'submitted' or i.status not in ('cancelled', 'no_show'))
  order by r.position, s.created_at, s.id`;

export interface PacketCard extends PanelCardState {
  readonly revision: number;
  /** Of the last revision written before its author was shown another's card; null where there is none. */
  readonly unexposedContent: CardContent | null;
  readonly unexposedRevision: number | null;
}

/** Reads scorecards as one viewer may see them. Other rooms read cards through here. */
@Injectable()
export class ScorecardsReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Undefined where the card does not exist for the viewer. */
  async card(actor: Actor, cardId: string, from: Database | Transaction = this.database): Promise<CardRow | undefined> {
    const [row] = await from.query<CardRow>(ONE, [actor.userId, this.clock.now(), cardId]);
    return row;
  }

  /** The caller's own cards over all applications. Rows carry no content: a list shows what is due, not what was said. */
  async mine(actor: Actor, query: ListScorecardsQuery): Promise<Page<CardRow>> {
    const [due, id] = readSortCursor(query.cursor, ['time', 'id']);
    const rows = await this.database.query<CardRow & { due: string }>(MINE, [
      actor.userId,
      this.clock.now(),
      query.status ?? null,
      due,
      id,
      query.limit + 1,
    ]);
    return pageOf(
      rows,
      query.limit,
      (row) => row,
      (row) => [row.due, row.id],
    );
  }

  /** Undefined where the application does not exist for the viewer. */
  async ofApplication(actor: Actor, applicationId: string, query: ListScorecardsQuery): Promise<Page<CardRow> | undefined> {
    const [position, name, id] = readSortCursor(query.cursor, ['position', 'text', 'id']);
    const now = this.clock.now();
    const rows = await this.database.query<CardRow & { position: number }>(OF_APPLICATION, [
      actor.userId,
      now,
      applicationId,
      query.mine ?? false,
      query.status ?? null,
      position,
      name,
      id,
      query.limit + 1,
    ]);
    if (rows.length === 0 && (await this.database.query(EXISTS, [actor.userId, now, applicationId])).length === 0) return undefined;
    return pageOf(
      rows,
      query.limit,
      (row) => row,
      (row) => [row.position, row.interviewerName, row.id],
    );
  }

  /**
   * Every card of an application as this viewer may see it, content where they may; empty where the application does not exist
   * for them. Whoever sends the content on records the exposure (`ExposureStore`) with the cards in `toRecord`.
   */
  async visibleCards(
    actor: Actor,
    applicationId: string,
    from: Database | Transaction = this.database,
  ): Promise<{ cards: ScorecardDto[]; toRecord: { id: string; revision: number }[] }> {
    const rows = await from.query<CardRow>(OF_APPLICATION, [actor.userId, this.clock.now(), applicationId, false, null, null, null, null, null]);
    return {
      cards: rows.map((row) => presentCard(actor, row, 'content')),
      toRecord: rows.filter((row) => needsRecord(actor, row)).map(({ id, revision }) => ({ id, revision })),
    };
  }

  /** The counted cards of an application in packet order, as `panelPacket` takes them; with `unexposedContent` as content, the blind variant. */
  packetCards(applicationId: string, from: Database | Transaction = this.database): Promise<PacketCard[]> {
    return from.query<PacketCard>(PACKET, [applicationId]);
  }
}

/** Somebody else's content goes out that this viewer was never recorded to have been shown. */
export function needsRecord(actor: Actor, row: CardRow): boolean {
  return row.content !== null && row.interviewerId !== actor.userId && !row.shown;
}
