import { ActionIcon, Anchor, Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconFlag, IconHistory, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CardContent, Rating } from '../api/card-content';
import { useEvidenceFeedback } from '../feedback/use-evidence-feedback';
import { type CardFrame, CardReading } from '../scorecard/card-reading';
import { type Card, kitQuery } from '../scorecard/queries';
import { useFormat } from '../ui/use-format';
import classes from './card-beside.module.css';
import { ChallengeForm } from './challenge-form';
import { ChallengeThread } from './challenge-thread';
import { challengesQuery } from './queries';
import { type Reading, useRoom } from './room';

interface CardBesideProps {
  readonly reading: Reading;
  readonly onClose: () => void;
}

/** A card in full beside the room; each rating can be questioned where it stands. */
export function CardBeside({ reading, onClose }: CardBesideProps) {
  const { t } = useTranslation('debrief');
  const { cardOf, judged, read } = useRoom();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const card = cardOf(reading.cardId);
  const index = judged.findIndex(({ id }) => id === reading.cardId);
  const step = (by: number) => {
    const other = judged[(index + by + judged.length) % judged.length];
    if (other) read({ cardId: other.id, criterion: reading.criterion });
  };
  return (
    <Stack gap="md">
      <Group justify="space-between" wrap="nowrap" align="flex-start" className={classes.top}>
        <div style={{ minWidth: 0 }}>
          <Title order={2} size="h2" ref={heading} tabIndex={-1} className={classes.heading}>
            {card?.interviewer.name ?? t('beside.nothing')}
          </Title>
          <Text size="sm" c="dimmed">
            {card?.round.name}
          </Text>
        </div>
        <Group gap={2} wrap="nowrap">
          {judged.length > 1 && (
            <>
              <ActionIcon aria-label={t('beside.previous')} onClick={() => step(-1)}>
                <IconArrowLeft size={18} aria-hidden />
              </ActionIcon>
              <ActionIcon aria-label={t('beside.next')} onClick={() => step(1)}>
                <IconArrowRight size={18} aria-hidden />
              </ActionIcon>
            </>
          )}
          <ActionIcon aria-label={t('app:close')} onClick={onClose}>
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      {card && <Facts card={card} />}
      {card?.content ? <Content card={card} content={card.content} criterion={reading.criterion} /> : <Text size="sm">{t('beside.unwritten')}</Text>}
    </Stack>
  );
}

function Facts({ card }: { readonly card: Card }) {
  const { t } = useTranslation('debrief');
  const format = useFormat();
  const revision = card.revision ?? 1;
  return (
    <Group gap={8}>
      {card.submittedAt && (
        <Text size="xs" c="dimmed" title={format.exact(card.submittedAt)}>
          {t('beside.submitted', { when: format.dateTime(card.submittedAt) })}
        </Text>
      )}
      {!card.counts && (
        <Badge size="sm" color="gray">
          {t('heat.notCounted')}
        </Badge>
      )}
      {card.exposed === true && (
        <Badge size="sm" color="amber">
          {t('heat.exposed')}
        </Badge>
      )}
      {revision > 1 && (
        <Anchor component={Link} to={`/scorecards/${card.id}/revisions`} size="xs">
          <IconHistory size={13} aria-hidden style={{ verticalAlign: '-2px' }} /> {t('beside.revisions', { count: revision })}
        </Anchor>
      )}
      {card.abilities.amend && (
        <Anchor component={Link} to={`/scorecards/${card.id}`} size="xs">
          {t('beside.amend')}
        </Anchor>
      )}
    </Group>
  );
}

interface ContentProps {
  readonly card: Card;
  readonly content: CardContent;
  readonly criterion: string | null;
}

function Content({ card, content, criterion }: ContentProps) {
  const { rubric, debrief, userId, criterionName } = useRoom();
  const isMine = card.interviewer.id === userId;
  const feedback = useEvidenceFeedback(debrief.id, { id: card.id, revision: card.revision ?? 0, isMine, criterionName });
  const facts = useQuery(kitQuery(card.id)).data?.round.facts ?? [];
  const frame: CardFrame = {
    scale: rubric.scale,
    criteria: rubric.criteria,
    evidenceForms: rubric.evidenceForms,
    facts,
  };
  return (
    <div>
      <CardReading content={{ ...content, ratings: [] }} frame={frame} />
      {content.ratings.some(({ evidence }) => evidence.length > 0) && <div className={classes.note}>{feedback.note}</div>}
      {content.ratings.map((rating) => (
        <RatingBeside
          key={rating.criterion}
          card={card}
          rating={rating}
          frame={frame}
          isAsked={rating.criterion === criterion}
          below={feedback.below}
        />
      ))}
    </div>
  );
}

interface RatingBesideProps {
  readonly card: Card;
  readonly rating: Rating;
  readonly frame: CardFrame;
  readonly isAsked: boolean;
  readonly below: (criterion: string, item: number) => ReactNode;
}

/** One rating in full, with the questions against it and the way to ask one. */
function RatingBeside({ card, rating, frame, isAsked, below }: RatingBesideProps) {
  const { t } = useTranslation('debrief');
  const { debrief, userId, criterionName } = useRoom();
  const [asking, setAsking] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isAsked) place.current?.scrollIntoView({ block: 'nearest' });
  }, [isAsked]);
  const challenges = (useQuery(challengesQuery(debrief.id)).data ?? []).filter(
    ({ scorecardId, criterion }) => scorecardId === card.id && criterion === rating.criterion,
  );
  const mayAsk =
    debrief.abilities.challenge &&
    card.status === 'submitted' &&
    card.interviewer.id !== userId &&
    !challenges.some(({ status }) => status === 'open');
  return (
    <div ref={place} className={classes.rating} data-asked={isAsked || undefined}>
      <div className={classes.one}>
        <CardReading content={{ verdict: null, summary: '', facts: {}, ratings: [rating] }} frame={frame} below={below} />
      </div>
      {challenges.map((challenge) => (
        <ChallengeThread key={challenge.id} challenge={challenge} />
      ))}
      {asking ? (
        <ChallengeForm cardId={card.id} criterion={rating.criterion} onDone={() => setAsking(false)} />
      ) : (
        mayAsk && (
          <Button
            size="compact-sm"
            variant="subtle"
            mt={6}
            ml={-8}
            leftSection={<IconFlag size={14} aria-hidden />}
            aria-label={t('challenge.openOf', { criterion: criterionName(rating.criterion) })}
            onClick={() => setAsking(true)}
          >
            {t('challenge.open')}
          </Button>
        )
      )}
    </div>
  );
}
