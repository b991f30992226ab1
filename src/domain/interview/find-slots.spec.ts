import fc from 'fast-check';
import { DateTime } from 'luxon';
import { findSlots, type SlotSearch } from './find-slots.js';
import { intersected, type Interval, merged, overlap, without } from './intervals.js';
import { candidateWarnings, inCandidateHours, personWarnings } from './slot-warnings.js';
import { freeTime, type PersonTime, workingTime } from './working-time.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const iso = (at: number) => new Date(at).toISOString();
const at = (text: string) => Date.parse(text);
const nobodyElse = { zone: 'UTC', busy: [], noticeHours: 48 };
const person = (change: Partial<PersonTime> = {}): PersonTime => ({
  userId: 'u',
  zone: 'UTC',
  country: 'US',
  hours: [],
  absences: [],
  busy: [],
  ...change,
});

/** Sets of small numbers, the plain way. */
const points = (intervals: readonly Interval[]) => {
  const set = new Set<number>();
  for (const { from, to } of intervals) for (let point = from; point < to; point++) set.add(point);
  return [...set].sort((one, other) => one - other);
};
const stretches = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 9 })).map(([from, length]) => ({ from, to: from + length })),
  { maxLength: 8 },
);

describe('stretches of time', () => {
  it('are sets: what holds for their points holds for them', () => {
    fc.assert(
      fc.property(stretches, stretches, (left, right) => {
        const [one, other] = [points(left), new Set(points(right))];
        expect(points(merged(left))).toEqual(one);
        expect(points(intersected(merged(left), merged(right)))).toEqual(one.filter((point) => other.has(point)));
        expect(points(without(merged(left), right))).toEqual(one.filter((point) => !other.has(point)));
        for (const union of [merged(left), intersected(merged(left), merged(right)), without(merged(left), right)])
          union.slice(1).forEach((next, index) => expect(next.from).toBeGreaterThan(union[index]?.to ?? Infinity));
      }),
      { numRuns: 500 },
    );
  });
});

