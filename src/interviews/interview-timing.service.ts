import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { type InterviewMove, moveInterview } from '../domain/interview/interview-life.js';
import { Refusal } from '../domain/refusal.js';
import { type Changing, InterviewChange } from './interview-change.service.js';
import type { InterviewWarningDto } from './interviews.dto.js';
import { InterviewWarnings } from './interview-warnings.service.js';
import { type InterviewTime, InterviewsStore } from './interviews.store.js';
import { ProposalEnding } from './proposal-ending.service.js';

const OPEN = ['active', 'on_hold', 'offered'];

/** Puts an interview at a time, given directly or confirmed from a proposal. */
@Injectable()
export class InterviewTiming {
  constructor(
    private readonly store: InterviewsStore,
    private readonly frame: InterviewChange,
    private readonly warnings: InterviewWarnings,
    private readonly proposals: ProposalEnding,
  ) {}

  async put(
    changing: Changing,
    actor: Actor,
    move: Extract<InterviewMove, 'schedule' | 'move'>,
    after: InterviewTime & { readonly endsAt: Date },
    reason: string,
  ): Promise<InterviewWarningDto[]> {
    const { tx, interview, now, subject } = changing;
    if (!OPEN.includes(changing.standing.status))
      throw new Refusal('wrong_state', 'The application has ended.', [], { status: changing.standing.status });
    const next = moveInterview(interview, move, now);
    await this.store.save(tx, interview.id, { ...after, ...next, reason: null }, now);
    await this.frame.tell(changing, actor, {
      type: move === 'schedule' ? 'interview.scheduled' : 'interview.moved',
      subject,
      payload: { before: told(interview.status, interview), after: told(next.status, after) },
      ...(reason === '' ? {} : { reason }),
    });
    await this.proposals.overtake(changing, actor);
    return this.warnings.of(tx, actor, interview.id);
  }
}

function told(
  status: string,
  time: InterviewTime,
): { status: string; startsAt: string | null; endsAt: string | null; timeZone: string; location: string } {
  return {
    status,
    startsAt: time.startsAt?.toISOString() ?? null,
    endsAt: time.endsAt?.toISOString() ?? null,
    timeZone: time.timeZone,
    location: time.location,
  };
}
