import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

export interface MoneyWords {
  /** US$205,000 */
  readonly money: (amount: string, currency: string) => string;
  /** US$205K, for axes */
  readonly short: (amount: number, currency: string) => string;
  /** +US$5,000 */
  readonly difference: (amount: string, currency: string) => string;
  readonly figure: (amount: string) => string;
}

/** Amounts in the person's language. They are shown here and never computed with: that is the server's. */
export function useMoney(): MoneyWords {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const words = (currency: string, options: Intl.NumberFormatOptions) => {
      try {
        return new Intl.NumberFormat(i18n.language, { style: 'currency', currency, minimumFractionDigits: 0, ...options });
      } catch {
        return new Intl.NumberFormat(i18n.language, options);
      }
    };
    return {
      money: (amount, currency) => words(currency, {}).format(Number(amount)),
      short: (amount, currency) => words(currency, { notation: 'compact', maximumFractionDigits: 1 }).format(amount),
      difference: (amount, currency) => words(currency, { signDisplay: 'exceptZero' }).format(Number(amount)),
      figure: (amount) => new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 8 }).format(Number(amount)),
    };
  }, [i18n.language]);
}
