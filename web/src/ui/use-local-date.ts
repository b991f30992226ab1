import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

export interface LocalDateWords {
  /** Wed 4 Mar, or with the year where it is not the present one. */
  readonly day: (date: string) => string;
  /** 4 Mar */
  readonly short: (date: string) => string;
  readonly weekday: (date: string) => string;
}

/** Dates without a time (`2026-03-04`): the same day wherever it is read. */
export function useLocalDate(): LocalDateWords {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const words = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(i18n.language, { timeZone: 'UTC', ...options });
    const near = words({ weekday: 'short', day: 'numeric', month: 'short' });
    const far = words({ day: 'numeric', month: 'short', year: 'numeric' });
    const short = words({ day: 'numeric', month: 'short' });
    const weekday = words({ weekday: 'long' });
    const at = (date: string) => new Date(`${date}T00:00:00Z`);
    const thisYear = String(new Date().getFullYear());
    return {
      day: (date) => (date.startsWith(thisYear) ? near : far).format(at(date)),
      short: (date) => short.format(at(date)),
      weekday: (date) => weekday.format(at(date)),
    };
  }, [i18n.language]);
}
