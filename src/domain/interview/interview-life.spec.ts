import { Refusal } from '../refusal.js';
import {
  canMoveInterview,
  checkTime,
  INTERVIEW_MOVES,
  INTERVIEW_STATUSES,
  type InterviewMove,
  type InterviewState,
  type InterviewStatus,
  moveInterview,
} from './interview-life.js';

const NOW = new Date('2026-03-04T12:00:00Z');
const PAST = new Date('2026-03-04T11:00:00Z');
const AHEAD = new Date('2026-03-04T13:00:00Z');

/** Written by hand: what each status allows before the start, after it, and once a card is in. */
const ALLOWED: Readonly<
  Record<InterviewStatus, { ahead: readonly InterviewMove[]; begun: readonly InterviewMove[]; judged: readonly InterviewMove[] }>
> = {
  planned: { ahead: ['schedule', 'cancel'], begun: ['schedule', 'cancel'], judged: ['schedule'] },
  scheduled: { ahead: ['move', 'cancel'], begun: ['move', 'mark_held', 'cancel', 'no_show'], judged: ['mark_held'] },
  held: { ahead: [], begun: [], judged: [] },
  cancelled: { ahead: [], begun: [], judged: [] },
  no_show: { ahead: [], begun: [], judged: [] },
};

const MOMENTS = {
  ahead: { startsAt: AHEAD, cardsSubmitted: 0 },
  begun: { startsAt: PAST, cardsSubmitted: 0 },
  judged: { startsAt: PAST, cardsSubmitted: 1 },
};
const cells = INTERVIEW_STATUSES.flatMap((status) =>
  (['ahead', 'begun', 'judged'] as const).flatMap((moment) => INTERVIEW_MOVES.map((move) => ({ status, moment, move }))),
);

describe('the life of an interview', () => {
  it.each(cells)('$status, $moment: $move', ({ status, moment, move }) => {
    const state: InterviewState = { status, sequence: 3, ...MOMENTS[moment] };
    const allowed = ALLOWED[status][moment].includes(move);
    expect(canMoveInterview(state, move, NOW)).toBe(allowed);
    if (!allowed) return void expect(() => moveInterview(state, move, NOW)).toThrow(Refusal);
    expect(moveInterview(state, move, NOW).sequence).toBe(move === 'mark_held' ? 3 : 4);
  });

  it('has begun at its very start', () => {
    expect(canMoveInterview({ status: 'scheduled', startsAt: NOW, sequence: 0, cardsSubmitted: 0 }, 'mark_held', NOW)).toBe(true);
  });

  it('refuses times in which nothing can be held', () => {
    expect(() => checkTime(NOW, AHEAD)).not.toThrow();
    expect(() => checkTime(NOW, NOW)).toThrow('/endsAt');
    expect(() => checkTime(AHEAD, NOW)).toThrow('/endsAt');
    expect(() => checkTime(NOW, new Date('2026-03-06T12:00:00Z'))).toThrow('/endsAt');
    expect(() => checkTime(new Date('1999-12-31T12:00:00Z'), new Date('1999-12-31T13:00:00Z'))).toThrow('/startsAt');
    expect(() => checkTime(new Date(Number.NaN), NOW)).toThrow('/startsAt');
  });
});
