import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Names of the days of the week, Monday first. */
export function useWeekdays(): readonly string[] {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' });
    // 1 January 2024 was a Monday.
    return Array.from({ length: 7 }, (_, index) => format.format(Date.UTC(2024, 0, 1 + index)));
  }, [i18n.language]);
}
