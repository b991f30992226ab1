import { Injectable } from '@nestjs/common';
import type { NeutralCard } from '../domain/import/neutral-record.js';
import type { ApplicationSummary } from '../domain/scorecard/application-summary.js';
import type { CardContent } from '../domain/scorecard/scorecard.js';
import type { RubricContent } from '../domain/rubric/rubric.js';
import type { Veto } from '../domain/recommendation/packet.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export interface CardPlace {
  readonly applicationId: string;
  readonly jobId: string;
  readonly personId: string;
  readonly rubric: RubricContent;
}

export interface NewImportedCard {
  readonly id: string;
  readonly applicationId: string;
  readonly interviewId: string;
  readonly authorId: string;
  readonly content: CardContent;
  readonly contentHash: string;
  readonly salt: string;
  readonly counts: boolean;
  readonly submittedAt: Date;
  readonly at: Date;
}

const PLACE = sql`
  select a.id as "applicationId", a.job_id as "jobId", a.person_id as "personId", v.content as rubric
  from applications a join rubric_versions v on v.id = a.rubric_version_id where a.id = $1 for update of a`;
const FREE_INTERVIEW = sql`
  select i.id, i.starts_at as "startsAt" from interviews i where i.id = $1 and i.application_id = $2 and i.status = 'held'
    and not exists (select 1 from scorecards s where s.interview_id = i.id and s.interviewer_id = $3)`;
const INTERVIEW_OF_CARD = sql`
  insert into interviews (id, application_id, round_id, status, starts_at, location, created_by, created_at) values ($1, $2, $3, 'held', $4, '', $5, $6)`;
const EXPOSED = sql`
  select 1 from exposures x join scorecards o on o.id = x.scorecard_id join applications oa on oa.id = o.application_id
  where x.user_id = $1 and oa.person_id = $2 and o.interviewer_id <> $1 and x.first_shown_at < $3 limit 1`;
const MAKE = sql`
  with card as (
    insert into scorecards (id, interview_id, application_id, round_id, round_key, interviewer_id, counts, status, revision, content, exposed, imported, created_at,
      first_submitted_at, submitted_at)
    select $1, i.id, i.application_id, i.round_id, r.key, $3, $4, 'submitted', 1, $5, $9, true, $8, $10, $10
    from interviews i join application_rounds r on r.id = i.round_id where i.id = $2 returning id)
  insert into scorecard_revisions (scorecard_id, number, content, content_hash, salt, exposed, submitted_by, submitted_at)
  select id, 1, $5, $6, $7, $9, $3, $10 from card`;
const ROUND_KEY = sql`select round_key as key, revision, interviewer_id as "authorId", exposed from scorecards where id = $1 for update`;
const AMEND = sql`
  with card as (
    update scorecards set revision = revision + 1, content = $2, counts = $3, submitted_at = $6, draft_version = draft_version + 1 where id = $1
    returning id, revision, interviewer_id, exposed)
  insert into scorecard_revisions (scorecard_id, number, content, content_hash, salt, exposed, reason, submitted_by, submitted_at)
  select id, revision, $2, $4, $5, exposed, $7, interviewer_id, $6 from card`;
const ORIGINAL = sql`
  insert into imported_cards (scorecard_id, import_id, system, external_id, title, original) values ($1, $2, $3, $4, $5, $6)
  on conflict (scorecard_id) do update set import_id = excluded.import_id, title = excluded.title, original = excluded.original`;
const NOTE = sql`
  insert into private_notes (scorecard_id, text, saved_at) values ($1, $2, $3)
  on conflict (scorecard_id) do update set text = excluded.text, version = private_notes.version + 1, saved_at = excluded.saved_at
    where private_notes.text <> excluded.text
  returning version`;
const REFRESH = sql`select state_before as before, state_after as after from refresh_application($1, $2)`;
const VETOES = sql`
  select d.id as "debriefId", (select coalesce(json_agg(json_build_object('seat', v.seat, 'by', v.user_id, 'reason', v.reason) order by v.cast_at, v.id), '[]')
    from vetoes v where v.debrief_id = d.id and v.withdrawn_at is null) as vetoes
  from debriefs d where d.application_id = $1`;
