import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database.js';
import type { InterviewWarningDto } from './interviews.dto.js';
import { InterviewsStore } from './interviews.store.js';
import { PanelStore } from './panel.store.js';

/** What somebody should look at after a change. It says when a person is busy and never with whom. */
@Injectable()
export class InterviewWarnings {
  constructor(
    private readonly interviews: InterviewsStore,
    private readonly panel: PanelStore,
  ) {}

  async of(tx: Transaction, interviewId: string): Promise<InterviewWarningDto[]> {
    const interview = await this.interviews.lock(tx, interviewId);
    if (!interview) return [];
    const seats = await this.panel.seats(tx, interviewId);
    const trainee = seats.find((seat) => seat.training === 'reverse_shadow');
    const warnings: InterviewWarningDto[] = [];
    if (trainee && !seats.some((seat) => seat.training === null)) {
      warnings.push({
        code: 'no_observer',
        userId: trainee.userId,
        detail: 'A trainee conducts and no qualified observer is on the panel; nobody’s card would count.',
      });
    }
    const { startsAt, endsAt } = interview;
    if (startsAt === null || endsAt === null) return warnings;
    const userIds = seats.map((seat) => seat.userId);
    for (const busy of await this.panel.overlaps(tx, userIds, interviewId, startsAt, endsAt)) {
      warnings.push({
        code: 'overlap',
        userId: busy.userId,
        detail: `Has another interview from ${busy.startsAt.toISOString()} to ${busy.endsAt.toISOString()}.`,
      });
    }
    for (const userId of await this.panel.absent(tx, userIds, startsAt)) warnings.push({ code: 'absent', userId, detail: 'Is away on that day.' });
    return warnings;
  }
}
