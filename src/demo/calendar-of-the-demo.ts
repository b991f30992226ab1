/** Days of the demo's past, counted back from today in weekdays, at an hour of the day in UTC. */
export function weekday(today: Date, daysAgo: number, hour: number): Date {
  const day = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate(), hour));
  const step = daysAgo >= 0 ? -1 : 1;
  for (let left = Math.abs(daysAgo); left > 0;) {
    day.setUTCDate(day.getUTCDate() + step);
    if (isWeekday(day)) left -= 1;
  }
  while (!isWeekday(day)) day.setUTCDate(day.getUTCDate() + step);
  return day;
}

function isWeekday(day: Date): boolean {
  return day.getUTCDay() !== 0 && day.getUTCDay() !== 6;
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
