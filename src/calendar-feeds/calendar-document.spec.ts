import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { calendarEntry, type CalendarEntry, type CalendarInterview } from '../domain/calendar/calendar-entry.js';
import { calendarDocument } from './calendar-document.js';

const reference = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../test/reference/text/${name}`, import.meta.url), 'utf8'));
const SAMPLES = reference('rfc5545-samples.json') as { text_escaping_3_3_11: { value: string; encoded: string } };
const NAUGHTY = (reference('naughty-strings.json') as { strings: string[] }).strings;

const ENTRY: CalendarEntry = {
  uid: '11111111-2222-4333-8444-555555555555@plumbline',
  sequence: 3,
  cancelled: false,
  startsAt: new Date('2026-03-29T00:30:00Z'),
  endsAt: new Date('2026-03-29T01:30:00Z'),
  timeZone: 'Europe/Berlin',
  stamp: new Date('2026-03-04T12:00:00Z'),
  summary: 'Interview: Casey (Screen)',
  location: '',
  description: 'Job',
  url: 'http://localhost:3000/interviews/1',
};

const written = (change: Partial<CalendarEntry> = {}, cancels = false) =>
  calendarDocument({ name: null, sender: 'Plumbline <plumbline@example.test>', entries: [{ ...ENTRY, ...change }], cancels });
const lines = (text: string) => text.split('\r\n');
const unfolded = (text: string) => lines(text.replace(/\r\n[ \t]/g, ''));

function event(text: string): ICAL.Event {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const component = calendar.getFirstSubcomponent('vevent');
  if (!component) throw new Error('no VEVENT');
  return new ICAL.Event(component);
}

describe('a calendar file', () => {
  it('holds what RFC 5545 and 5546 ask for, and no alarm', () => {
    const all = unfolded(written());
    expect(all.slice(0, 3)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Plumbline//Plumbline//EN']);
    for (const line of [
      'METHOD:PUBLISH',
      'UID:11111111-2222-4333-8444-555555555555@plumbline',
      'SEQUENCE:3',
      'DTSTAMP:20260304T120000Z',
      'DTSTART;TZID=Europe/Berlin:20260329T013000',
      'DTEND;TZID=Europe/Berlin:20260329T033000',
      'STATUS:CONFIRMED',
      'ORGANIZER;CN="Plumbline":mailto:plumbline@example.test',
      'TZID:Europe/Berlin',
    ])
      expect(all).toContain(line);
    expect(all.join()).not.toMatch(/VALARM|ATTENDEE/);
    expect(unfolded(written({ cancelled: true }, true))).toEqual(expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED']));
    expect(unfolded(written({ timeZone: 'UTC' }))).toContain('DTSTART:20260329T003000Z');
  });

  it('is read by two parsers as the same hour, across the change of the clocks', () => {
    const read = event(written());
    expect([read.uid, read.sequence, read.startDate.toJSDate().toISOString(), read.endDate.toJSDate().toISOString()]).toEqual([
      ENTRY.uid,
      3,
      '2026-03-29T00:30:00.000Z',
      '2026-03-29T01:30:00.000Z',
    ]);
    const other = Object.values(nodeIcal.sync.parseICS(written())).find((one) => one?.type === 'VEVENT');
    expect(other).toMatchObject({ uid: ENTRY.uid, status: 'CONFIRMED', summary: ENTRY.summary });
    expect(other && 'start' in other && new Date(other.start as Date).toISOString()).toBe('2026-03-29T00:30:00.000Z');
  });

  it('escapes text as RFC 5545 does', () => {
    const { value, encoded } = SAMPLES.text_escaping_3_3_11;
    expect(unfolded(written({ description: value }))).toContain(`DESCRIPTION:${encoded}`);
    expect(unfolded(written({ summary: 'a\\b;c,d:e"f' }))).toContain('SUMMARY:a\\\\b\\;c\\,d:e"f');
  });

  it('folds on octets, never inside a character', () => {
    const long = `${'é'.repeat(60)}${'🧑‍💻'.repeat(30)}${'漢字'.repeat(40)}`;
    const text = written({ summary: long });
    expect(Math.max(...lines(text).map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(text).not.toContain('\ufffd');
    expect(event(text).summary).toBe(long);
  });

  it('keeps every awkward name a text: no new line of the file can be made with one', () => {
    const plain = unfolded(written()).length;
    for (const name of [...NAUGHTY, 'Lee\r\nATTENDEE:mailto:evil@example.test', 'Lee\rEND:VEVENT', 'Lee, Ann; "A\\B"\u0007', 'tab\tbed']) {
      const interview = {
        ...{
          id: '1',
          status: 'scheduled' as const,
          startsAt: ENTRY.startsAt,
          endsAt: ENTRY.endsAt,
          timeZone: 'Asia/Shanghai',
          location: name,
          sequence: 0,
        },
        ...{ toldAt: ENTRY.stamp, candidateName: name, jobTitle: name, roundName: name, panel: [name] },
      } satisfies CalendarInterview;
      const entry = calendarEntry(interview, 'en', 'http://localhost');
      const text = calendarDocument({ name, sender: 'x@example.test', entries: [entry], cancels: false });
      expect(unfolded(text).filter((line) => /^(ATTENDEE|BEGIN:VEVENT|END:VEVENT)/.test(line))).toEqual(['BEGIN:VEVENT', 'END:VEVENT']);
      expect(unfolded(text).length - plain).toBeLessThanOrEqual(8);
      const read = event(text);
      expect([read.summary, read.description, read.location ?? '']).toEqual([entry.summary, entry.description, entry.location]);
    }
  });
});
