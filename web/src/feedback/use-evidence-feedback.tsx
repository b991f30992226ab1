import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './feedback.module.css';
import { MarkChoice } from './mark-choice';
import { MarkTotals } from './mark-totals';
import { isAt } from './queries';
import { useMarking } from './use-marking';

interface ReadCard {
  readonly id: string;
  readonly revision: number;
  readonly isMine: boolean;
  readonly criterionName: (key: string) => string;
}

interface CardFeedback {
  /** What the marks are for, once above the card. */
  readonly note: ReactNode;
  /** Below a piece of evidence: the choice on another's card, the totals on one's own. */
  readonly below: (criterion: string, item: number) => ReactNode;
}

/** What a reader of a card has to do with its evidence: to mark it, or to learn from the marks of others. The server says which. */
export function useEvidenceFeedback(debriefId: string, { id, revision, isMine, criterionName }: ReadCard): CardFeedback {
  const { t } = useTranslation('feedback');
  const { feedback, mark, done } = useMarking(debriefId);
  if (!feedback) return { note: null, below: () => null };
  const { mine, onYourCards, markable, fewestForTotals } = feedback;
  const isMarkable = markable.some((card) => card.scorecardId === id && card.revision === revision);
  const nameOf = (criterion: string, item: number) => t('choice.evidence', { number: item + 1, criterion: criterionName(criterion) });
  const said = () => {
    if (!done || done.scorecardId !== id) return '';
    const of = nameOf(done.criterion, done.item);
    return done.mark === null ? t('done.takenBack', { of }) : t('done.marked', { mark: t(`mark.${done.mark}`), of });
  };
  return {
    note: (
      <>
        {(isMarkable || isMine) && <p className={classes.note}>{t(isMine ? 'note.own' : 'note.mark', { fewest: fewestForTotals })}</p>}
        <VisuallyHidden role="status">{said()}</VisuallyHidden>
      </>
    ),
    below: (criterion, item) => {
      const place = { scorecardId: id, revision, criterion, item };
      const totals = onYourCards.find((one) => isAt(one, place));
      if (totals) return <MarkTotals counts={totals.counts} />;
      const own = mine.find((one) => isAt(one, place))?.mark ?? null;
      if (!isMarkable) return own && <p className={classes.note}>{t('choice.mine', { mark: t(`mark.${own}`) })}</p>;
      return <MarkChoice of={nameOf(criterion, item)} mine={own} onMark={(chosen) => mark({ ...place, mark: chosen })} />;
    },
  };
}
