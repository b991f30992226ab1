import { cardDueAt } from './card-due.js';

const ROUND = { key: 'r', name: 'Round', minutes: 45, focus: 'x', targetDay: 1, panel: [{ title: 'x', count: 1 }] };

describe('when a scorecard is due', () => {
  it('is 18:00 on the next business day, where the interviewer lives', () => {
    expect(cardDueAt({ country: 'US', zone: 'America/New_York' }, new Date('2026-03-06T20:00:00Z'), ROUND)?.toISOString()).toBe(
      '2026-03-09T22:00:00.000Z',
    );
    expect(cardDueAt({ country: 'CN', zone: 'Asia/Shanghai' }, new Date('2026-03-06T20:00:00Z'), ROUND)?.toISOString()).toBe(
      '2026-03-09T10:00:00.000Z',
    );
  });

  it('follows the round, and holidays', () => {
    expect(
      cardDueAt({ country: 'US', zone: 'UTC' }, new Date('2026-07-02T12:00:00Z'), { ...ROUND, scorecardDueBusinessDays: 2 })?.toISOString(),
    ).toBe('2026-07-07T18:00:00.000Z');
  });

  it('is not guessed where the calendar does not reach or is not known', () => {
    expect(cardDueAt({ country: 'CN', zone: 'Asia/Shanghai' }, new Date('2150-01-04T12:00:00Z'), ROUND)).toBeNull();
    expect(cardDueAt({ country: 'ZZ', zone: 'UTC' }, new Date('2026-03-06T20:00:00Z'), ROUND)).toBeNull();
    expect(cardDueAt({ country: 'US', zone: 'Nowhere/Else' }, new Date('2026-03-06T20:00:00Z'), ROUND)).toBeNull();
  });
});
