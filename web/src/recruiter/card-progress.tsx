import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './card-progress.module.css';

interface CardProgressProps {
  readonly cards: { readonly due: number; readonly submitted: number; readonly waived: number };
}

/** A mark for each card: given, waived, still out; and the same in words. */
export function CardProgress({ cards: { due, submitted, waived } }: CardProgressProps) {
  const { t } = useTranslation('recruiter');
  const all = due + submitted + waived;
  if (all === 0) {
    return (
      <Text size="xs" c="dimmed">
        {t('cards.none')}
      </Text>
    );
  }
  const marks = [...Array<string>(submitted).fill('submitted'), ...Array<string>(waived).fill('waived'), ...Array<string>(due).fill('due')];
  const words = [
    t('cards.submitted', { count: submitted }),
    ...(waived > 0 ? [t('cards.waived', { count: waived })] : []),
    ...(due > 0 ? [t('cards.due', { count: due })] : []),
  ];
  return (
    <div className={classes.root}>
      <span className={classes.marks} aria-hidden>
        {marks.slice(0, 16).map((mark, index) => (
          <span key={index} className={classes.mark} data-mark={mark} />
        ))}
      </span>
      <Text span size="xs" c="dimmed" className="numbers">
        {words.join(' · ')}
      </Text>
    </div>
  );
}
