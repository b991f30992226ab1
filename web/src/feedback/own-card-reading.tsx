import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CardContent } from '../api/card-content';
import { applicationQuery } from '../recruiter/queries';
import { type CardFrame, CardReading } from '../scorecard/card-reading';
import classes from './feedback.module.css';
import { MarkTotals } from './mark-totals';
import { feedbackQuery, isAt } from './queries';

interface OwnCardReadingProps {
  readonly card: { readonly id: string; readonly applicationId: string; readonly revision?: number | null };
  readonly content: CardContent;
  readonly frame: CardFrame;
}

/** My own card, with what colleagues made of its evidence where enough of them have marked it. */
export function OwnCardReading({ card, content, frame }: OwnCardReadingProps) {
  const { t } = useTranslation('feedback');
  const debriefId = useQuery(applicationQuery(card.applicationId)).data?.debriefId;
  const feedback = useQuery({ ...feedbackQuery(debriefId ?? ''), enabled: debriefId !== undefined }).data;
  const totals = (feedback?.onYourCards ?? []).filter(({ scorecardId, revision }) => scorecardId === card.id && revision === card.revision);
  const below = (criterion: string, item: number) => {
    const found = totals.find((one) => isAt(one, { scorecardId: card.id, revision: card.revision ?? 0, criterion, item }));
    return found && <MarkTotals counts={found.counts} />;
  };
  return (
    <>
      {feedback && totals.length > 0 && <p className={classes.note}>{t('note.own', { fewest: feedback.fewestForTotals })}</p>}
      <CardReading content={content} frame={frame} below={below} />
    </>
  );
}
