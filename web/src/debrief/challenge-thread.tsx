import { Anchor, Badge, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import { ChallengeAnswer } from './challenge-answer';
import classes from './challenge-thread.module.css';
import type { Challenge } from './queries';
import { useRoom } from './room';

const COLORS: Readonly<Record<Challenge['status'], string>> = {
  open: 'amber',
  upheld: 'gray',
  revised: 'green',
  withdrawn: 'gray',
};

interface ChallengeThreadProps {
  readonly challenge: Challenge;
  /** Says which rating it is about; not needed beside the rating itself. */
  readonly withPlace?: boolean;
}

/** One challenge: the question, what was said about it, how it ended, and both values where the rating changed. */
export function ChallengeThread({ challenge, withPlace = false }: ChallengeThreadProps) {
  const { t } = useTranslation('debrief');
  const { criterionName, read } = useRoom();
  const { criterion, authorName, scorecardId, status, reasonCode, words, raisedByName, raisedAt, replies } = challenge;
  return (
    <article
      className={classes.thread}
      data-status={status}
      aria-label={t('challenge.of', { criterion: criterionName(criterion), name: authorName })}
    >
      <Group justify="space-between" align="baseline" gap="xs">
        {withPlace ? (
          <Title order={2} size="h3">
            <Anchor component="button" type="button" inherit ta="start" onClick={() => read({ cardId: scorecardId, criterion })}>
              {t('challenge.of', { criterion: criterionName(criterion), name: authorName })}
            </Anchor>
          </Title>
        ) : (
          <Text size="sm" fw={600}>
            {t('challenge.title')}
          </Text>
        )}
        <Badge color={COLORS[status]}>{t(`challenge.status.${status}`)}</Badge>
      </Group>
      <Said name={raisedByName} when={raisedAt} words={words} aside={t(`challenge.reason.${reasonCode}`)} />
      {replies.map(({ id, authorName: name, words: said, saidAt }) => (
        <Said key={id} name={name} when={saidAt} words={said} />
      ))}
      {challenge.resolution !== null && challenge.resolvedAt !== null && (
        <Said
          name={status === 'withdrawn' ? raisedByName : authorName}
          when={challenge.resolvedAt}
          words={challenge.resolution}
          aside={t(`challenge.status.${status}`)}
        />
      )}
      <Outcome challenge={challenge} />
      <ChallengeAnswer challenge={challenge} />
    </article>
  );
}

interface SaidProps {
  readonly name: string;
  readonly when: string;
  readonly words: string;
  readonly aside?: string;
}

function Said({ name, when, words, aside }: SaidProps) {
  const format = useFormat();
  return (
    <div className={classes.said}>
      <Text size="xs" c="dimmed">
        <b>{name}</b> · <span title={format.exact(when)}>{format.dateTime(when)}</span>
        {aside !== undefined && ` · ${aside}`}
      </Text>
      <Text size="sm" className="typed">
        {words}
      </Text>
    </div>
  );
}

/** Both values stay on the record, and so does what each made of the recommendation. */
function Outcome({ challenge: { before, after, recommendationBefore, recommendationAfter } }: { readonly challenge: Challenge }) {
  const { t } = useTranslation('debrief');
  const format = useFormat();
  const { levelText } = useRoom();
  const level = (value: number | null) => (value === null ? t('heat.notAssessed') : levelText(value));
  const said = ({ outcome, deciding }: Challenge['recommendationBefore']) =>
    deciding === null ? t(`outcome.${outcome}`) : `${t(`outcome.${outcome}`)} (${format.number(deciding, 3)})`;
  return (
    <dl className={classes.values}>
      <div>
        <dt>{t('challenge.rating')}</dt>
        <dd>
          {level(before.level)}
          {after && after.level !== before.level && <b> → {level(after.level)}</b>}
        </dd>
      </div>
      {recommendationAfter && (
        <div>
          <dt>{t('challenge.recommendation')}</dt>
          <dd>
            {said(recommendationBefore)}
            {said(recommendationAfter) === said(recommendationBefore) ? `, ${t('challenge.unchanged')}` : <b> → {said(recommendationAfter)}</b>}
          </dd>
        </div>
      )}
    </dl>
  );
}
