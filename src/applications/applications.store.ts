import { Injectable } from '@nestjs/common';
import type { ApplicationStatus, RoundState } from '../domain/application/application-life.js';
import type { InterviewKit, InterviewPlanContent, PlanRound } from '../domain/interview-plan.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export interface LockedApplication {
  readonly id: string;
  readonly candidateId: string;
  readonly personId: string;
  readonly jobId: string;
  readonly status: ApplicationStatus;
  readonly rubricVersionId: string;
  readonly currentRoundKey: string | null;
  readonly version: number;
  readonly cardsSubmitted: number;
}

export interface StoredRound extends RoundState {
  readonly id: string;
  readonly position: number;
  readonly content: PlanRound;
  readonly facts: Readonly<Record<string, boolean>>;
}

export interface EndedOffer {
  readonly id: string;
  readonly status: string;
  readonly ended: 'declined' | 'rescinded';
  readonly roundNumber: number;
  readonly revision: number;
}

export interface NewApplication {
  readonly id: string;
  readonly candidateId: string;
  readonly personId: string;
  readonly jobId: string;
  readonly rubricVersionId: string;
  readonly visibilityPolicy: string;
  readonly debriefPolicy: unknown;
  readonly deadlines: unknown;
  readonly source: string;
  readonly currentRoundKey: string | null;
  readonly previousApplicationId: string | null;
  readonly startedBy: string;
  readonly startedAt: Date;
}

export interface StartingJob {
  readonly status: string;
  readonly rubricVersionId: string | null;
  readonly visibilityPolicy: string;
  readonly debriefPolicy: unknown;
  readonly planId: string | null;
  readonly plan: InterviewPlanContent | null;
  readonly kits: readonly InterviewKit[] | null;
}

const JOB = sql`
  select j.status, j.rubric_version_id as "rubricVersionId", j.visibility_policy as "visibilityPolicy", j.debrief_policy as "debriefPolicy",
    p.id as "planId", p.content as plan, p.kits
  from jobs j left join interview_plans p on p.id = j.plan_id where j.id = $1 for share of j`;
const PERSON = sql`select person_id as "personId", archived_at is not null as archived from candidates where id = $1 for update`;
const EARLIER = sql`
  select a.id, a.status in ('active', 'on_hold', 'offered') as open from applications a
  where a.person_id = $1 and a.job_id = $2 order by a.started_at desc, a.id`;
const INSERT = sql`
  insert into applications (id, candidate_id, person_id, job_id, status, rubric_version_id, visibility_policy, debrief_policy, deadlines, source,
    current_round_key, previous_application_id, last_activity_at, started_by, started_at, stage_changed_at)
  values ($1, $2, $3, $4, 'active', $5, $6, $7, $8, $9, $10, $11, $12, $13, $12, $12)`;
const DEBRIEF = sql`insert into debriefs (id, application_id, created_at) values ($1, $2, $3)`;
const ROUND = sql`insert into application_rounds (id, application_id, key, position, content, kit, status) values ($1, $2, $3, $4, $5, $6, $7)`;
const LOCK = sql`
  select id, candidate_id as "candidateId", person_id as "personId", job_id as "jobId", status, rubric_version_id as "rubricVersionId",
    current_round_key as "currentRoundKey", version, cards_submitted as "cardsSubmitted"
  from applications where id = $1 for update`;
const ROUNDS = sql`
  select id, key, position, content, status, outcome, facts from application_rounds where application_id = $1 order by position`;
const SAVE_STAGE = sql`
  update applications set status = $2, current_round_key = $3, reason_code = $4, reason = $5, stage_changed_at = $6, version = version + 1,
    ended_at = case when $2 in ('hired', 'rejected', 'withdrawn') then $6::timestamptz end
  where id = $1`;
