import { Injectable } from '@nestjs/common';
import { coordinatesApplication } from '../domain/abilities/application-abilities.js';
import type { Actor } from '../domain/actor.js';
import { checkTime, type InterviewMove, moveInterview } from '../domain/interview/interview-life.js';
import { Refusal } from '../domain/refusal.js';
import { versionConflict } from '../platform/version.js';
import { type Changing, InterviewChange } from './interview-change.service.js';
import type { InterviewWarningDto } from './interviews.dto.js';
import { InterviewTiming } from './interview-timing.service.js';
import { type InterviewTime, InterviewsStore, type LockedInterview } from './interviews.store.js';
import { ProposalEnding } from './proposal-ending.service.js';

export interface TimeInput {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone?: string;
  readonly location?: string;
}

/** Schedules, moves and calls off interviews, and says that they were held. */
@Injectable()
export class ScheduleInterviewService {
  constructor(
    private readonly store: InterviewsStore,
    private readonly frame: InterviewChange,
    private readonly timing: InterviewTiming,
    private readonly proposals: ProposalEnding,
  ) {}

  schedule(actor: Actor, id: string, time: TimeInput): Promise<InterviewWarningDto[]> {
    return this.setTime(actor, id, 'schedule', time, undefined, '');
  }

  move(actor: Actor, id: string, expected: number, time: TimeInput, reason: string): Promise<InterviewWarningDto[]> {
    return this.setTime(actor, id, 'move', time, expected, reason);
  }

  markHeld(actor: Actor, id: string): Promise<void> {
    return this.frame.change(actor, id, async (changing) => {
      const { interview, now } = changing;
      await this.requirePlanner(actor, changing, 'panel_too');
      const next = moveInterview(interview, 'mark_held', now);
      await this.store.save(changing.tx, id, { ...timeOf(interview), ...next, reason: null }, now);
      await this.frame.tell(changing, actor, {
        type: 'interview.held',
        subject: changing.subject,
        payload: { before: { status: interview.status }, after: { status: next.status } },
      });
      await this.proposals.overtake(changing, actor);
    });
  }

  callOff(actor: Actor, id: string, move: 'cancel' | 'no_show', reason: string): Promise<void> {
    return this.frame.change(actor, id, async (changing) => {
      const { interview, now } = changing;
      await this.requirePlanner(actor, changing, move === 'no_show' ? 'panel_too' : 'planner');
      const next = moveInterview(interview, move, now);
      await this.store.save(changing.tx, id, { ...timeOf(interview), ...next, reason }, now);
      const type = move === 'cancel' ? 'interview.cancelled' : 'interview.no_show';
      await this.frame.tell(changing, actor, {
        type,
        subject: changing.subject,
        payload: { before: { status: interview.status }, after: { status: next.status } },
        reason,
      });
      await this.proposals.overtake(changing, actor);
    });
  }

  private setTime(
    actor: Actor,
    id: string,
    move: Extract<InterviewMove, 'schedule' | 'move'>,
    input: TimeInput,
    expected: number | undefined,
    reason: string,
  ): Promise<InterviewWarningDto[]> {
    const startsAt = new Date(input.startsAt);
    const endsAt = new Date(input.endsAt);
    checkTime(startsAt, endsAt);
    return this.frame.change(actor, id, async (changing) => {
      const { interview } = changing;
      await this.requirePlanner(actor, changing, 'planner');
      if (expected !== undefined && expected !== interview.version) throw versionConflict(expected, interview.version, timeOf(interview));
      const after = { startsAt, endsAt, timeZone: input.timeZone ?? interview.timeZone, location: input.location ?? interview.location };
      return this.timing.put(changing, actor, move, after, reason);
    });
  }

  private async requirePlanner(actor: Actor, { tx, standing, interview, now }: Changing, who: 'planner' | 'panel_too'): Promise<void> {
    if (coordinatesApplication({ ...standing, siteRole: actor.siteRole })) return;
    if (who === 'panel_too' && (await this.store.isOnPanel(tx, interview.id, actor.userId, now))) return;
    throw new Refusal('forbidden', "Only the job's recruiter, hiring manager or coordinator may do this.");
  }
}

function timeOf({ startsAt, endsAt, timeZone, location }: LockedInterview): InterviewTime {
  return { startsAt, endsAt, timeZone, location };
}
