import { Injectable } from '@nestjs/common';
import type { ApplicationStatus } from '../domain/application/application-life.js';
import type { ApprovingSeat, Requirement } from '../domain/offer/approval-rules.js';
import type { BandCheck } from '../domain/offer/band-check.js';
import { LIVE_OFFER, type OfferStatus } from '../domain/offer/offer-life.js';
import type { OfferPackage } from '../domain/offer/offer-package.js';
import type { Transaction } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { sql } from '../platform/statement.js';

export interface LockedApplication {
  readonly id: string;
  readonly jobId: string;
  readonly personId: string;
  readonly status: ApplicationStatus;
  readonly currentRoundKey: string | null;
  readonly debriefId: string;
  /** A decision in favour stands. */
  readonly decidedToHire: boolean;
}

export interface LockedOffer {
  readonly id: string;
  readonly applicationId: string;
  readonly status: OfferStatus;
  readonly roundNumber: number;
  readonly revision: number;
  readonly package: OfferPackage;
  readonly requirement: Requirement | null;
  readonly submittedBy: string | null;
  readonly outsideReason: string | null;
  readonly extendedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly version: number;
  readonly approvals: readonly { readonly userId: string; readonly seat: ApprovingSeat }[];
}

/** What a move writes beside the status; what is left out stays, null takes away. */
export interface OfferChange {
  readonly status: OfferStatus;
  readonly roundNumber?: number;
  readonly revision?: number;
  readonly submission?: {
    readonly check: BandCheck;
    readonly requirement: Requirement;
    readonly outsideReason: string | null;
    readonly by: string;
    readonly at: Date;
    readonly approveBy: Date;
  } | null;
  readonly extended?: { readonly at: Date; readonly expiresAt: Date };
  readonly ended?: { readonly at: Date; readonly because: string };
}

const LOCK_APPLICATION = sql`
  select a.id, a.job_id as "jobId", a.person_id as "personId", a.status, a.current_round_key as "currentRoundKey", d.id as "debriefId",
    d.state in ('decided', 'closed') and exists (select 1 from decisions x
      where x.debrief_id = d.id and x.superseded_at is null and x.outcome in ('hire', 'strong_hire')) as "decidedToHire"
  from applications a join debriefs d on d.application_id = a.id where a.id = $1 for update of a`;
const LOCK = sql`
  select o.id, o.application_id as "applicationId", o.status, o.round_number as "roundNumber", o.revision, r.package, o.requirement,
    o.submitted_by as "submittedBy", o.outside_reason as "outsideReason", o.extended_at as "extendedAt", o.expires_at as "expiresAt", o.version,
    coalesce((select jsonb_agg(jsonb_build_object('userId', p.given_by, 'seat', p.seat) order by p.turn) from offer_approvals p
      where p.offer_id = o.id and p.verdict = 'approved' and p.voided_at is null), '[]') as approvals
  from offers o join offer_revisions r on r.offer_id = o.id and r.number = o.revision where o.id = $1 for update of o`;
const APPLICATION_OF = sql`select application_id as "applicationId" from offers where id = $1`;
const LIVE = sql`select id from offers where application_id = $1 and status = any ($2)`;
const INSERT = sql`insert into offers (id, application_id, status, created_by, created_at) values ($1, $2, 'draft', $3, $4)`;
const INSERT_REVISION = sql`
  insert into offer_revisions (offer_id, number, round_number, package, content_hash, reason, written_by, written_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`;
const SAVE = sql`
  update offers set status = $2, round_number = coalesce($3, round_number), revision = coalesce($4, revision), version = version + 1,
    band_check = case when $5 then $6::jsonb else band_check end, requirement = case when $5 then $7::jsonb else requirement end,
    outside_reason = case when $5 then $8 else outside_reason end, submitted_by = case when $5 then $9::uuid else submitted_by end,
    submitted_at = case when $5 then $10::timestamptz else submitted_at end, approve_by = case when $5 then $11::timestamptz else approve_by end,
    extended_at = coalesce($12::timestamptz, extended_at), expires_at = coalesce($13::timestamptz, expires_at),
    ended_at = $14::timestamptz, ended_because = $15
  where id = $1`;
