import type { Fragment } from '../platform/statement.js';

/**
 * The calendar a job (`j`) or a user (`u`) of a statement follows, as a `CalendarSpec` without its zone: the one they name, else the organisation's for
 * their country; null where neither is.
 */
export const followedCalendar = (owner: 'j' | 'u'): Fragment => ({
  fragment: true,
  text: `(select json_build_object('country', k.country, 'weekend', k.weekend, 'closingDays', k.closing_days, 'workingDays', k.working_days,
      'suppliedYears', k.supplied_years)
    from calendars k where k.archived_at is null and (k.id = ${owner}.calendar_id or ${owner}.calendar_id is null and k.for_country and k.country = ${owner}.country)
    limit 1)`,
});
