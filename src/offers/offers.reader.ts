import { Injectable } from '@nestjs/common';
import type { ApprovingSeat, Requirement } from '../domain/offer/approval-rules.js';
import type { BandCheck } from '../domain/offer/band-check.js';
import type { OfferStatus } from '../domain/offer/offer-life.js';
import type { OfferPackage } from '../domain/offer/offer-package.js';
import type { JobSeat } from '../domain/visibility/visibility.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/statement.js';

interface Person {
  readonly id: string;
  readonly name: string;
}

export interface OfferRow {
  readonly id: string;
  readonly applicationId: string;
  readonly jobId: string;
  readonly jobTitle: string;
  readonly candidateId: string;
  readonly candidateName: string;
  readonly status: OfferStatus;
  readonly roundNumber: number;
  readonly revision: number;
  readonly version: number;
  readonly package: OfferPackage;
  readonly bandCheck: BandCheck | null;
  readonly pinned: Requirement | null;
  readonly outsideReason: string | null;
  readonly submittedBy: Person | null;
  readonly submittedAt: Date | null;
  readonly approveBy: Date | null;
  readonly extendedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly endedAt: Date | null;
  readonly endedBecause: string | null;
  readonly createdAt: Date;
  readonly approvals: readonly {
    readonly seat: ApprovingSeat;
    readonly verdict: 'approved' | 'refused';
    readonly revision: number;
    readonly by: Person;
    readonly onBehalfOf: Person | null;
    readonly words: string;
    readonly at: string;
    readonly voidedAt: string | null;
    readonly voidedBecause: string | null;
  }[];
  readonly revisions: readonly {
    readonly number: number;
    readonly roundNumber: number;
    readonly package: OfferPackage;
    readonly reason: string;
    readonly by: Person;
    readonly at: string;
  }[];
  readonly counters: readonly {
    readonly id: string;
    readonly kind: 'counter' | 'competing';
    readonly roundNumber: number;
    readonly employer: string;
    readonly package: OfferPackage;
    readonly words: string;
    readonly by: Person;
    readonly at: string;
  }[];
  readonly jobSeats: readonly JobSeat[];
}

export interface OfferSummaryRow {
  readonly id: string;
  readonly status: OfferStatus;
  readonly roundNumber: number;
  readonly revision: number;
  readonly version: number;
  readonly currency: string;
  readonly base: string;
  readonly approveBy: Date | null;
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

const person = (column: string) => ({
  fragment: true as const,
  text: `(select jsonb_build_object('id', p.id, 'name', p.name) from users p where p.id = ${column})`,
});

const ONE = sql`
  select o.id, o.application_id as "applicationId", a.job_id as "jobId", j.title as "jobTitle", a.candidate_id as "candidateId", c.name as "candidateName",
    o.status, o.round_number as "roundNumber", o.revision, o.version, now_says.package, o.band_check as "bandCheck", o.requirement as pinned,
    o.outside_reason as "outsideReason", ${person('o.submitted_by')} as "submittedBy", o.submitted_at as "submittedAt", o.approve_by as "approveBy",
    o.extended_at as "extendedAt", o.expires_at as "expiresAt", o.ended_at as "endedAt", o.ended_because as "endedBecause", o.created_at as "createdAt",
    coalesce((select jsonb_agg(jsonb_build_object('seat', v.seat, 'verdict', v.verdict, 'revision', v.revision, 'by', ${person('v.given_by')},
        'onBehalfOf', ${person('v.on_behalf_of')}, 'words', v.words, 'at', v.given_at, 'voidedAt', v.voided_at, 'voidedBecause', v.voided_because)
      order by v.turn desc) from offer_approvals v where v.offer_id = o.id), '[]') as approvals,
    (select jsonb_agg(jsonb_build_object('number', r.number, 'roundNumber', r.round_number, 'package', r.package, 'reason', r.reason,
        'by', ${person('r.written_by')}, 'at', r.written_at) order by r.number desc) from offer_revisions r where r.offer_id = o.id) as revisions,
    coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'kind', k.kind, 'roundNumber', k.round_number, 'employer', k.employer, 'package', k.package,
        'words', k.words, 'by', ${person('k.recorded_by')}, 'at', k.recorded_at) order by k.turn desc) from offer_counters k where k.offer_id = o.id), '[]') as counters,
    array(select distinct s.kind from seats s where s.user_id = $1 and s.job_id = a.job_id and s.ended_at is null
      and (s.starts_at is null or s.starts_at <= $2) and (s.ends_at is null or s.ends_at > $2)) as "jobSeats"
  from offers o
  join offer_revisions now_says on now_says.offer_id = o.id and now_says.number = o.revision
  join applications a on a.id = o.application_id join jobs j on j.id = a.job_id join candidates c on c.id = a.candidate_id
  where o.id = $3 and sees_offers($1, o.application_id, $2)`;

const LIST = sql`
  select o.id, o.status, o.round_number as "roundNumber", o.revision, o.version, r.package->>'currency' as currency, r.package->>'base' as base,
    o.approve_by as "approveBy", o.expires_at as "expiresAt", o.created_at as "createdAt", o.ended_at as "endedAt"
  from offers o join offer_revisions r on r.offer_id = o.id and r.number = o.revision
  where o.application_id = $3 and sees_offers($1, o.application_id, $2)
  order by o.created_at desc, o.id`;
const SEES = sql`select sees_offers($1, $3, $2) as sees`;
const READY = sql`
  select a.status in ('active', 'offered') and d.state in ('decided', 'closed') and exists (select 1 from decisions x
    where x.debrief_id = d.id and x.superseded_at is null and x.outcome in ('hire', 'strong_hire')) as ready
  from applications a join debriefs d on d.application_id = a.id where a.id = $1`;

/** Reads offers for those for whom they exist. */
@Injectable()
export class OffersReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async one(viewerId: string, offerId: string): Promise<OfferRow | undefined> {
    const [row] = await this.database.query<OfferRow>(ONE, [viewerId, this.clock.now(), offerId]);
    return row;
  }

  ofApplication(viewerId: string, applicationId: string): Promise<OfferSummaryRow[]> {
    return this.database.query<OfferSummaryRow>(LIST, [viewerId, this.clock.now(), applicationId]);
  }

  async sees(viewerId: string, applicationId: string): Promise<boolean> {
    const [row] = await this.database.query<{ sees: boolean }>(SEES, [viewerId, this.clock.now(), applicationId]);
    return row?.sees ?? false;
  }

  /** A decision to hire stands and the application goes on. */
  async ready(applicationId: string): Promise<boolean> {
    const [row] = await this.database.query<{ ready: boolean }>(READY, [applicationId]);
    return row?.ready ?? false;
  }
}