const TOUCH = sql`update applications set current_round_key = $2, stage_changed_at = $3, version = version + 1 where id = $1`;
const SAVE_ROUND = sql`update application_rounds set position = $2, status = $3, outcome = $4 where id = $1`;
const DECIDE_ROUND = sql`update application_rounds set reason_code = $2, reason = $3, decided_by = $4, decided_at = $5 where id = $1`;
const SAVE_FACTS = sql`update application_rounds set facts = $2 where id = $1`;
const SAVE_RUBRIC = sql`update applications set rubric_version_id = $2, version = version + 1 where id = $1`;
const SUBMISSIONS = sql`select 1 from scorecards where application_id = $1 and revision > 0 limit 1`;
const PUBLISHED = sql`select 1 from rubric_versions where id = $1 and status = 'published'`;
const REFRESH = sql`select state_before as "before", state_after as "after" from refresh_application($1, $2)`;
const LIVE_INTERVIEWS = sql`
  select i.id, i.status, i.starts_at as "startsAt", exists (select 1 from scorecards s where s.interview_id = i.id and s.status = 'submitted') as judged
  from interviews i where i.round_id = $1 and i.status not in ('cancelled', 'no_show') order by i.id for update of i`;
const CALL_OFF = sql`
  update interviews i set status = 'cancelled', reason = $2, sequence = sequence + 1, version = version + 1
  where i.application_id = $1 and i.status in ('planned', 'scheduled')
    and not exists (select 1 from scorecards s where s.interview_id = i.id and s.status = 'submitted')
  returning i.id, i.round_id as "roundId"`;
const FAVOURABLE = sql`
  select 1 from decisions d join debriefs b on b.id = d.debrief_id
  where b.application_id = $1 and b.state in ('decided', 'closed') and d.superseded_at is null and d.outcome in ('hire', 'strong_hire')`;

/** A move of the stage by hand ends the offer it leaves behind: what was out when the candidate withdrew is declined, anything else is rescinded. */
const END_OFFERS = sql`
  with live as (select id, status, round_number, revision,
        case when $2 and status in ('extended', 'countered') then 'declined' else 'rescinded' end as ended from offers
      where application_id = $1 and status in ('draft', 'awaiting_approval', 'approved', 'extended', 'countered', 'halted') for update),
    over as (update offers o set status = live.ended, ended_at = $3, ended_because = $4, version = o.version + 1 from live where o.id = live.id)
  select id, status, ended, round_number as "roundNumber", revision from live`;
const LIVE_OFFER = sql`
  select 1 from offers where application_id = $1 and status in ('draft', 'awaiting_approval', 'approved', 'extended', 'countered', 'halted')`;

/** Writes applications and their rounds, inside the caller's transaction. */
@Injectable()
export class ApplicationsStore {
  /** The offers that ended with the stage, as they stood before. */
  endOffers(tx: Transaction, applicationId: string, withdrew: boolean, now: Date, because: string): Promise<EndedOffer[]> {
    return tx.query<EndedOffer>(END_OFFERS, [applicationId, withdrew, now, because]);
  }

  async hasLiveOffer(tx: Transaction, applicationId: string): Promise<boolean> {
    return (await tx.query(LIVE_OFFER, [applicationId])).length > 0;
  }

  async startingJob(tx: Transaction, jobId: string): Promise<StartingJob | undefined> {
    const [row] = await tx.query<StartingJob>(JOB, [jobId]);
    return row;
  }

  /** The person behind a candidate, locked: two applications cannot start at once past each other. */
  async person(tx: Transaction, candidateId: string): Promise<{ personId: string; archived: boolean } | undefined> {
    const [row] = await tx.query<{ personId: string; archived: boolean }>(PERSON, [candidateId]);
    return row;
  }

  earlier(tx: Transaction, personId: string, jobId: string): Promise<{ id: string; open: boolean }[]> {
    return tx.query(EARLIER, [personId, jobId]);
  }

  async insert(tx: Transaction, one: NewApplication, debriefId: string): Promise<void> {
    const {
      id,
      candidateId,
      personId,
      jobId,
      rubricVersionId,
      visibilityPolicy,
      source,
      currentRoundKey,
      previousApplicationId,
      startedAt,
      startedBy,
    } = one;
    const json = [JSON.stringify(one.debriefPolicy), JSON.stringify(one.deadlines)];
    await tx.query(INSERT, [
      id,
      candidateId,
      personId,
      jobId,
      rubricVersionId,
      visibilityPolicy,
      ...json,
      source,
      currentRoundKey,
      previousApplicationId,
      startedAt,
      startedBy,
    ]);
    await tx.query(DEBRIEF, [debriefId, id, startedAt]);
  }