const INSERT_APPROVAL = sql`
  insert into offer_approvals (id, offer_id, revision, seat, verdict, words, given_by, on_behalf_of, given_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const VOID = sql`
  update offer_approvals set voided_at = $2, voided_because = $3 where offer_id = $1 and verdict = 'approved' and voided_at is null returning id`;
const INSERT_COUNTER = sql`
  insert into offer_counters (id, offer_id, round_number, kind, employer, package, content_hash, words, recorded_by, recorded_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
/** Whom somebody stands in for on a seat of the job; nobody where the seat is their own. */
const PRINCIPAL = sql`
  select h.user_id as "userId" from seats s left join seats h on h.id = s.delegated_from
  where s.user_id = $1 and s.job_id = $2 and s.kind = $3 and s.ended_at is null and (s.starts_at is null or s.starts_at <= $4) and (s.ends_at is null or s.ends_at > $4)
  order by s.delegated_from is not null, s.id limit 1`;
const SAVE_STAGE = sql`
  update applications set status = $2, reason_code = $3, reason = $4, stage_changed_at = $5, version = version + 1, last_activity_at = greatest(last_activity_at, $5),
    ended_at = case when $2 = 'hired' then $5::timestamptz end
  where id = $1`;
const REFRESH = sql`select state_before as "before", state_after as "after" from refresh_application($1, $2)`;
const DUE_TO_EXPIRE = sql`
  select id from offers where status in ('extended', 'countered') and expires_at <= $1 order by application_id, id limit 200`;
const SEES = sql`select sees_offers($1, $2, $3) as sees`;

/** Writes offers and what hangs on them. Every method works inside the caller's transaction; the application is locked before the offer. */
@Injectable()
export class OffersStore {
  async lockApplication(tx: Transaction, id: string): Promise<LockedApplication | undefined> {
    const [row] = await tx.query<LockedApplication>(LOCK_APPLICATION, [id]);
    return row;
  }

  async applicationOf(tx: Transaction, offerId: string): Promise<string | undefined> {
    const [row] = await tx.query<{ applicationId: string }>(APPLICATION_OF, [offerId]);
    return row?.applicationId;
  }

  async lock(tx: Transaction, id: string): Promise<LockedOffer | undefined> {
    const [row] = await tx.query<LockedOffer>(LOCK, [id]);
    return row;
  }

  async sees(tx: Transaction, viewerId: string, applicationId: string, now: Date): Promise<boolean> {
    const [row] = await tx.query<{ sees: boolean }>(SEES, [viewerId, applicationId, now]);
    return row?.sees ?? false;
  }

  async live(tx: Transaction, applicationId: string): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }>(LIVE, [applicationId, LIVE_OFFER]);
    return row?.id;
  }

  async insert(tx: Transaction, offer: { id: string; applicationId: string; by: string; at: Date }): Promise<void> {
    await tx.query(INSERT, [offer.id, offer.applicationId, offer.by, offer.at]);
  }

  async insertRevision(
    tx: Transaction,
    row: { offerId: string; number: number; roundNumber: number; package: OfferPackage; contentHash: string; reason: string; by: string; at: Date },
  ): Promise<void> {
    const content = JSON.stringify(row.package);
    await tx.query(INSERT_REVISION, [row.offerId, row.number, row.roundNumber, content, row.contentHash, row.reason, row.by, row.at]);
  }

  async save(tx: Transaction, id: string, change: OfferChange): Promise<void> {
    const { submission, extended, ended } = change;
    const pinned = submission ? [JSON.stringify(submission.check), JSON.stringify(submission.requirement)] : [null, null];
    const submitted = submission ? [submission.outsideReason, submission.by, submission.at, submission.approveBy] : [null, null, null, null];
    await tx.query(SAVE, [
      id,
      change.status,
      change.roundNumber ?? null,
      change.revision ?? null,
      submission !== undefined,
      ...pinned,
      ...submitted,
      extended?.at ?? null,
      extended?.expiresAt ?? null,
      ended?.at ?? null,
      ended?.because ?? null,
    ]);
  }

  async insertApproval(
    tx: Transaction,
    row: {
      offerId: string;
      revision: number;
      seat: ApprovingSeat;
      verdict: 'approved' | 'refused';
      words: string;
      by: string;
      onBehalfOf: string | null;
      at: Date;
    },
  ): Promise<void> {
    await tx.query(INSERT_APPROVAL, [newId(), row.offerId, row.revision, row.seat, row.verdict, row.words, row.by, row.onBehalfOf, row.at]);
  }

  /** Answers how many approvals fell. */
  async voidApprovals(tx: Transaction, offerId: string, now: Date, because: string): Promise<number> {
    return (await tx.query(VOID, [offerId, now, because])).length;
  }

  async insertCounter(
    tx: Transaction,
    row: {
      id: string;
      offerId: string;
      roundNumber: number;
      kind: 'counter' | 'competing';
      employer: string;
      package: OfferPackage;
      contentHash: string;
      words: string;
      by: string;
      at: Date;
    },
  ): Promise<void> {
    const { id, offerId, roundNumber, kind, employer, contentHash, words, by, at } = row;
    await tx.query(INSERT_COUNTER, [id, offerId, roundNumber, kind, employer, JSON.stringify(row.package), contentHash, words, by, at]);
  }

  async principal(tx: Transaction, userId: string, jobId: string, seat: string, now: Date): Promise<string | null> {
    const [row] = await tx.query<{ userId: string | null }>(PRINCIPAL, [userId, jobId, seat, now]);
    return row?.userId ?? null;
  }

  async saveStage(
    tx: Transaction,
    applicationId: string,
    stage: { status: ApplicationStatus; reasonCode: string; reason: string },
    now: Date,
  ): Promise<void> {
    await tx.query(SAVE_STAGE, [applicationId, stage.status, stage.reasonCode, stage.reason, now]);
  }

  async refresh(tx: Transaction, applicationId: string, now: Date): Promise<{ before: string; after: string } | undefined> {
    const [row] = await tx.query<{ before: string; after: string }>(REFRESH, [applicationId, now]);
    return row;
  }

  async dueToExpire(tx: Transaction, now: Date): Promise<readonly string[]> {
    return (await tx.query<{ id: string }>(DUE_TO_EXPIRE, [now])).map((row) => row.id);
  }
}
