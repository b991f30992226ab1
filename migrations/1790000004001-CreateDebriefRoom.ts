import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The debrief room: sealed ballots, vetoes, challenges, decisions with their dissent, and what was shown at each of them.
 * The constraints repeat what the code decides under the debrief's lock: one open ballot, one vote a seat and a person, no
 * vote in a ballot that is not open, one standing decision.
 */
export class CreateDebriefRoom1790000004001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [SHOWN, BALLOTS, VETOES, CHALLENGES, DECISIONS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index decisions_by;
      alter table decisions drop constraint decisions_explained;
      alter table decisions drop column decider, drop column on_behalf_of, drop column escalation_reason, drop column override_reason,
        add column dissent jsonb not null default '[]';
      drop table dissents, debrief_reopenings, challenge_replies, challenges, vetoes, ballot_covers, ballot_votes, ballots, shown_recommendations;
      drop function refuse_sealed_change();
      drop function refuse_decision_change() cascade;
    `);
  }
}

const SHOWN = `
-- A recommendation as people were shown it, by the hash of its inputs: kept once, named by ballots and challenges.
create table shown_recommendations (
  application_id uuid not null references applications,
  input_hash text not null,
  engine integer not null,
  input jsonb not null,
  recommendation text not null,
  outcome text not null,
  deciding numeric,
  first_shown_at timestamptz not null,
  primary key (application_id, input_hash, engine)
);
create trigger shown_recommendations_append_only before update or delete on shown_recommendations for each row execute function refuse_change();`;

const BALLOTS = `
create table ballots (
  id uuid primary key,
  debrief_id uuid not null references debriefs,
  application_id uuid not null,
  round_number integer not null,
  kind text not null check (kind in ('first', 'second', 'committee')),
  status text not null check (status in ('open', 'revealed')),
  input_hash text not null,
  engine integer not null,
  opened_by uuid not null references users,
  opened_at timestamptz not null,
  revealed_at timestamptz,
  -- null where the last vote opened it
  closed_by uuid references users,
  -- who had a seat at the reveal, and why who is absent: [{userId, kinds, onBehalfOf, voted, reason}]
  seats jsonb,
  unique (debrief_id, round_number, kind),
  foreign key (application_id, input_hash, engine) references shown_recommendations,
  check ((status = 'open') = (revealed_at is null)),
  check ((status = 'open') = (seats is null))
);
create unique index ballots_open on ballots (debrief_id) where status = 'open';

create table ballot_votes (
  ballot_id uuid not null references ballots,
  voter_id uuid not null references users,
  choice text not null check (choice in ('strong_hire', 'hire', 'no_hire', 'strong_no_hire', 'abstain')),
  words text not null,
  salt text not null,
  commitment text not null,
  voided text,
  cast_at timestamptz not null,
  primary key (ballot_id, voter_id)
);

-- The seats a vote speaks for: a stand-in's covers the absent holder's, a person with two seats has one vote for both.
create table ballot_covers (
  ballot_id uuid not null,
  holder_id uuid not null references users,
  voter_id uuid not null,
  primary key (ballot_id, holder_id),
  foreign key (ballot_id, voter_id) references ballot_votes
);

create function refuse_sealed_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or not exists (select 1 from ballots b where b.id = new.ballot_id and b.status = 'open') then
    raise exception 'this ballot is not open' using errcode = 'PB003';
  end if;
  return new;
end $$;
create trigger ballot_votes_while_open before insert or update or delete on ballot_votes for each row execute function refuse_sealed_change();`;

const VETOES = `
create table vetoes (
  id uuid primary key,
  debrief_id uuid not null references debriefs,
  round_number integer not null,
  seat text not null,
  user_id uuid not null references users,
  reason text not null,
  cast_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid references users,
  withdrawn_reason text,
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create unique index vetoes_standing on vetoes (debrief_id, seat) where withdrawn_at is null;`;

const CHALLENGES = `
create table challenges (
  id uuid primary key,
  debrief_id uuid not null references debriefs,
  application_id uuid not null,
  round_number integer not null,
  scorecard_id uuid not null references scorecards,
  criterion text not null,
  -- the rating as it stood when it was challenged
  revision integer not null,
  level integer,
  reason_code text not null check (reason_code in ('no_decision_evidence', 'jargon', 'missing_evidence', 'anchor_mismatch',
                                                   'contradicts_other_round', 'possible_bias', 'other')),
  words text not null,
  raised_by uuid not null references users,
  raised_at timestamptz not null,
  status text not null check (status in ('open', 'upheld', 'revised', 'withdrawn')),
  resolution text,
  resolved_by uuid references users,
  resolved_at timestamptz,
  resolved_revision integer,
  resolved_level integer,
  -- the recommendation when it was raised, and when it was resolved
  raised_hash text not null,
  raised_engine integer not null,
  resolved_hash text,
  resolved_engine integer,
  foreign key (application_id, raised_hash, raised_engine) references shown_recommendations,
  foreign key (application_id, resolved_hash, resolved_engine) references shown_recommendations,
  foreign key (scorecard_id, revision) references scorecard_revisions,
  foreign key (scorecard_id, resolved_revision) references scorecard_revisions,
  check ((status = 'open') = (resolved_at is null)),
  check (status <> 'revised' or resolved_revision > revision)
);
create index challenges_debrief on challenges (debrief_id, raised_at);
create unique index challenges_once on challenges (raised_by, scorecard_id, criterion) where status = 'open';

create table challenge_replies (
  id uuid primary key,
  challenge_id uuid not null references challenges,
  parent_id uuid,
  author_id uuid not null references users,
  words text not null,
  said_at timestamptz not null,
  turn bigint generated always as identity,
  unique (challenge_id, id),
  -- an answer stays in the thread of its challenge
  foreign key (challenge_id, parent_id) references challenge_replies (challenge_id, id)
);
create index challenge_replies_thread on challenge_replies (challenge_id, turn);
create trigger challenge_replies_append_only before update or delete on challenge_replies for each row execute function refuse_change();`;

const DECISIONS = `
alter table decisions
  drop column dissent,
  add column decider text not null default 'hiring_manager' check (decider in ('hiring_manager', 'committee_majority', 'committee_unanimous')),
  add column on_behalf_of uuid references users,
  add column escalation_reason text,
  -- why it was made with challenges open
  add column override_reason text;
alter table decisions add constraint decisions_explained check (not departs or explanation is not null);
create index decisions_by on decisions (decided_by, decided_at);

create function refuse_decision_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.superseded_at is not null
     or to_jsonb(old) - 'superseded_at' <> to_jsonb(new) - 'superseded_at' then
    raise exception 'a decision is never rewritten, only superseded' using errcode = 'PB004';
  end if;
  return new;
end $$;
create trigger decisions_never_rewritten before update or delete on decisions for each row execute function refuse_decision_change();

create table dissents (
  decision_id uuid not null references decisions,
  author_id uuid not null references users,
  words text not null,
  written_at timestamptz not null,
  primary key (decision_id, author_id)
);
create trigger dissents_append_only before update or delete on dissents for each row execute function refuse_change();

create table debrief_reopenings (
  debrief_id uuid not null references debriefs,
  round_number integer not null,
  from_state text not null,
  reason text not null,
  offer_halted boolean not null,
  reopened_by uuid not null references users,
  reopened_at timestamptz not null,
  primary key (debrief_id, round_number)
);
create trigger debrief_reopenings_append_only before update or delete on debrief_reopenings for each row execute function refuse_change();`;
