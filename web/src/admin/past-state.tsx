import { Badge, Button, Group, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardContent } from '../api/card-content';
import { asProblem } from '../api/problem';
import { instantOf, localOf } from '../recruiter/zoned-time';
import { CardReading } from '../scorecard/card-reading';
import { type Kit, kitQuery } from '../scorecard/queries';
import { useFrame } from '../scorecard/submitted-card';
import { ProblemAlert } from '../ui/problem-alert';
import { QueryState } from '../ui/query-state';
import { useFormat } from '../ui/use-format';
import classes from './history.module.css';
import { type PastCard, type PastKind, type PastState as State, pastStateQuery } from './queries';

interface PastStateProps {
  readonly kind: PastKind;
  readonly id: string;
  /** Where the looking begins: what happened at that very moment counts. */
  readonly at: string;
}

/** A scorecard, or a debrief with its cards, as it stood at the time of an event, or at any other time one asks for. */
export function PastState({ kind, id, at: atEvent }: PastStateProps) {
  // All that is said below comes at once, so that nothing blinks once the focus is here.
  const { t } = useTranslation(['admin', 'debrief', 'scorecard']);
  const format = useFormat();
  const [at, setAt] = useState(atEvent);
  const [typed, setTyped] = useState(() => localOf(atEvent, format.timeZone));
  const [isUnread, setUnread] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  const state = useQuery(pastStateQuery(kind, id, at));
  const look = () => {
    // A field holds whole minutes: the event's own minute means the event.
    const instant = typed === localOf(atEvent, format.timeZone) ? atEvent : instantOf(typed, format.timeZone);
    setUnread(instant === '');
    if (instant !== '') setAt(instant);
  };
  const backToEvent = () => {
    setAt(atEvent);
    setTyped(localOf(atEvent, format.timeZone));
    setUnread(false);
  };
  return (
    <section className={classes.past} aria-label={t('past.title')}>
      <Title order={3} size="h4" ref={heading} tabIndex={-1}>
        {t('past.title')}
      </Title>
      <Text size="xs" c="dimmed" mb="xs" aria-live="polite">
        {format.exact(at)}
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          look();
        }}
      >
        <Group gap="xs" align="flex-end" mb="sm">
          <TextInput
            type="datetime-local"
            size="xs"
            label={t('past.time', { zone: format.timeZone })}
            value={typed}
            error={isUnread && t('past.noTime')}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" size="xs" variant="default">
            {t('past.look')}
          </Button>
          {at !== atEvent && (
            <Button size="xs" variant="subtle" onClick={backToEvent}>
              {t('past.back')}
            </Button>
          )}
        </Group>
      </form>
      {state.isPending && (
        <div aria-busy="true">
          <Skeleton height={96} radius="md" />
        </div>
      )}
      {state.isError &&
        (asProblem(state.error).isAbsent ? (
          <Text size="sm" role="status">
            {t(`past.absent.${kind}`)}
          </Text>
        ) : (
          <ProblemAlert problem={state.error} onRetry={() => void state.refetch()} />
        ))}
      {state.data && <Standing state={state.data} />}
    </section>
  );
}

function Standing({ state }: { readonly state: State }) {
  const { t } = useTranslation(['admin', 'debrief']);
  const format = useFormat();
  const { kind, debriefState, decision, cards } = state;
  return (
    <Stack gap="sm">
      {debriefState !== null && (
        <Group gap="xs">
          <Text size="sm">{t('past.debriefState')}</Text>
          <Badge color="gray">{t(`debrief:state.${debriefState}`, { defaultValue: debriefState })}</Badge>
        </Group>
      )}
      {kind === 'debrief' && (
        <div>
          <Text size="sm" fw={600}>
            {decision === null ? t('past.undecided') : t(`debrief:outcome.${decision.outcome}`, { defaultValue: decision.outcome })}
          </Text>
          {decision !== null && (
            <>
              <Text size="xs" c="dimmed">
                {t('past.decided', { name: decision.decidedBy, when: format.dateTime(decision.decidedAt) })}
              </Text>
              {[decision.rationale, decision.explanation].map(
                (text, index) =>
                  text !== null &&
                  text !== '' && (
                    <Text key={index} size="sm" className="typed">
                      {text}
                    </Text>
                  ),
              )}
            </>
          )}
        </div>
      )}
      {cards.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('past.noCards')}
        </Text>
      )}
      {cards.map((card) => (
        <Card key={card.id} card={card} isOnly={kind === 'scorecard'} />
      ))}
    </Stack>
  );
}

/** A card of many is folded: its name and standing first. */
function Card({ card, isOnly }: { readonly card: PastCard; readonly isOnly: boolean }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const [isOpened, setOpened] = useState(isOnly);
  const { id, interviewerName, roundName, status, revision, submittedAt, content } = card;
  return (
    <div className={classes.card}>
      <Group gap="xs" justify="space-between">
        <Text size="sm" fw={600}>
          {interviewerName}{' '}
          <Text span size="xs" c="dimmed">
            {roundName}
          </Text>
        </Text>
        <Badge color={status === 'submitted' ? 'green' : 'gray'}>{t(`past.status.${status}`)}</Badge>
      </Group>
      <Text size="xs" c="dimmed">
        {revision === null || submittedAt === null
          ? t('past.unwritten')
          : t('past.revision', { number: revision, when: format.dateTime(submittedAt) })}
      </Text>
      {content !== null && !isOnly && (
        <Button
          size="compact-xs"
          variant="subtle"
          ml={-8}
          mt={4}
          aria-expanded={isOpened}
          aria-label={t(isOpened ? 'past.foldOf' : 'past.readOf', { name: interviewerName })}
          onClick={() => setOpened(!isOpened)}
        >
          {t(isOpened ? 'past.fold' : 'past.read')}
        </Button>
      )}
      {content !== null && isOpened && <Content cardId={id} content={content as unknown as CardContent} />}
    </div>
  );
}

function Content({ cardId, content }: { readonly cardId: string; readonly content: CardContent }) {
  const kit = useQuery(kitQuery(cardId));
  return (
    <div className={classes.cardContent}>
      <QueryState query={kit} skeleton={<Skeleton height={96} radius="md" />}>
        {(loaded) => <Reading kit={loaded} content={content} />}
      </QueryState>
    </div>
  );
}

function Reading({ kit, content }: { readonly kit: Kit; readonly content: CardContent }) {
  return <CardReading content={content} frame={useFrame(kit)} />;
}
