import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** `CN` as people call it; of a subdivision (`US-CA`) the country, and its code behind it. */
export function useCountryName(): (code: string) => string {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const names = new Intl.DisplayNames(i18n.language, { type: 'region', fallback: 'code' });
    return (code) => {
      const [country = '', ...rest] = code.split('-');
      if (!/^[A-Z]{2}$/.test(country)) return code;
      return [names.of(country) ?? country, ...rest].join(' · ');
    };
  }, [i18n.language]);
}
