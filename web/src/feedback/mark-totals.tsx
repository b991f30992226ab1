import { IconMessages } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './feedback.module.css';
import { MARKS, type MarkTotals as Totals } from './queries';

/** What colleagues made of a piece of my evidence: how many, never who. */
export function MarkTotals({ counts }: Pick<Totals, 'counts'>) {
  const { t } = useTranslation('feedback');
  const given = MARKS.reduce((sum, mark) => sum + counts[mark], 0);
  const parts = MARKS.filter((mark) => counts[mark] > 0).map((mark) => t(`totals.${mark}`, { count: counts[mark] }));
  return (
    <p className={classes.totals}>
      <IconMessages size={15} aria-hidden />
      <span>{t('totals.said', { count: given, parts: parts.join(t('totals.between')) })}</span>
    </p>
  );
}
