import { Injectable } from '@nestjs/common';
import { type Standing, StandingReader } from '../access/standing.reader.js';
import type { Actor } from '../domain/actor.js';
import type { DebriefFacts } from '../domain/debrief/debrief-facts.js';
import { type DebriefSettings, debriefPolicy } from '../domain/debrief/debrief-policy.js';
import type { DebriefState } from '../domain/debrief/debrief-states.js';
import { type BallotKind, type Holding, type SeatPerson, type VotingSeat, electorate } from '../domain/debrief/electorate.js';
import { notFound } from '../domain/refusal.js';
import type { DecisionPolicy, Gate } from '../domain/rubric/rubric.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export interface DebriefHead {
  readonly id: string;
  readonly applicationId: string;
  readonly state: DebriefState;
  readonly roundNumber: number;
  readonly overdue: boolean;
  readonly applicationStatus: DebriefFacts['applicationStatus'];
  readonly settings: DebriefSettings;
  readonly rubricPolicy: DecisionPolicy;
  readonly rubricGates: readonly Gate[];
  readonly ballots: readonly { readonly kind: BallotKind; readonly status: 'open' | 'revealed' }[];
  readonly vetoes: readonly string[];
  readonly decidedBy: string | null;
}

interface SeatRow {
  readonly kind: VotingSeat | 'facilitator';
  readonly holder: SeatPerson & { readonly available: boolean };
  readonly standIn: (SeatPerson & { readonly available: boolean }) | null;
}

/** What the rules read about a debrief, and its standing for the viewer. */
export interface DebriefView {
  readonly standing: Standing;
  readonly head: DebriefHead;
  readonly facts: DebriefFacts;
}

const HEAD = sql`
  select d.id, d.application_id as "applicationId", d.state, d.round_number as "roundNumber", coalesce(d.due_at < $2, false) as overdue,
    a.status as "applicationStatus", a.debrief_policy as settings, r.content->'policy' as "rubricPolicy", r.content->'gates' as "rubricGates",
    coalesce((select jsonb_agg(jsonb_build_object('kind', b.kind, 'status', b.status) order by b.opened_at, b.id) from ballots b
              where b.debrief_id = d.id and b.round_number = d.round_number), '[]') as ballots,
    array(select v.seat from vetoes v where v.debrief_id = d.id and v.withdrawn_at is null order by v.cast_at, v.id) as vetoes,
    (select x.decided_by from decisions x where x.debrief_id = d.id and x.superseded_at is null) as "decidedBy"
  from debriefs d join applications a on a.id = d.application_id join rubric_versions r on r.id = a.rubric_version_id
  where d.id = $1`;

/** "Away" is by the person's own calendar day; whoever owes a card on the person cannot read the panel's. */
const PERSON = {
  fragment: true,
  text: `jsonb_build_object('userId', p.id, 'name', p.name, 'active', p.status = 'active', 'conflicted', is_conflicted(p.id, a.person_id, a.job_id),
      'available', p.status = 'active' and not is_conflicted(p.id, a.person_id, a.job_id) and not owes_on(p.id, a.person_id)
        and not exists (select 1 from absences off where off.user_id = p.id
          and ($2::timestamptz at time zone p.time_zone)::date between off.starts_on and off.ends_on))`,
} as const;

const SEATS = sql`
  select s.kind, (select ${PERSON} from users p where p.id = s.user_id) as holder, stand_in.person as "standIn"
  from applications a
  join seats s on (s.job_id = a.job_id and s.kind = 'hiring_manager')
    or (s.application_id = a.id and s.kind in ('facilitator', 'committee_member', 'bar_raiser'))
  left join lateral (
    select ${PERSON} as person from seats t join users p on p.id = t.user_id
    where t.delegated_from = s.id and t.ended_at is null and (t.starts_at is null or t.starts_at <= $2) and (t.ends_at is null or t.ends_at > $2)
      and p.status = 'active' and not is_conflicted(p.id, a.person_id, a.job_id)
    order by t.granted_at, t.id limit 1) stand_in on true
  where a.id = $1 and s.delegated_from is null and s.ended_at is null
    and (s.starts_at is null or s.starts_at <= $2) and (s.ends_at is null or s.ends_at > $2)
  union all
  select 'interviewer', (select ${PERSON} from users p where p.id = c.interviewer_id), null
  from applications a
  join (select distinct application_id, interviewer_id from scorecards where status = 'submitted' and counts) c on c.application_id = a.id
  where a.id = $1`;

const APPLICATION_OF = sql`select application_id as "applicationId" from debriefs where id = $1`;

/** Gathers the facts of a debrief for a viewer, or `not_found` where the application does not exist for them. */
@Injectable()
export class DebriefFactsReader {
  constructor(
    private readonly database: Database,
    private readonly standings: StandingReader,
    private readonly clock: Clock,
  ) {}

  async applicationOf(debriefId: string, from: Database | Transaction = this.database): Promise<string> {
    const [row] = await from.query<{ applicationId: string }>(APPLICATION_OF, [debriefId]);
    // In the words for an application the caller may not know of, or the difference would tell which debriefs there are.
    if (!row) throw notFound('application');
    return row.applicationId;
  }

  async ofDebrief(actor: Actor, debriefId: string, from: Database | Transaction = this.database): Promise<DebriefView> {
    return this.ofApplication(actor, await this.applicationOf(debriefId, from), from);
  }

  async ofApplication(actor: Actor, applicationId: string, from: Database | Transaction = this.database): Promise<DebriefView> {
    const now = this.clock.now();
    const standing = await this.standings.onApplication(actor, applicationId, from);
    const [head] = await from.query<DebriefHead>(HEAD, [standing.debriefId, now]);
    if (!head) throw notFound('debrief');
    const seats = await from.query<SeatRow>(SEATS, [applicationId, now]);
    return { standing, head, facts: factsOf(actor, standing, head, seats) };
  }
}

function factsOf(actor: Actor, standing: Standing, head: DebriefHead, seats: readonly SeatRow[]): DebriefFacts {
  const holdings = seats.filter((seat): seat is SeatRow & Holding => seat.kind !== 'facilitator');
  const people = (kind: SeatRow['kind']) =>
    seats.filter((seat) => seat.kind === kind).flatMap(({ holder, standIn }) => (standIn ? [holder, standIn] : [holder]));
  return {
    state: head.state,
    applicationStatus: head.applicationStatus,
    policy: debriefPolicy(head.settings, { policy: head.rubricPolicy, gates: head.rubricGates }),
    openBallot: head.ballots.find((ballot) => ballot.status === 'open')?.kind ?? null,
    revealed: head.ballots.filter((ballot) => ballot.status === 'revealed').map((ballot) => ballot.kind),
    panel: electorate('first', holdings),
    committee: electorate('committee', holdings),
    facilitatorSeated: people('facilitator').some((person) => person.active && !person.conflicted),
    hiringManagerAvailable: people('hiring_manager').some((person) => person.available),
    decisionOverdue: head.overdue,
    vetoes: head.vetoes,
    decidedBy: head.decidedBy,
    viewer: {
      userId: actor.userId,
      siteRole: actor.siteRole,
      sight: standing.sight,
      jobSeats: standing.jobSeats,
      applicationSeats: standing.applicationSeats,
    },
  };
}
