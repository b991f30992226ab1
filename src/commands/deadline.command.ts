import type { Command } from 'commander';
import { businessCalendar } from '../domain/timeline/business-calendar.js';
import { addBusinessDays, type BusinessDayReached } from '../domain/timeline/business-days.js';
import { closeOfDay } from '../domain/timeline/due-at.js';
import { ianaZone, isLocalDate, localDate, localDateOf } from '../domain/timeline/local-date.js';
import { Refusal } from '../domain/refusal.js';
import { failInput, printJson, printTable, printText, runCommand } from './command-io.js';

interface DeadlineOptions {
  readonly add: string;
  readonly calendar: string;
  readonly zone?: string;
  readonly json?: boolean;
}

/** `plumbline deadline START --add N --calendar US|CN|… [--zone Z] [--json]`. */
export function registerDeadline(program: Command): void {
  program
    .command('deadline')
    .description('the N-th business day after a date or time, with the days skipped and why')
    .argument('<start>', 'ISO 8601 date or time; without an offset a time is local to the zone')
    .requiredOption('--add <n>', 'business days to add; negative counts back')
    .requiredOption('--calendar <code>', 'country or subdivision: US, CN, DE, DE-BY, …')
    .option('--zone <zone>', 'IANA time zone in which day 0 and 18:00 are read')
    .option('--json', 'one JSON document')
    .action(runCommand((start: string, options: DeadlineOptions) => printDeadline(start, options)));
}

function wholeNumber(text: string): number {
  if (/^[+-]?\d{1,5}$/.test(text)) return Number(text);
  return failInput('deadline', null, '--add', `"${text}" is not a whole number`);
}

function printDeadline(start: string, options: DeadlineOptions): void {
  const answer = refusedAsBadInput(() => deadline(start, options));
  if (options.json) printJson(answer);
  else if (!answer.known) printText(`Not known. ${answer.detail}`);
  else printReadable(answer);
}

const FIELDS: ReadonlyMap<string, string> = new Map([
  ['/start', 'START'],
  ['/add', '--add'],
  ['/country', '--calendar'],
  ['/zone', '--zone'],
]);

/** A refusal of the domain is bad input here; its field is named once. */
function refusedAsBadInput<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const fault = error.faults[0];
    return failInput('deadline', null, FIELDS.get(fault?.pointer ?? '') ?? '', fault?.detail ?? error.message);
  }
}

function deadline(start: string, { add: count, calendar: country, zone }: DeadlineOptions) {
  const add = wholeNumber(count);
  const calendar = businessCalendar({ country, zone: zone ?? null });
  const day0 = startDate(start, zone ?? null);
  const asked = { start, day0, add, calendar: calendar.id, zone: zone ?? null };
  const reached = addBusinessDays(calendar, day0, add);
  if (!reached.known) return { ...asked, ...reached };
  const due = zone ? closeOfDay(reached.date, zone) : null;
  return { ...asked, ...reached, dueAt: due?.at ?? null, dueLocal: due?.local ?? `${reached.date}T18:00:00` };
}

/** Day 0: an instant is read in the zone; without a zone the date is the one written. */
function startDate(start: string, zone: string | null): string {
  if (isLocalDate(start)) return start;
  const [date = '', time] = start.split('T');
  if (time === undefined || !/^\d{2}:\d{2}/.test(time)) return localDate(start, '/start');
  const hasOffset = /(Z|[+-]\d{2}(:?\d{2})?)$/.test(time);
  const instantZone = hasOffset && zone ? ianaZone(zone, '/zone') : 'UTC';
  const inZone = localDateOf(hasOffset ? start : `${start}Z`, instantZone, '/start');
  return hasOffset && zone ? inZone : localDate(date, '/start');
}

function printReadable(answer: BusinessDayReached & { readonly dueLocal: string; readonly zone: string | null }): void {
  const place = answer.zone ? ` (${answer.zone})` : ' local time';
  printText(`${answer.date}, due ${answer.dueLocal}${place}`);
  if (answer.skipped.length > 0) {
    printText('');
    printTable([['skipped', 'reason'], ...answer.skipped.map(({ date, reason }) => [date, reason])]);
  }
  if (answer.madeUp.length > 0) {
    printText('');
    printTable([['worked', 'reason'], ...answer.madeUp.map(({ date, reason }) => [date, reason])]);
  }
}
