import { businessCalendar } from './business-calendar.js';
import { closeOfDay, dueAt } from './due-at.js';
import { localDateOf } from './local-date.js';

const america = businessCalendar({ country: 'US' });

describe('due at 18:00 local', () => {
  it.each([
    ['spring forward in New York', 'US', 'America/New_York', '2026-03-06T20:00:00Z', 1, '2026-03-09T18:00:00-04:00'],
    ['the Friday before it', 'US', 'America/New_York', '2026-03-05T20:00:00Z', 1, '2026-03-06T18:00:00-05:00'],
    ['fall back in New York', 'US', 'America/New_York', '2026-10-30T20:00:00Z', 1, '2026-11-02T18:00:00-05:00'],
    ['spring forward in Berlin', 'DE', 'Europe/Berlin', '2026-03-27T15:00:00Z', 1, '2026-03-30T18:00:00+02:00'],
    ['half-hour daylight saving on Lord Howe', 'AU', 'Australia/Lord_Howe', '2026-10-02T03:00:00Z', 1, '2026-10-05T18:00:00+11:00'],
    ['National Day in Shanghai', 'CN', 'Asia/Shanghai', '2025-09-30T06:00:00Z', 1, '2025-10-09T18:00:00+08:00'],
  ])('%s', (_, country, zone, event, n, local) => {
    expect(dueAt(businessCalendar({ country }), event, n, zone)).toMatchObject({
      local,
      at: new Date(local).toISOString(),
    });
  });

  it('counts from the local date of the event, which one instant has three of', () => {
    const event = '2026-07-14T11:30:00Z';
    const zones = ['Pacific/Kiritimati', 'UTC', 'Pacific/Pago_Pago'];
    expect(zones.map((zone) => localDateOf(event, zone))).toEqual(['2026-07-15', '2026-07-14', '2026-07-14']);
    expect(localDateOf('2026-07-14T10:30:00Z', 'Pacific/Kiritimati')).toBe('2026-07-15');
    expect(localDateOf('2026-07-14T10:30:00Z', 'Pacific/Pago_Pago')).toBe('2026-07-13');
    expect(zones.map((zone) => dueAt(america, event, 1, zone))).toMatchObject([
      { date: '2026-07-16', at: '2026-07-16T04:00:00.000Z' },
      { date: '2026-07-15', at: '2026-07-15T18:00:00.000Z' },
      { date: '2026-07-15', at: '2026-07-16T05:00:00.000Z' },
    ]);
  });

  it('skips the day a zone never had: Friday 30 December 2011 in Apia', () => {
    const supplied = { country: null, suppliedYears: [2011, 2012] };
    const apia = businessCalendar({ ...supplied, zone: 'Pacific/Apia' });
    expect(dueAt(apia, '2011-12-29T20:00:00Z', 1, 'Pacific/Apia')).toMatchObject({
      date: '2012-01-02',
      skipped: [
        { date: '2011-12-30', kind: 'no_such_day' },
        { date: '2011-12-31', kind: 'weekend' },
        { date: '2012-01-01', kind: 'weekend' },
      ],
    });
    const auckland = businessCalendar({ ...supplied, zone: 'Pacific/Auckland' });
    expect(dueAt(auckland, '2011-12-28T20:00:00Z', 1, 'Pacific/Auckland')).toMatchObject({ date: '2011-12-30' });
  });

  it('keeps the local hour on every day of a year, whatever the clocks do', () => {
    for (const zone of ['America/New_York', 'Europe/London', 'America/Havana', 'Africa/Casablanca', 'Asia/Shanghai']) {
      for (let day = 0; day < 365; day += 1) {
        const event = new Date(Date.UTC(2026, 0, 1 + day, 12)).toISOString();
        const due = dueAt(america, event, 1, zone);
        expect(due.known && due.local.slice(0, 16)).toBe(due.known && `${due.date}T18:00`);
      }
    }
  });

  it('is not known where the calendar is not', () => {
    expect(dueAt(businessCalendar({ country: 'CN' }), '2026-12-31T06:00:00Z', 1, 'Asia/Shanghai')).toMatchObject({
      known: false,
    });
  });

  it.each([
    ['an instant without an offset', '2026-07-14T10:30:00', 'UTC'],
    ['a date', '2026-07-14', 'UTC'],
    ['nonsense', 'soon', 'UTC'],
    ['a zone that is none', '2026-07-14T10:30:00Z', 'Europe/Atlantis'],
    ['an offset as a zone', '2026-07-14T10:30:00Z', '+08:00'],
  ])('refuses %s', (_, event, zone) => {
    expect(() => dueAt(america, event, 1, zone)).toThrow(/not an ISO|not an IANA/);
  });

  it('takes an offset for what it says', () => {
    expect(localDateOf('2026-07-14T23:30:00-07:00', 'Asia/Shanghai')).toBe('2026-07-15');
    expect(closeOfDay('2026-07-15', 'Asia/Shanghai')).toEqual({
      at: '2026-07-15T10:00:00.000Z',
      local: '2026-07-15T18:00:00+08:00',
    });
  });
});
