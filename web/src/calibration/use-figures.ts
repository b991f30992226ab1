import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';

/** Figures as the tables write them: two decimals, a dash for what cannot be computed. */
export function useFigures() {
  const { t } = useTranslation('calibration');
  const format = useFormat();
  const number = (value: number | null) => (value === null ? '–' : format.number(Math.round(value * 100) / 100));
  const signed = (value: number | null) => (value !== null && Math.round(value * 100) > 0 ? `+${number(value)}` : number(value));
  return {
    number,
    signed,
    share: (value: number | null) => (value === null ? '–' : format.percent(value)),
    between: (ends: readonly number[] | null, write = number) =>
      ends === null ? '–' : t('between', { low: write(ends[0] ?? null), high: write(ends[1] ?? null) }),
  };
}