  async insertRound(
    tx: Transaction,
    applicationId: string,
    round: { id: string; position: number; content: PlanRound; kit: InterviewKit | null; status: string },
  ): Promise<void> {
    const kit = round.kit === null ? null : JSON.stringify(round.kit);
    await tx.query(ROUND, [round.id, applicationId, round.content.key, round.position, JSON.stringify(round.content), kit, round.status]);
  }

  async lock(tx: Transaction, id: string): Promise<LockedApplication | undefined> {
    const [row] = await tx.query<LockedApplication>(LOCK, [id]);
    return row;
  }

  rounds(tx: Transaction, applicationId: string): Promise<StoredRound[]> {
    return tx.query<StoredRound>(ROUNDS, [applicationId]);
  }

  async saveStage(
    tx: Transaction,
    id: string,
    stage: { status: string; currentRoundKey: string | null; reasonCode: string; reason: string },
    at: Date,
  ): Promise<void> {
    await tx.query(SAVE_STAGE, [id, stage.status, stage.currentRoundKey, stage.reasonCode, stage.reason, at]);
  }

  /** The stage changed in a way that moves no status. */
  async touch(tx: Transaction, id: string, currentRoundKey: string | null, at: Date): Promise<void> {
    await tx.query(TOUCH, [id, currentRoundKey, at]);
  }

  /** Stores the places, statuses and outcomes of rounds that changed. */
  async saveRounds(tx: Transaction, before: readonly StoredRound[], after: readonly RoundState[]): Promise<void> {
    for (const [position, round] of after.entries()) {
      const stored = before.find((one) => one.key === round.key);
      if (!stored || (stored.position === position && stored.status === round.status && stored.outcome === round.outcome)) continue;
      await tx.query(SAVE_ROUND, [stored.id, position, round.status, round.outcome]);
    }
  }

  async decideRound(tx: Transaction, roundId: string, reasonCode: string, reason: string, by: string, at: Date): Promise<void> {
    await tx.query(DECIDE_ROUND, [roundId, reasonCode, reason, by, at]);
  }

  async saveFacts(tx: Transaction, roundId: string, facts: Readonly<Record<string, boolean>>): Promise<void> {
    await tx.query(SAVE_FACTS, [roundId, JSON.stringify(facts)]);
  }

  async saveRubric(tx: Transaction, id: string, rubricVersionId: string): Promise<void> {
    await tx.query(SAVE_RUBRIC, [id, rubricVersionId]);
  }

  /** Any card ever submitted, counted or not. */
  async hasSubmissions(tx: Transaction, id: string): Promise<boolean> {
    return (await tx.query(SUBMISSIONS, [id])).length > 0;
  }

  async isPublished(tx: Transaction, rubricVersionId: string): Promise<boolean> {
    return (await tx.query(PUBLISHED, [rubricVersionId])).length > 0;
  }

  /** Recomputes the stored summary; answers the debrief's state before and after. */
  async refresh(tx: Transaction, id: string, at: Date): Promise<{ before: string; after: string }> {
    const [states] = await tx.query<{ before: string; after: string }>(REFRESH, [id, at]);
    return states ?? { before: '', after: '' };
  }

  /** Interviews of a round that happened or may still happen, locked. */
  liveInterviews(tx: Transaction, roundId: string): Promise<{ id: string; status: string; startsAt: Date | null; judged: boolean }[]> {
    return tx.query(LIVE_INTERVIEWS, [roundId]);
  }

  /** Cancels what was still to come; answers the interviews cancelled. */
  callOffInterviews(tx: Transaction, applicationId: string, reason: string): Promise<{ id: string; roundId: string }[]> {
    return tx.query(CALL_OFF, [applicationId, reason]);
  }

  async decidedToHire(tx: Transaction, applicationId: string): Promise<boolean> {
    return (await tx.query(FAVOURABLE, [applicationId])).length > 0;
  }
}
