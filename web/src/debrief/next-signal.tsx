import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import { type NextSignal, nextSignalQuery } from './queries';
import { useRoom } from './room';
import { RoomSection } from './room-section';
import classes from './section.module.css';

type Need = NextSignal['needs'][number];
type Reason = Need['reasons'][number];

/** What the panel still has to learn before the outcome is sufficient and steady: which criterion, in which round, from whom. */
export function NextSignalSection() {
  const { t } = useTranslation('debrief');
  const { debrief, criterionName, authorOf } = useRoom();
  const isOver = debrief.state === 'decided' || debrief.state === 'closed';
  const plan = useQuery({ ...nextSignalQuery(debrief.id), enabled: !isOver }).data;
  if (isOver || !plan || plan.needs.length + plan.followUps.length === 0) return null;
  return (
    <RoomSection id="next" title={t('next.title')} text={t('next.text')}>
      {plan.followUps.length > 0 && (
        <ul className={classes.list} style={{ marginBottom: plan.needs.length > 0 ? 12 : 0 }}>
          {plan.followUps.map(({ kind, scorecard, criterion }) => (
            <li key={`${scorecard} ${criterion ?? ''}`}>
              <Text size="sm">
                {kind === 'card'
                  ? t('next.card', { name: authorOf(scorecard) })
                  : t('missing.evidence', { name: authorOf(scorecard), criterion: criterionName(criterion ?? '') })}
              </Text>
            </li>
          ))}
        </ul>
      )}
      {plan.needs.length > 0 && <Needs needs={plan.needs} />}
    </RoomSection>
  );
}

function Needs({ needs }: { readonly needs: readonly Need[] }) {
  const { t } = useTranslation('debrief');
  const { criterionName } = useRoom();
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-labelledby="next-title">
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('heat.criterion')}</th>
            <th scope="col">{t('next.why')}</th>
            <th scope="col">{t('next.round')}</th>
            <th scope="col">{t('next.who')}</th>
          </tr>
        </thead>
        <tbody>
          {needs.map((need) => (
            <tr key={need.criterion}>
              <th scope="row">
                {criterionName(need.criterion)}
                <Text size="xs" c="dimmed" fw={400}>
                  {t('next.raters', { count: need.raters })}
                </Text>
              </th>
              <td className={classes.wide}>
                {need.reasons.map((reason, index) => (
                  <Why key={index} reason={reason} />
                ))}
              </td>
              <td>
                {need.round?.name ?? '–'}
                {need.round && (
                  <Text size="xs" c="dimmed">
                    {t(`next.how.${need.round.how}`)}
                  </Text>
                )}
              </td>
              <td className={classes.wide}>
                <Possible people={need.interviewers} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Why({ reason }: { readonly reason: Reason }) {
  const { t } = useTranslation('debrief');
  const { authorOf } = useRoom();
  const { kind, have, need, scorecard, count, outcome } = reason;
  return (
    <Text size="sm">
      {t(`next.reason.${kind}`, {
        have,
        need,
        count: count ?? 0,
        name: scorecard === undefined ? '' : authorOf(scorecard),
        outcome: outcome === undefined ? '' : t(`outcome.${outcome}`),
      })}
    </Text>
  );
}

const SHOWN = 3;

/** Free, qualified, without conflict, and nobody who has seen the others' cards. */
function Possible({ people }: { readonly people: Need['interviewers'] }) {
  const { t } = useTranslation('debrief');
  const format = useFormat();
  if (people.length === 0) return <Text size="sm">{t('next.nobody')}</Text>;
  return (
    <Text size="sm">
      {people
        .slice(0, SHOWN)
        .map(({ name, freeOn }) => t('next.free', { name, when: format.day(`${freeOn}T12:00:00Z`) }))
        .join(' · ')}
      {people.length > SHOWN && ` ${t('next.more', { count: people.length - SHOWN })}`}
    </Text>
  );
}
