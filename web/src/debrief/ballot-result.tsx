import { Code, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import bars from './ballot-result.module.css';
import { CHOICES } from './choices';
import choices from './choices.module.css';
import type { Ballot } from './queries';
import { useRoom } from './room';
import { RoomSection } from './room-section';
import classes from './section.module.css';

/** A revealed ballot: how it came out, and who voted what, all opened at once. */
export function BallotResult({ ballot }: { readonly ballot: Ballot }) {
  const { t } = useTranslation('debrief');
  const format = useFormat();
  const { nameOf } = useRoom();
  const { kind, roundNumber, revealedAt, votes, tally, seats, closedBy, id } = ballot;
  const absent = seats.filter(({ reason }) => reason !== null);
  if (!votes || !tally) return null;
  const hasWords = absent.length > 0 || votes.some(({ words }) => words !== '');
  const when = revealedAt === null ? '' : format.dateTime(revealedAt);
  return (
    <RoomSection
      id={`ballot-${id}`}
      title={
        roundNumber > 1
          ? t('result.titleAgain', { kind: t(`ballot.kind.${kind}`), count: roundNumber })
          : t('result.title', { kind: t(`ballot.kind.${kind}`) })
      }
      text={[
        t(closedBy === null ? 'result.all' : 'result.closed', {
          when,
          name: closedBy === null ? '' : nameOf(closedBy),
        }),
        t('result.shown', { outcome: t(`outcome.${ballot.shown.outcome}`) }),
      ].join(' ')}
    >
      <div className={bars.tally}>
        <Text size="sm" fw={600} className={choices.tone} data-choice={tally.committeeOutcome ?? tally.result}>
          {t('result.is', { outcome: t(`outcome.${tally.committeeOutcome ?? tally.result}`) })}
        </Text>
        <Text size="sm" c="dimmed">
          {t(tally.tie ? 'result.tie' : 'result.counts', { forHire: tally.forHire, against: tally.against })}
        </Text>
        <div className={bars.bar} aria-hidden>
          {CHOICES.map((choice) => {
            const count = tally.counts[choice] ?? 0;
            return count === 0 ? null : (
              <span key={choice} data-choice={choice} style={{ flexGrow: count }} title={`${t(`choice.${choice}`)}: ${count}`}>
                {count} {t(`choice.${choice}`)}
              </span>
            );
          })}
        </div>
      </div>
      <div className={classes.scroll} tabIndex={0} role="group" aria-labelledby={`ballot-${id}-title`}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('result.who')}</th>
              <th scope="col">{t('result.vote')}</th>
              {hasWords && <th scope="col">{t('result.words')}</th>}
            </tr>
          </thead>
          <tbody>
            {votes.map((vote) => (
              <tr key={vote.userId}>
                <th scope="row">{vote.name}</th>
                <td className={choices.tone} data-choice={vote.choice} title={t('result.commitment', { commitment: vote.commitment })}>
                  {t(`choice.${vote.choice}`)}
                  {vote.voided !== null && (
                    <Text size="xs" c="dimmed" fw={400}>
                      {t('result.voided')}
                    </Text>
                  )}
                </td>
                {hasWords && <td className="typed">{vote.words}</td>}
              </tr>
            ))}
            {absent.map(({ userId, name, reason }) => (
              <tr key={userId}>
                <th scope="row">{name}</th>
                <td>
                  <Text size="sm" c="dimmed">
                    {t('result.absent')}
                  </Text>
                </td>
                <td className="typed">{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <details className={bars.proof}>
        <summary>{t('result.proof')}</summary>
        <Text size="xs" c="dimmed" mb={4}>
          {t('result.proofText')}
        </Text>
        <ul>
          {votes.map(({ userId, name, commitment, salt }) => (
            <li key={userId}>
              {name}: <Code>{commitment}</Code> · {t('result.salt')} <Code>{salt}</Code>
            </li>
          ))}
        </ul>
      </details>
    </RoomSection>
  );
}
