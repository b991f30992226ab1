import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { slotWarnings } from '../domain/interview/slot-warnings.js';
import { Clock } from '../platform/clock.js';
import type { Transaction } from '../platform/database.js';
import type { InterviewWarningDto } from './interviews.dto.js';
import { InterviewsStore } from './interviews.store.js';
import { PanelStore } from './panel.store.js';
import { PanelTimeReader } from './panel-time.reader.js';

/** What somebody should look at after a change. It says when a person is busy and never with whom. */
@Injectable()
export class InterviewWarnings {
  constructor(
    private readonly interviews: InterviewsStore,
    private readonly panel: PanelStore,
    private readonly time: PanelTimeReader,
    private readonly clock: Clock,
  ) {}

  async of(tx: Transaction, actor: Actor, interviewId: string): Promise<InterviewWarningDto[]> {
    const interview = await this.interviews.lock(tx, interviewId);
    if (!interview) return [];
    const observers = await this.observers(tx, interviewId);
    const { startsAt, endsAt } = interview;
    if (startsAt === null || endsAt === null) return observers;
    const slot = { from: startsAt.getTime(), to: endsAt.getTime() };
    const now = this.clock.now();
    const known = await this.time.of(interviewId, slot, { userId: actor.userId, now }, tx);
    return known ? [...observers, ...slotWarnings(slot, known.people, known.candidate, now.getTime())] : observers;
  }

  private async observers(tx: Transaction, interviewId: string): Promise<InterviewWarningDto[]> {
    const seats = await this.panel.seats(tx, interviewId);
    const trainee = seats.find((seat) => seat.training === 'reverse_shadow');
    if (!trainee || seats.some((seat) => seat.training === null)) return [];
    const detail = 'A trainee conducts and no qualified observer is on the panel; nobody’s card would count.';
    return [{ code: 'no_observer', userId: trainee.userId, detail }];
  }
}
