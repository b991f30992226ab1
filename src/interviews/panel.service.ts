import { Injectable } from '@nestjs/common';
import { coordinatesApplication } from '../domain/abilities/application-abilities.js';
import type { Actor } from '../domain/actor.js';
import { isLive } from '../domain/interview/interview-life.js';
import { cardCounts, placeFor, type Training } from '../domain/interview/panel-place.js';
import { invalid, notFound, Refusal } from '../domain/refusal.js';
import { roundPromises } from '../domain/timeline/plan-defaults.js';
import { type Changing, InterviewChange } from './interview-change.service.js';
import type { InterviewWarningDto } from './interviews.dto.js';
import { InterviewWarnings } from './interview-warnings.service.js';
import { PanelStore, type PanelUser } from './panel.store.js';
import { newId } from '../platform/new-id.js';

export interface AssignInput {
  readonly userId: string;
  readonly place?: string;
  readonly training?: Training;
  readonly lead?: boolean;
}

const OPEN = ['active', 'on_hold', 'offered'];
const CLOSED_TO_CARDS = ['first_ballot', 'second_ballot', 'committee_ballot', 'decided', 'closed'];

/** Puts people on an interview's panel and takes them off. */
@Injectable()
export class PanelService {
  constructor(
    private readonly frame: InterviewChange,
    private readonly store: PanelStore,
    private readonly warnings: InterviewWarnings,
  ) {}

  assign(actor: Actor, interviewId: string, input: AssignInput): Promise<InterviewWarningDto[]> {
    return this.frame.change(actor, interviewId, async (changing) => {
      this.requireOpenPanel(actor, changing);
      const user = await this.assignee(changing, input.userId.toLowerCase());
      const training = input.training ?? null;
      const seats = await this.store.seats(changing.tx, interviewId);
      if (seats.some((seat) => seat.userId === user.id)) throw new Refusal('already_exists', 'This person is on the panel already.');
      const filled = seats.filter((seat) => seat.training === null);
      const place = placeFor(changing.interview.round.panel, filled, { qualifications: user.qualifications, training, place: input.place ?? null });
      const { applicationId } = changing.standing;
      const lead = input.lead ?? false;
      const seatId = newId();
      await this.store.insertSeat(changing.tx, {
        id: seatId,
        userId: user.id,
        applicationId,
        interviewId,
        training,
        lead,
        place,
        by: actor.userId,
        at: changing.now,
      });
      const cardId = await this.giveCard(changing, user, training);
      await this.frame.tell(changing, actor, {
        type: 'interview.panel_assigned',
        subject: changing.subject,
        payload: { userId: user.id, seatId, cardId, training, lead, place },
      });
      await this.frame.tellCalendars(changing);
      return this.warnings.of(changing.tx, actor, interviewId);
    });
  }

  unassign(actor: Actor, interviewId: string, userId: string, reason: string): Promise<void> {
    return this.frame.change(actor, interviewId, async (changing) => {
      this.requireOpenPanel(actor, changing);
      // Leaving a panel ends the duty to judge, and with it the blindness: nobody does that for themselves.
      if (userId === actor.userId)
        throw new Refusal('forbidden', 'Nobody takes themselves off a panel. Decline the scorecard, or ask the recruiter.');
      const seat = (await this.store.seats(changing.tx, interviewId)).find((one) => one.userId === userId);
      if (!seat) throw notFound('panel member');
      const card = await this.store.card(changing.tx, interviewId, userId);
      if (card?.status === 'submitted') throw new Refusal('in_use', 'This person has submitted their scorecard; it stays, and so do they.');
      await this.store.endSeat(changing.tx, seat.id, changing.now, reason);
      if (card?.touched) await this.store.setAsideCard(changing.tx, card.id, reason);
      else if (card) await this.store.deleteCard(changing.tx, card.id);
      const payload = { userId, seatId: seat.id, cardId: card?.id ?? null, cardKept: card?.touched ?? false };
      await this.frame.tell(changing, actor, { type: 'interview.panel_unassigned', subject: changing.subject, payload, reason });
      await this.frame.tellCalendars(changing);
    });
  }

  private requireOpenPanel(actor: Actor, { standing, interview }: Changing): void {
    if (!coordinatesApplication({ ...standing, siteRole: actor.siteRole }))
      throw new Refusal('forbidden', "Only the job's recruiter, hiring manager or coordinator may change a panel.");
    if (!isLive(interview.status)) throw new Refusal('wrong_state', 'This interview was called off.', [], { status: interview.status });
    if (!OPEN.includes(standing.status)) throw new Refusal('wrong_state', 'The application has ended.', [], { status: standing.status });
    if (CLOSED_TO_CARDS.includes(standing.debriefState))
      throw new Refusal('wrong_state', 'The debrief has gone on to its ballots. Reopen it first.', [], { debriefState: standing.debriefState });
  }

  private async assignee({ tx, standing }: Changing, userId: string): Promise<PanelUser> {
    const user = await this.store.user(tx, userId);
    if (!user) throw invalid([{ pointer: '/userId', code: 'unknown_user', detail: 'names nobody who is active here' }]);
    if (user.siteRole === 'auditor')
      throw invalid([{ pointer: '/userId', code: 'auditor', detail: 'an auditor reads every scorecard and so gives none' }]);
    // No word about what the conflict is: the caller may not be entitled to know.
    if (await this.store.isConflicted(tx, userId, standing.personId, standing.jobId)) {
      throw new Refusal('conflict_of_interest', 'This person cannot sit on this panel. Choose somebody else.', [
        { pointer: '/userId', code: 'conflict_of_interest', detail: 'cannot sit on this panel' },
      ]);
    }
    return user;
  }

  /** A card for a round that owes one, due by its clock; one set aside when this person was taken off before comes back with what they wrote. */
  private async giveCard({ tx, interview, standing, now }: Changing, user: PanelUser, training: Training | null): Promise<string | null> {
    if (!roundPromises(interview.round).owesCard) return null;
    const counts = cardCounts(training);
    const earlier = await this.store.card(tx, interview.id, user.id);
    if (earlier) {
      if (earlier.status === 'waived') await this.store.reviveCard(tx, earlier.id, counts);
      return earlier.id;
    }
    const id = newId();
    const { roundId } = interview;
    await this.store.insertCard(tx, {
      id,
      interviewId: interview.id,
      applicationId: standing.applicationId,
      roundId,
      roundKey: interview.round.key,
      userId: user.id,
      counts,
      at: now,
    });
    return id;
  }
}
