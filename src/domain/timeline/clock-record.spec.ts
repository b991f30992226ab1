import { businessCalendar } from './business-calendar.js';
import { clockRecord, clockRecordState } from './clock-record.js';
import type { ClockPause } from './clock.js';
import { type ClockBasics, dayClock, noticeClock } from './run-clock.js';

const calendar = businessCalendar({ country: 'US', zone: 'UTC' });
const basics: ClockBasics = {
  key: 'decision_due',
  subject: 'a1',
  zone: 'UTC',
  holder: { role: 'hiring_manager', user: 'hm' },
  startedBy: { id: 'e1', kind: 'interview.held', at: '2026-03-04T18:00:00Z' },
  stoppedBy: null,
};
const pause = (from: string, to: string | null): ClockPause => ({ from, to, reason: 'holiday', words: '' });
const record = (days: number, pauses: readonly ClockPause[], now: string) => clockRecord(dayClock(basics, calendar, days, pauses, now), pauses, now);

describe('what is kept of a clock', () => {
  it('is at risk from the last quarter of its own time on, pauses not counted', () => {
    expect(record(2, [], '2026-03-04T19:00:00Z')).toMatchObject({
      dueAt: '2026-03-06T18:00:00.000Z',
      riskAt: '2026-03-06T06:00:00.000Z',
      startedByEvent: 'e1',
    });
    // Thursday is taken out: due on Monday, and at risk in the last quarter of the four days that are its own.
    const paused = record(2, [pause('2026-03-05T00:00:00Z', '2026-03-06T00:00:00Z')], '2026-03-04T19:00:00Z');
    expect(paused.dueAt).toBe('2026-03-09T18:00:00.000Z');
    expect(paused.riskAt).toBe('2026-03-08T18:00:00.000Z');
  });

  it('has no due time while a pause holds it whose end nobody knows, unless it was due before', () => {
    const now = '2026-03-05T12:00:00Z';
    const held = record(2, [pause('2026-03-05T09:00:00Z', null)], now);
    expect(held).toMatchObject({ dueAt: null, riskAt: null, pausedFrom: '2026-03-05T09:00:00Z', pausedUntil: null });
    expect(clockRecordState(held, '2027-01-01T00:00:00Z')).toBe('paused');
    const late = record(0, [pause('2026-03-05T09:00:00Z', null)], now);
    expect(late.dueAt).toBe('2026-03-04T18:00:00.000Z');
    expect(clockRecordState(late, now)).toBe('late');
  });

  it('says nothing of a pause that is over, nor of one for a clock that stopped or counts hours', () => {
    const over = pause('2026-03-05T00:00:00Z', '2026-03-06T00:00:00Z');
    expect(record(9, [over], '2026-03-06T00:00:00Z').pausedFrom).toBeNull();
    const endless = [pause('2026-03-04T00:00:00Z', null)];
    const stopped = dayClock(
      { ...basics, stoppedBy: { id: '', kind: 'decision.recorded', at: '2026-03-05T00:00:00Z' } },
      calendar,
      2,
      [],
      '2026-03-07T00:00:00Z',
    );
    expect(clockRecord(stopped, endless, '2026-03-07T00:00:00Z')).toMatchObject({
      pausedFrom: null,
      stoppedByEvent: null,
      stoppedAt: '2026-03-05T00:00:00Z',
    });
    const notice = noticeClock({ ...basics, key: 'notice' }, '2026-03-09T12:00:00Z', 48, '2026-03-05T00:00:00Z');
    expect(clockRecord(notice, endless, '2026-03-05T00:00:00Z')).toMatchObject({ pausedFrom: null, dueAt: '2026-03-07T12:00:00.000Z' });
  });

  it.each([
    ['not_known', { dueAt: null, riskAt: null }],
    ['on_time', {}],
    ['at_risk', { riskAt: '2026-03-05T11:59:59.999Z' }],
    ['late', { dueAt: '2026-03-05T11:59:59.999Z' }],
    ['met', { stoppedAt: '2026-03-06T18:00:00.000Z' }],
    ['met_late', { stoppedAt: '2026-03-06T18:00:00.001Z' }],
    ['paused', { pausedFrom: '2026-03-05T12:00:00.000Z' }],
    ['on_time', { pausedFrom: '2026-03-05T12:00:00.001Z' }],
    ['on_time', { pausedFrom: '2026-03-01T00:00:00Z', pausedUntil: '2026-03-05T12:00:00.000Z' }],
  ])('is %s with %j', (state, times) => {
    const kept = { dueAt: '2026-03-06T18:00:00Z', riskAt: '2026-03-06T06:00:00Z', stoppedAt: null, pausedFrom: null, pausedUntil: null, ...times };
    expect(clockRecordState(kept, '2026-03-05T12:00:00.000Z')).toBe(state);
  });
});
