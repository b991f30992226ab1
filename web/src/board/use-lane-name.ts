import { useTranslation } from 'react-i18next';

/** A column in words: a round by its name in the plan, its key where it has none. */
export function useLaneName(): (column: string, roundName: string | null) => string {
  const { t } = useTranslation('board');
  return (column, roundName) => (column.startsWith('round:') ? (roundName ?? column.slice('round:'.length)) : t(`lane.name.${column}`));
}
