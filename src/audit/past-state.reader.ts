import { Injectable } from '@nestjs/common';
import { ExposureStore } from '../access/exposure.store.js';
import { StandingReader } from '../access/standing.reader.js';
import type { Actor } from '../domain/actor.js';
import { notFound } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import type { PastCardDto, PastDecisionDto, PastStateDto, PastStateQuery } from './past-state.dto.js';

const APPLICATION_OF_CARD = sql`select application_id as "applicationId", interviewer_id as "interviewerId" from scorecards where id = $1 and created_at <= $2`;
const APPLICATION_OF_DEBRIEF = sql`select application_id as "applicationId" from debriefs where id = $1 and created_at <= $2`;

/** From revisions and events, never from what the rows say today. */
const CARDS = sql`
  select s.id, s.interviewer_id as "interviewerId", u.name as "interviewerName", s.round_key as "roundKey",
    coalesce(ar.content->>'name', s.round_key) as "roundName",
    coalesce(told.status, 'assigned') as status, r.number as revision, r.submitted_at as "submittedAt", r.content
  from scorecards s
  join users u on u.id = s.interviewer_id
  join application_rounds ar on ar.id = s.round_id
  left join lateral (select number, submitted_at, content from scorecard_revisions r
    where r.scorecard_id = s.id and r.submitted_at <= $3 order by r.number desc limit 1) r on true
  left join lateral (select c.content->'payload'->'after'->>'status' as status from events e join event_contents c on c.event_id = e.id
    where e.scorecard_id = s.id and e.at <= $3 and c.content->'payload'->'after' ? 'status' order by e.id desc limit 1) told on true
  where s.application_id = $1 and ($2::uuid is null or s.id = $2) and s.created_at <= $3
  order by ar.position, s.created_at, s.id`;

const STATE = sql`
  select c.content->'payload'->'after'->>'state' as state from events e join event_contents c on c.event_id = e.id
  where e.application_id = $1 and e.type = 'debrief.state_changed' and e.at <= $2 order by e.id desc limit 1`;

const DECISION = sql`
  select x.id, x.outcome, x.rationale, x.explanation, u.name as "decidedBy", x.decided_at as "decidedAt"
  from decisions x join users u on u.id = x.decided_by
  where x.debrief_id = $1 and x.decided_at <= $2 and (x.superseded_at is null or x.superseded_at > $2)`;

/** What stood on the record at a past moment, for those who may see the content now (or wrote the card). */
@Injectable()
export class PastStateReader {
  constructor(
    private readonly database: Database,
    private readonly standings: StandingReader,
    private readonly exposures: ExposureStore,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, { kind, id, at }: PastStateQuery): Promise<PastStateDto> {
    const [found] = await this.database.query<{ applicationId: string; interviewerId?: string }>(
      kind === 'scorecard' ? APPLICATION_OF_CARD : APPLICATION_OF_DEBRIEF,
      [id, at],
    );
    if (!found) throw notFound('application');
    const standing = await this.standings.onApplication(actor, found.applicationId);
    // In one answer for all who may not see it: that a card existed at a time tells when it came to be owed.
    if (standing.sight !== 'content' && found.interviewerId !== actor.userId) throw notFound('application');
    const cards = await this.database.query<PastCardDto>(CARDS, [found.applicationId, kind === 'scorecard' ? id : null, at]);
    const shown = cards.flatMap(({ id: card, revision }) => (revision === null ? [] : [{ id: card, revision }]));
    await this.exposures.record(this.database, actor.userId, shown, 'history', this.clock.now());
    const base = { kind, id, at, applicationId: found.applicationId, cards };
    if (kind === 'scorecard') return { ...base, debriefState: null, decision: null };
    const [state] = await this.database.query<{ state: string }>(STATE, [found.applicationId, at]);
    const [decision] = await this.database.query<PastDecisionDto>(DECISION, [id, at]);
    return { ...base, debriefState: state?.state ?? 'collecting', decision: decision ?? null };
  }
}
