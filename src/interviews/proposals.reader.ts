import { Injectable } from '@nestjs/common';
import { StandingReader } from '../access/standing.reader.js';
import { coordinatesApplication } from '../domain/abilities/application-abilities.js';
import type { Actor } from '../domain/actor.js';
import type { Interval } from '../domain/interview/intervals.js';
import { type SlotWarning, slotWarnings } from '../domain/interview/slot-warnings.js';
import { notFound } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import { type PanelTime, PanelTimeReader } from './panel-time.reader.js';
import type { ProposalDto } from './proposals.dto.js';

interface SlotRow {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly chosen: boolean;
}

type ProposalRow = Omit<ProposalDto, 'slots' | 'abilities'> & { readonly slots: readonly SlotRow[] };

const APPLICATION = sql`select application_id as "applicationId" from interviews where id = $1`;
const LIST = sql`
  select p.id, p.interview_id as "interviewId", p.status, p.time_zone as "timeZone", p.location, p.proposed_by as "proposedBy", u.name as "proposedByName",
    p.proposed_at as "proposedAt", p.ended_at as "endedAt", p.reason,
    (select jsonb_agg(jsonb_build_object('id', s.id, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'chosen', s.chosen) order by s.position)
     from interview_proposal_slots s where s.proposal_id = p.id) as slots
  from interview_proposals p join users u on u.id = p.proposed_by
  where p.interview_id = $1 order by p.turn desc`;

/** Reads the times proposed for an interview; for who plans it, with what stands against each. */
@Injectable()
export class ProposalsReader {
  constructor(
    private readonly database: Database,
    private readonly standing: StandingReader,
    private readonly time: PanelTimeReader,
    private readonly clock: Clock,
  ) {}

  /** Newest first; `not_found` where the interview does not exist for the viewer. */
  async list(actor: Actor, interviewId: string): Promise<ProposalDto[]> {
    const [interview] = await this.database.query<{ applicationId: string }>(APPLICATION, [interviewId]);
    if (!interview) throw notFound('interview');
    const standing = await this.standing.onApplication(actor, interview.applicationId).catch(() => {
      throw notFound('interview');
    });
    const plans = coordinatesApplication({ ...standing, siteRole: actor.siteRole });
    const rows = await this.database.query<ProposalRow>(LIST, [interviewId]);
    const now = this.clock.now();
    const open = plans ? rows.find((row) => row.status === 'open') : undefined;
    const known = open && (await this.time.of(interviewId, windowOf(open.slots), { userId: actor.userId, now }));
    return rows.map((row) => present(row, plans, row === open ? known : undefined, now));
  }

  async one(actor: Actor, interviewId: string, proposalId: string): Promise<ProposalDto> {
    const found = (await this.list(actor, interviewId)).find((proposal) => proposal.id === proposalId);
    if (!found) throw notFound('proposal');
    return found;
  }
}

function instants({ startsAt, endsAt }: SlotRow): Interval {
  return { from: Date.parse(startsAt), to: Date.parse(endsAt) };
}

function windowOf(slots: readonly SlotRow[]): Interval {
  const times = slots.map(instants);
  return { from: Math.min(...times.map((one) => one.from)), to: Math.max(...times.map((one) => one.to)) };
}

function present(row: ProposalRow, plans: boolean, known: PanelTime | undefined, now: Date): ProposalDto {
  const warnings = (slot: SlotRow): SlotWarning[] => (known ? [...slotWarnings(instants(slot), known.people, known.candidate, now.getTime())] : []);
  const slots = row.slots.map((slot) => {
    const { from, to } = instants(slot);
    return { id: slot.id, startsAt: new Date(from), endsAt: new Date(to), chosen: slot.chosen, warnings: warnings(slot) };
  });
  const open = plans && row.status === 'open';
  return { ...row, slots, reason: plans ? row.reason : null, abilities: { confirm: open, withdraw: open } };
}
