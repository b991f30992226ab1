import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { type Changing, InterviewChange } from './interview-change.service.js';
import { ProposalsStore } from './proposals.store.js';

/** Ends a proposal that nobody can choose from any more: the interview got its time another way, was held or called off. */
@Injectable()
export class ProposalEnding {
  constructor(
    private readonly store: ProposalsStore,
    private readonly frame: InterviewChange,
  ) {}

  async overtake(changing: Changing, actor: Actor): Promise<void> {
    const { tx, interview, now, subject } = changing;
    const open = await this.store.lockOpen(tx, interview.id);
    if (!open) return;
    await this.store.end(tx, open.id, 'overtaken', now, null);
    await this.frame.tell(changing, actor, {
      type: 'interview.times_withdrawn',
      subject,
      payload: { proposalId: open.id, because: 'overtaken' },
    });
  }
}
