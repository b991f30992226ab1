import fc from 'fast-check';
import { type DayOfRest, type MailHours, nextDigestTime, nextWorkingMoment } from './mail-time.js';

const WEEKEND_AWARE = (date: string): DayOfRest => ([0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()) ? 'weekend' : 'work');
const person = (more: Partial<MailHours> = {}): MailHours => ({ zone: 'UTC', hours: [], quiet: () => false, rest: WEEKEND_AWARE, ...more });
const at = (text: string) => new Date(text);

describe('nextWorkingMoment', () => {
  it.each([
    ['inside office hours, at once', '2026-03-04T12:00:00Z', '2026-03-04T12:00:00.000Z'],
    ['the last minute counts', '2026-03-04T18:00:00Z', '2026-03-04T18:00:00.000Z'],
    ['before them, at nine', '2026-03-04T03:00:00Z', '2026-03-04T09:00:00.000Z'],
    ['after them, the next day', '2026-03-04T18:00:01Z', '2026-03-05T09:00:00.000Z'],
    ['on Friday evening, on Monday', '2026-03-06T19:00:00Z', '2026-03-09T09:00:00.000Z'],
  ])('%s', (_, now, expected) => {
    expect(nextWorkingMoment(at(now), person()).toISOString()).toBe(expected);
  });

  it('is on the clock of the person, over the change to summer time too', () => {
    const york = person({ zone: 'America/New_York' });
    expect(nextWorkingMoment(at('2026-03-06T23:30:00Z'), york).toISOString()).toBe('2026-03-09T13:00:00.000Z');
    expect(nextWorkingMoment(at('2026-03-05T23:30:00Z'), york).toISOString()).toBe('2026-03-06T14:00:00.000Z');
  });

  it('keeps to stated hours, a night shift on a weekend and a break at noon included', () => {
    const hours = [
      { weekday: 6, from: '20:00', to: '24:00' },
      { weekday: 1, from: '13:00', to: '15:00' },
      { weekday: 1, from: '09:00', to: '11:00' },
    ];
    const shift = person({ hours });
    expect(nextWorkingMoment(at('2026-03-04T12:00:00Z'), shift).toISOString()).toBe('2026-03-07T20:00:00.000Z');
    expect(nextWorkingMoment(at('2026-03-07T23:59:00Z'), shift).toISOString()).toBe('2026-03-07T23:59:00.000Z');
    expect(nextWorkingMoment(at('2026-03-09T11:30:00Z'), shift).toISOString()).toBe('2026-03-09T13:00:00.000Z');
  });

  it('skips holidays and quiet days, and falls back on the weekend where the calendar does not know', () => {
    expect(nextWorkingMoment(at('2026-03-04T12:00:00Z'), person({ quiet: (date) => date < '2026-03-06' })).toISOString()).toBe(
      '2026-03-06T09:00:00.000Z',
    );
    expect(
      nextWorkingMoment(at('2026-03-04T12:00:00Z'), person({ rest: (date) => (date === '2026-03-04' ? 'holiday' : 'work') })).toISOString(),
    ).toBe('2026-03-05T09:00:00.000Z');
    expect(nextWorkingMoment(at('2026-03-07T12:00:00Z'), person({ rest: () => 'unknown' })).toISOString()).toBe('2026-03-09T09:00:00.000Z');
    // A make-up Saturday in China is a working day.
    expect(nextWorkingMoment(at('2026-03-07T12:00:00Z'), person({ rest: () => 'work' })).toISOString()).toBe('2026-03-07T12:00:00.000Z');
  });

  it('never waits for ever', () => {
    expect(nextWorkingMoment(at('2026-03-04T12:00:00Z'), person({ quiet: () => true })).toISOString()).toBe('2026-03-04T12:00:00.000Z');
  });

  it('is never earlier than asked, and stands still once reached', () => {
    const zones = fc.constantFrom('UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Apia', 'Asia/Kathmandu', 'Australia/Lord_Howe');
    const stretch = fc
      .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 22 }), fc.integer({ min: 1, max: 23 }))
      .filter(([, from, to]) => to > from)
      .map(([weekday, from, to]) => ({ weekday, from: `${String(from).padStart(2, '0')}:00`, to: `${String(to).padStart(2, '0')}:30` }));
    fc.assert(
      fc.property(
        fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z'), noInvalidDate: true }),
        zones,
        fc.array(stretch, { maxLength: 4 }),
        (now, zone, hours) => {
          const someone = person({ zone, hours });
          const moment = nextWorkingMoment(now, someone);
          expect(moment.getTime()).toBeGreaterThanOrEqual(now.getTime());
          expect(nextWorkingMoment(moment, someone)).toEqual(moment);
        },
      ),
    );
  });
});

describe('nextDigestTime', () => {
  it('is the next working day at the chosen time', () => {
    expect(nextDigestTime(at('2026-03-04T08:29:00Z'), '08:30', person()).toISOString()).toBe('2026-03-04T08:30:00.000Z');
    expect(nextDigestTime(at('2026-03-04T08:30:00Z'), '08:30', person()).toISOString()).toBe('2026-03-05T08:30:00.000Z');
    expect(nextDigestTime(at('2026-03-06T12:00:00Z'), '08:30', person({ zone: 'Asia/Shanghai' })).toISOString()).toBe('2026-03-09T00:30:00.000Z');
  });
});
