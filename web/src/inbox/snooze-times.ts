import { instantOf, localOf } from '../recruiter/zoned-time';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export type SnoozeChoice = 'hours' | 'tomorrow' | 'monday';
export const SNOOZE_CHOICES: readonly SnoozeChoice[] = ['hours', 'tomorrow', 'monday'];

/** When a notification that is put off comes back: in three hours, or at nine on the person's own clock. ISO time. */
export function snoozeUntil(choice: SnoozeChoice, now: number, timeZone: string): string {
  if (choice === 'hours') return new Date(now + 3 * HOUR).toISOString();
  const today = Date.parse(`${localOf(now, timeZone).slice(0, 10)}T00:00Z`);
  const weekday = new Date(today).getUTCDay();
  const days = choice === 'tomorrow' ? 1 : (8 - weekday) % 7 || 7;
  return instantOf(`${new Date(today + days * DAY).toISOString().slice(0, 10)}T09:00`, timeZone);
}
