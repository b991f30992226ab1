/** Every figure of test/reference/calendars/business-days.json, verbatim; its SOURCE.md says where each comes from. */
import { readFileSync } from 'node:fs';
import { businessCalendar, type BusinessCalendar } from './business-calendar.js';
import { addBusinessDays, businessDaysBetween, businessDaysIn, isBusinessDay } from './business-days.js';
import { addDays, type IsoWeekday } from './local-date.js';

interface Notice {
  readonly holidays: Readonly<Record<string, { readonly off: readonly string[]; readonly work: readonly string[] }>>;
}
interface CountCase {
  readonly start: string;
  readonly end: string;
  readonly weekend?: number | string;
  readonly holidays: readonly string[];
  readonly expected: number;
}
interface MoveCase {
  readonly start: string;
  readonly days: number;
  readonly weekend?: number;
  readonly holidays?: readonly string[];
  readonly expected: string;
}
interface Reference {
  readonly china: {
    readonly years: Readonly<Record<string, Notice>>;
    readonly workdays_per_year_computed: Readonly<Record<string, number>>;
    readonly add_business_days_cases_computed: {
      readonly cases: readonly { readonly start: string; readonly business_days: number; readonly expected: string }[];
    };
  };
  readonly us_federal: { readonly years: Readonly<Record<string, readonly string[]>> };
  readonly spreadsheet_tables: {
    readonly NETWORKDAYS: readonly CountCase[];
    readonly NETWORKDAYS_INTL: readonly CountCase[];
    readonly WORKDAY: readonly MoveCase[];
    readonly WORKDAY_INTL: readonly MoveCase[];
  };
  readonly numpy_tables: {
    readonly busday_count: readonly (readonly [string, string, string | null, number])[];
    readonly busday_offset: readonly (readonly [string, number, string, string | null, string])[];
  };
  readonly lki_assertions: { readonly holidays: readonly string[]; readonly workdays: readonly string[] };
}

const reference: Reference = JSON.parse(readFileSync(new URL('../../../test/reference/calendars/business-days.json', import.meta.url), 'utf8'));

const china = businessCalendar({ country: 'CN' });
const america = businessCalendar({ country: 'US' });

function everyDay(from: string, to: string): readonly string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

function works(calendar: BusinessCalendar, date: string): boolean | 'not known' {
  const day = isBusinessDay(calendar, date);
  return day.known ? day.business : 'not known';
}

function reached(calendar: BusinessCalendar, start: string, n: number): string {
  const found = addBusinessDays(calendar, start, n);
  return found.known ? found.date : found.detail;
}

/** A calendar of nothing but its weekend and listed holidays, for the years of the published tables. */
function listed(holidays: readonly string[], weekend: readonly IsoWeekday[] = [6, 7]): BusinessCalendar {
  const closingDays = holidays.map((date) => ({ date, name: 'listed' }));
  const suppliedYears = Array.from({ length: 30 }, (_, index) => 2000 + index);
  return businessCalendar({ country: null, weekend, closingDays, suppliedYears });
}

/** NETWORKDAYS counts both ends, and counts backwards as negative. */
function networkDays(calendar: BusinessCalendar, start: string, end: string): number {
  const forward = businessDaysIn(calendar, start, end);
  const backward = businessDaysIn(calendar, end, start);
  if (!forward.known || !backward.known) throw new Error('not known');
  return end >= start ? forward.days : -backward.days;
}

const WEEKDAYS: readonly IsoWeekday[] = [1, 2, 3, 4, 5, 6, 7];
/** Spreadsheet weekend codes: 1–7 two days from Saturday–Sunday on, 11–17 one day from Sunday on, or a mask from Monday. */
function weekendOfCode(code: number | string): readonly IsoWeekday[] {
  if (typeof code === 'string') return WEEKDAYS.filter((_, index) => code[index] === '1');
  const from = (offset: number) => WEEKDAYS[(offset + 700) % 7] ?? 1;
  return code > 10 ? [from(code - 11 + 6)] : [from(code - 2 + 6), from(code - 1 + 6)];
}

describe('China', () => {
  const off = new Set<string>();
  const work = new Set<string>();
  for (const notice of Object.values(reference.china.years)) {
    for (const holiday of Object.values(notice.holidays)) {
      holiday.off.forEach((day) => off.add(day));
      holiday.work.forEach((day) => work.add(day));
    }
  }

  it('agrees with the notices on every day of 2007 to 2026', () => {
    const wrong = everyDay('2007-01-01', '2026-12-31').filter((date) => {
      const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
      const expected = work.has(date) || (!off.has(date) && weekday !== 0 && weekday !== 6);
      return works(china, date) !== expected;
    });
    expect(wrong).toEqual([]);
  });

  it.each(Object.entries(reference.china.workdays_per_year_computed))('counts the working days of %s', (year, days) => {
    expect(businessDaysIn(china, `${year}-01-01`, `${year}-12-31`)).toEqual({ known: true, days });
  });

  it.each(reference.china.add_business_days_cases_computed.cases)(
    '$start and $business_days business days is $expected',
    ({ start, business_days, expected }) => expect(reached(china, start, business_days)).toBe(expected),
  );

  it('holds the assertions of LKI/chinese-calendar', () => {
    expect(reference.lki_assertions.holidays.map((date) => works(china, date))).toEqual([false, false, false, false]);
    expect(reference.lki_assertions.workdays.map((date) => works(china, date))).toEqual([true, true, true, true, true]);
  });

  it('has 11 weekdays net off until 2024 and 13 from 2025, with the published exceptions', () => {
    const exceptions: Readonly<Record<string, number>> = { 2007: 1, 2011: -1, 2012: 1, 2015: 1, 2020: 2 };
    for (let year = 2007; year <= 2026; year += 1) {
      const net = everyDay(`${year}-01-01`, `${year}-12-31`).reduce((sum, date) => {
        const weekend = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
        if (works(china, date) === false && !weekend) return sum + 1;
        return works(china, date) === true && weekend ? sum - 1 : sum;
      }, 0);
      expect([year, net]).toEqual([year, (year < 2025 ? 11 : 13) + (exceptions[year] ?? 0)]);
    }
  });
});

