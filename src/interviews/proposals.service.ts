import { Injectable } from '@nestjs/common';
import { coordinatesApplication } from '../domain/abilities/application-abilities.js';
import { interviewAbilities } from '../domain/abilities/interview-abilities.js';
import type { Actor } from '../domain/actor.js';
import { checkProposedTimes, type ProposedTime } from '../domain/interview/proposed-times.js';
import { invalid, notFound, Refusal } from '../domain/refusal.js';
import { type Changing, InterviewChange } from './interview-change.service.js';
import { InterviewTiming } from './interview-timing.service.js';
import type { InterviewWarningDto } from './interviews.dto.js';
import { type LockedProposal, ProposalsStore } from './proposals.store.js';
import { newId } from '../platform/new-id.js';

export interface ProposalInput {
  readonly slots: readonly { readonly startsAt: string; readonly endsAt: string }[];
  readonly timeZone?: string;
  readonly location?: string;
}

const OPEN = ['active', 'on_hold', 'offered'];

/** Proposes times for an interview, takes them back, and confirms one: then the interview is scheduled, or moved. */
@Injectable()
export class ProposalsService {
  constructor(
    private readonly frame: InterviewChange,
    private readonly timing: InterviewTiming,
    private readonly store: ProposalsStore,
  ) {}

  /** Answers the new proposal's id. */
  propose(actor: Actor, interviewId: string, input: ProposalInput): Promise<string> {
    const times = input.slots.map((slot): ProposedTime => ({ startsAt: new Date(slot.startsAt), endsAt: new Date(slot.endsAt) }));
    return this.frame.change(actor, interviewId, async (changing) => {
      const { tx, interview, now, subject } = changing;
      this.requirePlanner(actor, changing);
      this.requireOpen(actor, changing);
      checkProposedTimes(times, now);
      if (await this.store.lockOpen(tx, interviewId))
        throw new Refusal('already_exists', 'Times are proposed for this interview already. Confirm one of them or withdraw them first.');
      const id = newId();
      const place = { timeZone: input.timeZone ?? interview.timeZone, location: input.location ?? null };
      await this.store.insert(tx, { id, interviewId, ...place, times, by: actor.userId, at: now });
      const payload = { proposalId: id, ...place, slots: times.map(told) };
      await this.frame.tell(changing, actor, { type: 'interview.times_proposed', subject, payload });
      return id;
    });
  }

  withdraw(actor: Actor, interviewId: string, proposalId: string, reason: string): Promise<void> {
    return this.frame.change(actor, interviewId, async (changing) => {
      this.requirePlanner(actor, changing);
      const proposal = await this.locked(changing, proposalId);
      await this.store.end(changing.tx, proposal.id, 'withdrawn', changing.now, reason);
      const payload = { proposalId, because: 'withdrawn' } as const;
      await this.frame.tell(changing, actor, { type: 'interview.times_withdrawn', subject: changing.subject, payload, reason });
    });
  }

  confirm(actor: Actor, interviewId: string, proposalId: string, slotId: string): Promise<InterviewWarningDto[]> {
    return this.frame.change(actor, interviewId, async (changing) => {
      const { tx, interview, now, subject } = changing;
      this.requirePlanner(actor, changing);
      const proposal = await this.locked(changing, proposalId);
      const slot = await this.store.slot(tx, proposalId, slotId);
      if (!slot) throw invalid([{ pointer: '/slotId', code: 'unknown_slot', detail: 'names no time of this proposal' }]);
      if (slot.startsAt <= now) throw new Refusal('wrong_state', 'This time has passed. Choose another, or propose new ones.');
      await this.store.choose(tx, slotId);
      await this.store.end(tx, proposalId, 'confirmed', now, null);
      await this.frame.tell(changing, actor, { type: 'interview.time_confirmed', subject, payload: { proposalId, ...told(slot) } });
      const after = { ...slot, timeZone: proposal.timeZone, location: proposal.location ?? interview.location };
      return this.timing.put(changing, actor, interview.status === 'planned' ? 'schedule' : 'move', after, '');
    });
  }

  private async locked({ tx, interview }: Changing, proposalId: string): Promise<LockedProposal> {
    const proposal = await this.store.lock(tx, interview.id, proposalId);
    if (!proposal) throw notFound('proposal');
    if (proposal.status !== 'open') throw new Refusal('wrong_state', 'These times are not open any more.', [], { status: proposal.status });
    return proposal;
  }

  private requirePlanner(actor: Actor, { standing }: Changing): void {
    if (coordinatesApplication({ ...standing, siteRole: actor.siteRole })) return;
    throw new Refusal('forbidden', "Only the job's recruiter, hiring manager or coordinator may do this.");
  }

  private requireOpen(actor: Actor, { standing, interview, now }: Changing): void {
    const viewer = { ...standing, siteRole: actor.siteRole, onPanel: false };
    if (interviewAbilities(viewer, interview, OPEN.includes(standing.status), now).propose) return;
    throw new Refusal('wrong_state', 'Times are proposed for an interview that is planned or scheduled and not judged yet.', [], {
      status: interview.status,
    });
  }
}

function told({ startsAt, endsAt }: ProposedTime): { startsAt: string; endsAt: string } {
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}
