import { businessCalendar, type CalendarSpec } from './business-calendar.js';
import { addBusinessDays, businessDaysBetween, businessDaysIn, isBusinessDay } from './business-days.js';

const dayOf = (spec: CalendarSpec, date: string) => isBusinessDay(businessCalendar(spec), date);
const kinds = (country: string, dates: readonly string[]) =>
  dates.map((date) => {
    const day = dayOf({ country }, date);
    return day.known ? day.kind : 'not known';
  });

describe('past the covered years', () => {
  it.each([
    ['CN', '2026-12-31', '2027-01-01'],
    ['CN', '2004-01-01', '2003-12-31'],
    ['US', '2030-12-31', '2031-01-01'],
    ['US', '1986-01-01', '1985-12-31'],
    ['DE', '2030-12-31', '2031-01-01'],
    ['DE', '2015-01-01', '2014-12-31'],
  ])('%s knows %s and does not know %s', (country, known, unknown) => {
    expect(dayOf({ country }, known).known).toBe(true);
    expect(dayOf({ country }, unknown)).toMatchObject({
      known: false,
      code: 'calendar_not_known',
      calendar: country,
      date: unknown,
    });
  });

  it('says so for a count that leaves them, forwards and backwards, and never for one that does not', () => {
    const china = businessCalendar({ country: 'CN' });
    expect(addBusinessDays(china, '2026-12-30', 1)).toMatchObject({ known: true, date: '2026-12-31' });
    expect(addBusinessDays(china, '2026-12-30', 2)).toMatchObject({ known: false, date: '2027-01-01' });
    expect(addBusinessDays(china, '2004-01-02', -1)).toMatchObject({ known: false, date: '2003-12-31' });
    expect(businessDaysIn(china, '2026-12-01', '2027-01-15').known).toBe(false);
    expect(businessDaysBetween(china, '2027-01-15', '2026-12-01').known).toBe(false);
  });

  it('names what is missing and the way out', () => {
    const answer = dayOf({ country: 'CN' }, '2027-03-01');
    expect(answer).toMatchObject({ covered: { from: 2004, to: 2026 } });
    expect(!answer.known && answer.detail).toContain('2027');
    expect(!answer.known && answer.detail).toContain('admin');
  });

  it('follows a year the organisation has supplied: its closing days, make-up days and the weekend', () => {
    const china = businessCalendar({
      country: 'CN',
      suppliedYears: [2027],
      closingDays: [{ date: '2027-01-01', name: 'New Year' }],
      workingDays: [{ date: '2027-01-03', name: 'made up' }],
    });
    const answer = addBusinessDays(china, '2026-12-31', 2);
    expect(answer).toEqual({
      known: true,
      date: '2027-01-04',
      skipped: [
        { date: '2027-01-01', kind: 'closing_day', reason: 'New Year' },
        { date: '2027-01-02', kind: 'weekend', reason: 'Saturday' },
      ],
      madeUp: [{ date: '2027-01-03', kind: 'extra_working_day', reason: 'made up' }],
    });
    expect(addBusinessDays(china, '2027-12-31', 1).known).toBe(false);
  });

  it('knows nothing of an organisation without a country beyond the years it supplies', () => {
    const own = businessCalendar({ country: null, suppliedYears: [2026] });
    expect(addBusinessDays(own, '2026-12-30', 1)).toMatchObject({ date: '2026-12-31' });
    expect(addBusinessDays(own, '2026-12-31', 1)).toMatchObject({ known: false, calendar: 'organisation' });
  });
});