describe('United States', () => {
  it.each(Object.entries(reference.us_federal.years))('rests on the federal holidays of %s and no other weekday', (year, days) => {
    const restingWeekdays = everyDay(`${year}-01-01`, `${year}-12-31`).filter((date) => {
      const day = isBusinessDay(america, date);
      return day.known && day.kind === 'holiday';
    });
    expect(restingWeekdays).toEqual(days);
    expect(days.map((date) => works(america, date))).toEqual(days.map(() => false));
  });
});

describe('spreadsheet tables', () => {
  it.each(reference.spreadsheet_tables.NETWORKDAYS)('NETWORKDAYS $start $end', ({ start, end, holidays, expected }) => {
    expect(networkDays(listed(holidays), start, end)).toBe(expected);
  });

  it.each(reference.spreadsheet_tables.NETWORKDAYS_INTL)('NETWORKDAYS.INTL $start $end $weekend', ({ start, end, weekend, holidays, expected }) => {
    expect(networkDays(listed(holidays, weekendOfCode(weekend ?? 1)), start, end)).toBe(expected);
  });

  it.each(reference.spreadsheet_tables.WORKDAY)('WORKDAY $start $days', ({ start, days, holidays, expected }) => {
    expect(reached(listed(holidays ?? []), start, days)).toBe(expected);
  });

  it.each(reference.spreadsheet_tables.WORKDAY_INTL.filter((each) => each.expected !== '#NUM!'))(
    'WORKDAY.INTL $start $days $weekend',
    ({ start, days, weekend, expected }) => {
      expect(reached(listed([], weekendOfCode(weekend ?? 1)), start, days)).toBe(expected);
    },
  );

  it('refuses where WORKDAY.INTL answers #NUM!: a weekend that is none, or that is the whole week', () => {
    expect(reference.spreadsheet_tables.WORKDAY_INTL.filter((each) => each.expected === '#NUM!')).toHaveLength(1);
    const nonsense = { country: null, weekend: JSON.parse('[0]') };
    expect(() => businessCalendar(nonsense)).toThrow('/weekend');
    expect(() => businessCalendar({ country: null, weekend: WEEKDAYS })).toThrow('/weekend');
  });
});

describe('NumPy tables', () => {
  const onlyOn = (mask: string | null): readonly IsoWeekday[] => {
    const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
    return mask === null ? [6, 7] : WEEKDAYS.filter((_, index) => names[index] !== mask);
  };

  it.each(reference.numpy_tables.busday_count)('busday_count %s %s %s', (start, end, mask, expected) => {
    expect(networkDays(listed([], onlyOn(mask)), start, addDays(end, -1))).toBe(expected);
  });

  it.each(reference.numpy_tables.busday_offset)('busday_offset %s %i %s %s', (start, offset, roll, mask, expected) => {
    const calendar = listed([], onlyOn(mask));
    const rolled = roll === 'forward' ? reached(calendar, start, 0) : reached(calendar, addDays(start, 1), -1);
    expect(reached(calendar, rolled, offset)).toBe(expected);
  });
});

describe('the laws the reference states', () => {
  const starts = everyDay('2024-01-20', '2024-02-25').concat(everyDay('2025-09-20', '2025-10-15'));
  const numbers = [-7, -3, -1, 0, 1, 2, 5, 9];

  it.each([
    ['CN', china],
    ['US', america],
  ])('%s: monotone, counts back, never lands on an off day', (_, calendar) => {
    for (const [index, start] of starts.entries()) {
      const ends = numbers.map((n) => reached(calendar, start, n));
      expect(ends).toEqual([...ends].sort());
      expect(ends.every((end) => works(calendar, end) === true)).toBe(true);
      const next = starts[index + 1];
      if (next === addDays(start, 1)) numbers.forEach((n, at) => expect(reached(calendar, next, n) >= (ends[at] ?? '')).toBe(true));
      for (const n of numbers.filter((each) => each !== 0)) {
        expect(businessDaysBetween(calendar, start, reached(calendar, start, n))).toEqual({ known: true, days: n });
      }
    }
  });

  it.each([
    ['CN', china],
    ['US', america],
  ])('%s: a then b is a + b from a working day', (_, calendar) => {
    for (const start of starts.filter((date) => works(calendar, date) === true)) {
      for (const [a, b] of [
        [1, 4],
        [3, 3],
        [-2, -5],
        [0, 6],
      ] as const) {
        expect(reached(calendar, reached(calendar, start, a), b)).toBe(reached(calendar, start, a + b));
      }
    }
  });
});
