import ICAL from 'ical.js';
import { DateTime } from 'luxon';
import { offsetChanges, vtimezone } from './vtimezone.js';

/** A reader's idea of a zone, made from the text alone. */
function zoneOf(text: string): ICAL.Timezone {
  const calendar = new ICAL.Component(ICAL.parse(`BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${text}\r\nEND:VCALENDAR`));
  const component = calendar.getFirstSubcomponent('vtimezone');
  if (!component) throw new Error('no VTIMEZONE');
  return new ICAL.Timezone(component);
}

const ODD = [
  'Africa/Casablanca',
  'Africa/Cairo',
  'America/Asuncion',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Antarctica/Troll',
  'Asia/Almaty',
  'Asia/Kathmandu',
  'Asia/Shanghai',
  'Asia/Tehran',
  'Australia/Lord_Howe',
  'Europe/Dublin',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
];

describe('a VTIMEZONE', () => {
  it.each([...new Set([...ODD, ...Intl.supportedValuesOf('timeZone')])].map((zone) => [zone]))(
    'of %s gives every local time the same instant',
    (zone) => {
      const read = zoneOf(vtimezone(zone, 2026, 2027));
      const step = ODD.includes(zone) ? 6 : 24 * 5;
      for (let at = DateTime.fromISO('2025-12-31T20:00:00Z', { zone }); at.toUTC().year < 2028; at = at.plus({ hours: step })) {
        const { year, month, day, hour, minute } = at;
        // A local time that comes twice belongs to its first coming.
        if (DateTime.fromObject({ year, month, day, hour, minute }, { zone }).toMillis() !== at.toMillis()) continue;
        const seen = new ICAL.Time({ year, month, day, hour, minute, second: 0, isDate: false }, read).toUnixTime() * 1000;
        if (seen !== at.toMillis()) expect({ zone, at: at.toISO(), seen: new Date(seen).toISOString() }).toBe('the same instant');
      }
    },
  );

  it('has one observance for each change of the clocks, at the local time before it', () => {
    expect(
      vtimezone('America/New_York', 2026, 2026)
        .split('\r\n')
        .filter((line) => line.startsWith('DTSTART')),
    ).toEqual([
      'DTSTART:20241231T190000',
      'DTSTART:20250309T020000',
      'DTSTART:20251102T020000',
      'DTSTART:20260308T020000',
      'DTSTART:20261101T020000',
      'DTSTART:20270314T020000',
      'DTSTART:20271107T020000',
    ]);
    expect(vtimezone('Asia/Shanghai', 2026, 2026)).toBe(
      'BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\nBEGIN:STANDARD\r\nDTSTART:20250101T080000\r\nTZOFFSETFROM:+0800\r\nTZOFFSETTO:+0800\r\nEND:STANDARD\r\nEND:VTIMEZONE',
    );
  });

  it('knows the changes of a zone to the second', () => {
    expect(offsetChanges('Australia/Lord_Howe', Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1))).toEqual([
      { at: Date.parse('2026-04-04T15:00:00Z'), before: 660, after: 630 },
      { at: Date.parse('2026-10-03T15:30:00Z'), before: 630, after: 660 },
    ]);
  });
});