const OUTCOME = sql`update applications set panel_outcome = $2, deciding_value = $3 where id = $1`;

/** Writes imported cards as what they are: submitted, marked, and counted only where a mapping says how. */
@Injectable()
export class ImportedCardsStore {
  async place(tx: Transaction, applicationId: string): Promise<CardPlace> {
    const [place] = await tx.query<CardPlace>(PLACE, [applicationId]);
    if (!place) throw new Error('an application of the plan is gone');
    return place;
  }

  /** The imported interview, where it was held and its author has no card on it yet. */
  async freeInterview(
    tx: Transaction,
    interviewId: string,
    applicationId: string,
    authorId: string,
  ): Promise<{ id: string; startsAt: Date } | undefined> {
    const [row] = await tx.query<{ id: string; startsAt: Date }>(FREE_INTERVIEW, [interviewId, applicationId, authorId]);
    return row;
  }

  async makeInterview(
    tx: Transaction,
    one: { id: string; applicationId: string; roundId: string; startsAt: Date; by: string; at: Date },
  ): Promise<void> {
    await tx.query(INTERVIEW_OF_CARD, [one.id, one.applicationId, one.roundId, one.startsAt, one.by, one.at]);
  }

  /** The author had been shown another's card on this person before. */
  async wasExposed(tx: Transaction, authorId: string, personId: string, before: Date): Promise<boolean> {
    return (await tx.query(EXPOSED, [authorId, personId, before])).length > 0;
  }

  async make(tx: Transaction, card: NewImportedCard, exposed: boolean): Promise<void> {
    const { id, interviewId, authorId, counts, content, contentHash, salt, at, submittedAt } = card;
    await tx.query(MAKE, [id, interviewId, authorId, counts, JSON.stringify(content), contentHash, salt, at, exposed, submittedAt]);
  }

  async amend(
    tx: Transaction,
    id: string,
    next: { content: CardContent; counts: boolean; contentHash: string; salt: string; at: Date; reason: string },
  ): Promise<void> {
    await tx.query(AMEND, [id, JSON.stringify(next.content), next.counts, next.contentHash, next.salt, next.at, next.reason]);
  }

  async revisionOf(tx: Transaction, id: string): Promise<{ key: string; revision: number; authorId: string; exposed: boolean }> {
    const [row] = await tx.query<{ key: string; revision: number; authorId: string; exposed: boolean }>(ROUND_KEY, [id]);
    if (!row) throw new Error('a card of the plan is gone');
    return row;
  }

  /** Without the private words: those are the author's. */
  async keepOriginal(tx: Transaction, id: string, importId: string, system: string, externalId: string, card: NeutralCard): Promise<void> {
    const { overall, ratings, answers } = card;
    await tx.query(ORIGINAL, [id, importId, system, externalId, card.title, JSON.stringify({ overall, ratings, answers })]);
  }

  /** The author's own, shared with nobody; the version where something was saved. */
  async keepNote(tx: Transaction, id: string, text: string, at: Date): Promise<number | undefined> {
    const [note] = await tx.query<{ version: number }>(NOTE, [id, text, at]);
    return note?.version;
  }

  async refresh(tx: Transaction, applicationId: string, at: Date): Promise<{ before: string; after: string }> {
    const [states] = await tx.query<{ before: string; after: string }>(REFRESH, [applicationId, at]);
    return states ?? { before: '', after: '' };
  }

  async debrief(tx: Transaction, applicationId: string): Promise<{ debriefId: string; vetoes: readonly Veto[] }> {
    const [row] = await tx.query<{ debriefId: string; vetoes: readonly Veto[] }>(VETOES, [applicationId]);
    if (!row) throw new Error('an application without its debrief');
    return row;
  }

  async saveOutcome(tx: Transaction, applicationId: string, summary: Pick<ApplicationSummary, 'outcome' | 'deciding'>): Promise<void> {
    await tx.query(OUTCOME, [applicationId, summary.outcome, summary.deciding]);
  }
}
