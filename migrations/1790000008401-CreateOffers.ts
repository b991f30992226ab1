import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Offers of an application, what each of their revisions said, who approved which, what the candidate asked for instead; and of each job the bands and the
 * rules of approval they are checked by, every revision kept. Who may know of an offer is `sees_offers`.
 */
export class CreateOffers1790000008401 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(JOB_PARTS);
    await runner.query(OFFERS);
    await runner.query(SEES_OFFERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function sees_offers(uuid, uuid, timestamptz);
      drop table offer_counters, offer_approvals, offer_revisions, offers, job_offer_rules, job_bands;
      drop function refuse_approval_change();
    `);
  }
}

const JOB_PARTS = `
create table job_bands (
  job_id uuid not null references jobs,
  revision integer not null check (revision > 0),
  bands jsonb not null,
  content_hash text not null,
  reason text not null,
  changed_by uuid not null references users,
  changed_at timestamptz not null,
  primary key (job_id, revision)
);
create trigger job_bands_append_only before update or delete on job_bands for each row execute function refuse_change();
create trigger job_bands_no_truncate before truncate on job_bands for each statement execute function refuse_change();

create table job_offer_rules (
  job_id uuid not null references jobs,
  revision integer not null check (revision > 0),
  rules jsonb not null,
  content_hash text not null,
  reason text not null,
  changed_by uuid not null references users,
  changed_at timestamptz not null,
  primary key (job_id, revision)
);
create trigger job_offer_rules_append_only before update or delete on job_offer_rules for each row execute function refuse_change();
create trigger job_offer_rules_no_truncate before truncate on job_offer_rules for each statement execute function refuse_change();`;

const OFFERS = `
create table offers (
  id uuid primary key,
  application_id uuid not null references applications,
  status text not null check (status in ('draft', 'awaiting_approval', 'approved', 'extended', 'countered', 'halted',
                                         'accepted', 'declined', 'rescinded', 'expired')),
  round_number integer not null default 1 check (round_number > 0),
  -- the number of the latest revision: what the offer says now
  revision integer not null default 1 check (revision > 0),
  -- pinned when it is submitted: what it was checked by, and what it needs
  band_check jsonb,
  requirement jsonb,
  outside_reason text,
  submitted_by uuid references users,
  submitted_at timestamptz,
  approve_by timestamptz,
  extended_at timestamptz,
  -- of what is out, for the clock
  expires_at timestamptz,
  ended_at timestamptz,
  ended_because text,
  version integer not null default 1,
  created_by uuid not null references users,
  created_at timestamptz not null,
  check ((status in ('accepted', 'declined', 'rescinded', 'expired')) = (ended_at is not null)),
  check (status not in ('awaiting_approval', 'approved', 'extended', 'countered', 'accepted')
         or (requirement is not null and band_check is not null and submitted_by is not null)),
  check (status not in ('extended', 'countered', 'accepted', 'declined', 'expired') or (extended_at is not null and expires_at is not null))
);
create unique index offers_live on offers (application_id) where status in ('draft', 'awaiting_approval', 'approved', 'extended', 'countered', 'halted');
create index offers_application on offers (application_id, created_at);
create index offers_approve_by on offers (approve_by) where status = 'awaiting_approval';
create index offers_expire on offers (expires_at) where status in ('extended', 'countered');

create table offer_revisions (
  offer_id uuid not null references offers,
  number integer not null check (number > 0),
  round_number integer not null,
  package jsonb not null,
  content_hash text not null,
  reason text not null,
  written_by uuid not null references users,
  written_at timestamptz not null,
  primary key (offer_id, number)
);
create trigger offer_revisions_append_only before update or delete on offer_revisions for each row execute function refuse_change();
create trigger offer_revisions_no_truncate before truncate on offer_revisions for each statement execute function refuse_change();

create table offer_approvals (
  id uuid primary key,
  turn bigint generated always as identity,
  offer_id uuid not null,
  revision integer not null,
  seat text not null check (seat in ('offer_approver', 'hiring_manager')),
  verdict text not null check (verdict in ('approved', 'refused')),
  words text not null,
  given_by uuid not null references users,
  on_behalf_of uuid references users,
  given_at timestamptz not null,
  voided_at timestamptz,
  voided_because text,
  foreign key (offer_id, revision) references offer_revisions,
  check ((voided_at is null) = (voided_because is null))
);
create index offer_approvals_offer on offer_approvals (offer_id, turn);
-- one person, one approval
create unique index offer_approvals_once on offer_approvals (offer_id, given_by) where verdict = 'approved' and voided_at is null;
create function refuse_approval_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.voided_at is null
     and (to_jsonb(new) - 'voided_at' - 'voided_because') = (to_jsonb(old) - 'voided_at' - 'voided_because') then return new; end if;
  raise exception 'an approval is voided, never rewritten' using errcode = 'PB002';
end $$;
create trigger offer_approvals_never_rewritten before update or delete on offer_approvals for each row execute function refuse_approval_change();

create table offer_counters (
  id uuid primary key,
  turn bigint generated always as identity,
  offer_id uuid not null references offers,
  round_number integer not null,
  kind text not null check (kind in ('counter', 'competing')),
  -- who else offers; empty for what the candidate asks for
  employer text not null,
  package jsonb not null,
  content_hash text not null,
  words text not null,
  recorded_by uuid not null references users,
  recorded_at timestamptz not null
);
create index offer_counters_offer on offer_counters (offer_id, turn);
create trigger offer_counters_append_only before update or delete on offer_counters for each row execute function refuse_change();
create trigger offer_counters_no_truncate before truncate on offer_counters for each statement execute function refuse_change();`;

/** The SQL form of `seesOffers` in src/domain/abilities/offer-abilities.ts. */
const SEES_OFFERS = `
create function sees_offers(viewer uuid, application uuid, at timestamptz) returns boolean language sql stable as $$
  select exists (
    select 1 from applications a join users u on u.id = viewer
    where a.id = application and not is_conflicted(viewer, a.person_id, a.job_id) and not owes_on(viewer, a.person_id, at)
      and (u.site_role = 'auditor'
        or u.site_role = 'admin' and exists (select 1 from break_glass b where b.user_id = viewer and b.application_id = a.id
             and b.ended_at is null and b.granted_at <= at and b.expires_at > at)
        or exists (select 1 from seats s where s.user_id = viewer and s.job_id = a.job_id and s.kind in ('recruiter', 'hiring_manager', 'offer_approver')
             and s.ended_at is null and (s.starts_at is null or s.starts_at <= at) and (s.ends_at is null or s.ends_at > at))))
$$;`;