describe("an organisation's own days", () => {
  const spec: CalendarSpec = {
    country: 'US',
    closingDays: [{ date: '2026-12-24', name: 'Christmas shutdown' }],
    workingDays: [{ date: '2026-10-12', name: 'open on Columbus Day' }],
  };

  it('close and open days over the country', () => {
    expect(dayOf(spec, '2026-12-24')).toMatchObject({
      business: false,
      kind: 'closing_day',
      reason: 'Christmas shutdown',
    });
    expect(dayOf(spec, '2026-10-12')).toMatchObject({ business: true, kind: 'extra_working_day' });
    expect(dayOf({ country: 'US' }, '2026-10-12')).toMatchObject({
      business: false,
      kind: 'holiday',
      reason: 'Columbus Day',
    });
  });

  it('may move the weekend', () => {
    expect(dayOf({ country: 'US', weekend: [5, 6] }, '2026-08-07')).toMatchObject({ business: false, kind: 'weekend' });
    expect(dayOf({ country: 'US', weekend: [5, 6] }, '2026-08-09')).toMatchObject({ business: true });
    expect(dayOf({ country: 'US', weekend: [] }, '2026-08-08')).toMatchObject({ business: true });
  });

  it.each<[string, CalendarSpec, string]>([
    ['a day both open and closed', { ...spec, workingDays: [{ date: '2026-12-24', name: 'open' }] }, '/workingDays/0/date'],
    ['a date that is none', { country: 'US', closingDays: [{ date: '2026-02-30', name: 'x' }] }, '/closingDays/0/date'],
    ['a country nobody publishes', { country: 'XX' }, '/country'],
    ['a subdivision nobody publishes', { country: 'DE-XX' }, '/country'],
    ['a US state', { country: 'US-CA' }, '/country'],
    ['a zone that is none', { country: 'US', zone: 'Mars/Base' }, '/zone'],
    ['a year that is none', { country: 'US', suppliedYears: [27] }, '/suppliedYears/0'],
  ])('refuse %s, naming the field', (_, bad, pointer) => {
    expect(() => businessCalendar(bad)).toThrow(pointer);
  });
});

describe('other countries', () => {
  it('rest on whole public holidays, also the ones that stand in for a weekend', () => {
    expect(kinds('DE', ['2026-05-01', '2026-12-25', '2026-12-24', '2026-02-16'])).toEqual(['holiday', 'holiday', 'ordinary', 'ordinary']);
    expect(kinds('GB', ['2026-12-25', '2026-12-28', '2026-12-29'])).toEqual(['holiday', 'holiday', 'ordinary']);
    expect(kinds('JP', ['2026-05-06', '2026-01-02'])).toEqual(['holiday', 'ordinary']);
    expect(kinds('PR', ['2023-11-10'])).toEqual(['holiday']);
  });

  it('rest through every day of a holiday of several days, over New Year too', () => {
    expect(kinds('KR', ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19'])).toEqual(['holiday', 'holiday', 'holiday', 'ordinary']);
    expect(kinds('SZ', ['2026-12-31', '2027-01-02'])).toEqual(['holiday', 'holiday']);
    expect(kinds('IS', ['2026-12-24'])).toEqual(['ordinary']);
  });

  it('differ by subdivision and by weekend', () => {
    expect(kinds('DE-BY', ['2026-01-06'])).toEqual(['holiday']);
    expect(kinds('DE', ['2026-01-06'])).toEqual(['ordinary']);
    expect(kinds('SA', ['2026-08-07', '2026-08-08', '2026-08-09'])).toEqual(['weekend', 'weekend', 'ordinary']);
    expect(kinds('AE', ['2026-08-07', '2026-08-08', '2026-08-09'])).toEqual(['ordinary', 'weekend', 'weekend']);
  });
});

describe('counting', () => {
  it('names every day skipped and every make-up day used over National Day 2025', () => {
    const answer = addBusinessDays(businessCalendar({ country: 'CN' }), '2025-09-26', 2);
    expect(answer).toEqual({
      known: true,
      date: '2025-09-29',
      skipped: [{ date: '2025-09-27', kind: 'weekend', reason: 'Saturday' }],
      madeUp: [{ date: '2025-09-28', kind: 'make_up', reason: 'make-up day for National Day (国庆节)' }],
    });
  });

  it.each([0.5, Number.NaN, 5001, -5001])('refuses %p business days', (n) => {
    expect(() => addBusinessDays(businessCalendar({ country: 'US' }), '2026-01-05', n)).toThrow('/add');
  });

  it('is zero, never minus zero, over a weekend backwards', () => {
    expect(businessDaysBetween(businessCalendar({ country: 'US' }), '2026-08-09', '2026-08-08')).toEqual({
      known: true,
      days: 0,
    });
  });
});
