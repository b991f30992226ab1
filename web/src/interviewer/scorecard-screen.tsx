import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useMe } from '../api/me';
import { asProblem } from '../api/problem';
import { NotFound } from '../app/not-found';
import { type Card, cardQuery, draftQuery, type Kit, kitQuery } from '../scorecard/queries';
import { ScorecardEditor } from '../scorecard/scorecard-editor';
import { SubmittedCard } from '../scorecard/submitted-card';
import { PageHeader } from '../ui/page-header';
import { ProblemAlert } from '../ui/problem-alert';
import { QueryState } from '../ui/query-state';
import { ScreenSkeleton } from '../ui/screen-skeleton';
import { useFormat } from '../ui/use-format';
import { useKeptFocus } from '../ui/use-kept-focus';

/** A card: to be written while it may be, to be read afterwards. */
export function Component() {
  const { cardId = '' } = useParams();
  const card = useQuery(cardQuery(cardId));
  const kit = useQuery(kitQuery(cardId));
  const failed = card.isError ? card : kit.isError ? kit : null;
  if (card.data && kit.data) return <Loaded key={cardId} card={card.data} kit={kit.data} />;
  if (!failed) return <ScreenSkeleton />;
  if (asProblem(failed.error).isAbsent) return <NotFound />;
  return <ProblemAlert problem={failed.error} onRetry={() => void failed.refetch()} />;
}

function Loaded({ card, kit }: { readonly card: Card; readonly kit: Kit }) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const me = useMe().data;
  const draft = useQuery({ ...draftQuery(card.id), enabled: card.abilities.saveDraft });
  const { startsAt } = kit.interview;
  const place = useRef<HTMLDivElement>(null);
  const focus = useKeptFocus(place);
  const isOwn = card.interviewer.id === me?.id;
  return (
    <>
      <PageHeader
        title={kit.candidate.name}
        back={isOwn ? { to: '/interviews', label: t('back') } : undefined}
        aside={
          isOwn ? <Badge color="gray">{t(`status.${card.status}`)}</Badge> : <Badge color="gray">{t('of', { name: card.interviewer.name })}</Badge>
        }
        text={[kit.round.name, kit.job.name, startsAt === null ? t('noTime') : format.dateTime(startsAt)].join(' · ')}
      />
      <div ref={place} tabIndex={-1} style={{ outline: 'none' }} {...focus}>
        {card.abilities.saveDraft && me ? (
          <QueryState query={draft} skeleton={<ScreenSkeleton />}>
            {(data) => <ScorecardEditor userId={me.id} card={card} kit={kit} draft={data} />}
          </QueryState>
        ) : (
          <SubmittedCard card={card} kit={kit} isOwn={isOwn} />
        )}
      </div>
    </>
  );
}