/** Zones on both sides of the date line, with half hours and with clocks that change; hours keep away from the hour that comes twice. */
const ZONES = ['UTC', 'America/Los_Angeles', 'Asia/Shanghai', 'Asia/Kathmandu', 'Europe/Berlin', 'Pacific/Auckland', 'Pacific/Honolulu'];
const COUNTRIES = ['US', 'CN', 'DE', 'ZZ'];
const clock = (minutes: number) =>
  minutes === 1440 ? '24:00' : `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const window = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 60 })).map(([day, hours]) => {
  const from = at('2026-01-01T07:20:00Z') + day * DAY;
  return { from, to: from + hours * HOUR };
});
const hoursOfWeek = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 20, max: 90 }), fc.integer({ min: 1, max: 30 }))
    .map(([weekday, from, length]) => ({ weekday, from: clock(from * 15), to: clock(Math.min(from * 15 + length * 15, 1440)) })),
  { maxLength: 8 },
);
const people = (span: Interval) =>
  fc.array(
    fc.record({
      userId: fc.constantFrom('a', 'b'),
      zone: fc.constantFrom(...ZONES),
      country: fc.constantFrom(...COUNTRIES),
      hours: hoursOfWeek,
      absences: fc.array(
        fc.integer({ min: -1, max: 3 }).map((days) => {
          const date = iso(span.from + days * DAY).slice(0, 10);
          return { from: date, to: date };
        }),
        { maxLength: 1 },
      ),
      busy: busyIn(span),
    }),
    { minLength: 1, maxLength: 3 },
  );
const busyIn = (span: Interval) =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -120, max: (span.to - span.from) / MINUTE }), fc.integer({ min: 5, max: 180 }))
      .map(([from, length]) => ({ from: span.from + from * MINUTE, to: span.from + (from + length) * MINUTE })),
    { maxLength: 4 },
  );
const searches: fc.Arbitrary<SlotSearch> = window.chain((span) =>
  fc.record({
    window: fc.constant(span),
    minutes: fc.constantFrom(15, 45, 60, 90),
    stepMinutes: fc.constantFrom(15, 30, 60),
    people: people(span),
    candidate: fc.record({ zone: fc.constantFrom(...ZONES), busy: busyIn(span), noticeHours: fc.constantFrom(0, 48) }),
    now: fc.integer({ min: -72, max: 24 }).map((hours) => span.from + hours * HOUR),
    limit: fc.constant(10_000),
  }),
);

/** Minute by minute on the wall clock, without a thought of intervals. */
function worksAt(instant: number, one: PersonTime): boolean {
  const local = DateTime.fromMillis(instant, { zone: one.zone });
  const time = local.toFormat('HH:mm');
  return one.hours.some(({ weekday, from, to }) => weekday === local.weekday && from <= time && time < to);
}

describe('times a panel has', () => {
  it('are exactly those against which nothing stands', () => {
    fc.assert(
      fc.property(searches, (search) => {
        const found = new Set(findSlots(search).slots.map((slot) => slot.from));
        const step = search.stepMinutes * MINUTE;
        const first = Math.ceil(Math.max(search.window.from, search.now) / step) * step;
        for (let from = first; from < search.window.to; from += step) {
          const slot = { from, to: from + search.minutes * MINUTE };
          const free =
            slot.to <= search.window.to &&
            search.people.every((one) => personWarnings(slot, one).length === 0) &&
            !search.candidate.busy.some((one) => overlap(one, slot));
          if (free !== found.has(from)) expect({ slot: [iso(slot.from), iso(slot.to)], free }).toEqual({ found: found.has(from) });
        }
        for (const start of found) expect(start % step === 0 && start >= first && start < search.window.to).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('lie inside everybody’s stated hours on their own wall clock, minute by minute', () => {
    fc.assert(
      fc.property(searches, (search) => {
        const { slots } = findSlots(search);
        for (const slot of slots.slice(0, 3))
          for (const one of search.people.filter(({ hours }) => hours.length > 0))
            for (let minute = slot.from; minute < slot.to; minute += 5 * MINUTE) expect(worksAt(minute, one)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('are cut off at the limit, and say so', () => {
    const search = { window: { from: at('2026-03-09T00:00:00Z'), to: at('2026-03-10T00:00:00Z') }, minutes: 60, stepMinutes: 30, people: [person()] };
    const whole = findSlots({ ...search, candidate: nobodyElse, now: 0, limit: 17 });
    expect([whole.slots.length, whole.more]).toEqual([17, false]);
    expect(findSlots({ ...search, candidate: nobodyElse, now: 0, limit: 16 }).more).toBe(true);
  });
});

describe('working time', () => {
  const monday = [{ weekday: 7, from: '01:00', to: '04:00' }];
  const window = (day: string) => ({ from: at(`${day}T00:00:00Z`), to: at(`${day}T23:59:00Z`) });

  it('has no hour that the clocks left out, and counts the one that comes twice from its first', () => {
    const berlin = person({ zone: 'Europe/Berlin', country: 'DE', hours: monday });
    expect(
      workingTime(berlin, { from: at('2026-03-29T00:30:00Z'), to: at('2026-03-29T01:00:00Z') }).map((one) => (one.to - one.from) / HOUR),
    ).toEqual([2]);
    expect(
      workingTime(berlin, { from: at('2026-10-25T00:30:00Z'), to: at('2026-10-25T01:00:00Z') }).map((one) => (one.to - one.from) / HOUR),
    ).toEqual([4]);
  });

  it('without stated hours is nine to six on business days, make-up days included', () => {
    const span = (one: PersonTime, day: string) => workingTime(one, window(day)).map(({ from, to }) => [iso(from), iso(to)]);
    expect(span(person(), '2026-03-09')).toEqual([['2026-03-09T09:00:00.000Z', '2026-03-09T18:00:00.000Z']]);
    expect(span(person(), '2026-03-08')).toEqual([]);
    expect(span(person({ country: 'CN' }), '2026-10-01')).toEqual([]);
    expect(span(person({ country: 'CN' }), '2026-10-10')).toHaveLength(1);
  });

  it('loses days away and other interviews', () => {
    const away = person({ absences: [{ from: '2026-03-09', to: '2026-03-10' }] });
    expect(freeTime(away, window('2026-03-09'))).toEqual([]);
    const busy = person({ busy: [{ from: at('2026-03-09T08:00:00Z'), to: at('2026-03-09T17:00:00Z') }] });
    expect(freeTime(busy, window('2026-03-09')).map(({ from }) => iso(from))).toEqual(['2026-03-09T17:00:00.000Z']);
  });
});

describe('what is said of a time', () => {
  const slot = (from: string, hours = 1) => ({ from: at(from), to: at(from) + hours * HOUR });
  const codes = (one: PersonTime, when: Interval) => personWarnings(when, one).map((warning) => warning.code);

  it('names each reason once, the strongest of those about the day alone', () => {
    expect(codes(person(), slot('2026-03-09T10:00:00Z'))).toEqual([]);
    expect(codes(person(), slot('2026-03-09T17:30:00Z'))).toEqual(['outside_hours']);
    expect(codes(person(), slot('2026-03-08T10:00:00Z'))).toEqual(['day_off']);
    expect(codes(person({ country: 'CN', zone: 'Asia/Shanghai' }), slot('2026-10-01T02:00:00Z'))).toEqual(['day_off']);
    expect(codes(person({ hours: [{ weekday: 7, from: '09:00', to: '12:00' }] }), slot('2026-03-08T10:00:00Z'))).toEqual([]);
    const busy = [slot('2026-03-09T09:30:00Z'), slot('2026-03-09T11:00:00Z')];
    expect(codes(person({ busy, absences: [{ from: '2026-03-09', to: '2026-03-09' }] }), slot('2026-03-09T10:00:00Z', 2))).toEqual([
      'overlap',
      'overlap',
      'absent',
    ]);
    // What ends as the other begins does not overlap.
    expect(codes(person({ busy }), slot('2026-03-09T10:30:00Z', 0.5))).toEqual([]);
  });

  it('counts notice in hours, also across a change of the clocks', () => {
    const candidate = { zone: 'America/New_York', busy: [], noticeHours: 48 };
    const monday = slot('2026-03-09T15:00:00Z');
    const said = (now: string) => candidateWarnings(monday, candidate, at(now)).map((warning) => warning.code);
    expect(said('2026-03-07T15:00:00Z')).toEqual([]);
    expect(said('2026-03-07T15:00:01Z')).toEqual(['short_notice']);
    expect(said('2026-03-10T15:00:00Z')).toEqual([]);
  });

  it('keeps the candidate’s night free, of one day', () => {
    expect(inCandidateHours(slot('2026-03-09T00:00:00Z', 12), 'Asia/Shanghai')).toBe(true);
    expect(inCandidateHours(slot('2026-03-09T00:00:00Z', 12.5), 'Asia/Shanghai')).toBe(false);
    expect(inCandidateHours(slot('2026-03-08T23:30:00Z'), 'Asia/Shanghai')).toBe(false);
    expect(inCandidateHours(slot('2026-03-09T11:00:00Z', 24), 'Asia/Shanghai')).toBe(false);
  });
});
