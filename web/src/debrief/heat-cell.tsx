import { IconFlagFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Card } from '../scorecard/queries';
import classes from './heat-map.module.css';
import { useRoom } from './room';

interface HeatCellProps {
  readonly card: Card;
  readonly criterion: string;
  readonly isChallenged: boolean;
}

/** One rating: the level, and the way to read it in full. */
export function HeatCell({ card, criterion, isChallenged }: HeatCellProps) {
  const { t } = useTranslation('debrief');
  const { rubric, reading, read, criterionName, levelText } = useRoom();
  const rating = card.content?.ratings.find((one) => one.criterion === criterion);
  if (!rating) return <td className={classes.none} />;
  const isRated = typeof rating.level === 'number';
  const isOpen = reading?.cardId === card.id && reading.criterion === criterion;
  const words = [
    t('heat.cell', {
      criterion: criterionName(criterion),
      name: card.interviewer.name,
      level: isRated ? levelText(rating.level ?? 0) : t('heat.notAssessed'),
    }),
    ...(rating.confidence === 'low' ? [t('heat.unsure')] : []),
    ...(isChallenged ? [t('heat.challenged')] : []),
  ].join(', ');
  const x = isRated && rubric.scale.levels > 1 ? ((rating.level ?? 1) - 1) / (rubric.scale.levels - 1) : 0;
  return (
    <td className={classes.cell}>
      <button
        type="button"
        className={classes.level}
        data-empty={!isRated || undefined}
        data-unsure={rating.confidence === 'low' || undefined}
        aria-pressed={isOpen}
        aria-label={words}
        title={words}
        style={{ '--x': x }}
        onClick={() => read({ cardId: card.id, criterion })}
      >
        {isRated ? rating.level : '–'}
        {isChallenged && <IconFlagFilled size={11} className={classes.flag} aria-hidden />}
      </button>
    </td>
  );
}
