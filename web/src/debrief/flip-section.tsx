import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import { useRoom } from './room';
import { RoomSection } from './room-section';
import classes from './section.module.css';

/** The fewest one-level changes, and the nearest change of one weight, that make another outcome. */
export function FlipSection() {
  const { t } = useTranslation('debrief');
  const format = useFormat();
  const { recommendation, criterionName, authorOf, levelText, read } = useRoom();
  const { minimumFlips, weights } = recommendation.stability;
  return (
    <RoomSection id="flip" title={t('flip.title')} text={t('flip.text')}>
      <ul className={classes.list}>
        <li>
          {minimumFlips === null ? (
            <Text size="sm">{t(recommendation.outcome === 'insufficient_evidence' ? 'summary.flipUnknown' : 'summary.flipNone')}</Text>
          ) : (
            <>
              <Text size="sm" fw={600}>
                {t('summary.flipBy', { count: minimumFlips.count, outcome: t(`outcome.${minimumFlips.outcome}`) })}
              </Text>
              <ul style={{ margin: '4px 0 0', paddingInlineStart: '1.125rem' }}>
                {minimumFlips.changes.map(({ scorecard, criterion, from, to }) => (
                  <li key={`${scorecard} ${criterion}`}>
                    <Text size="sm" span>
                      {t('flip.change', {
                        name: authorOf(scorecard),
                        criterion: criterionName(criterion),
                        from: levelText(from),
                        to: levelText(to),
                      })}{' '}
                    </Text>
                    <Text
                      component="button"
                      type="button"
                      size="sm"
                      c="var(--mantine-color-anchor)"
                      bg="none"
                      bd={0}
                      p={0}
                      style={{ cursor: 'pointer' }}
                      aria-label={t('flip.readOf', { name: authorOf(scorecard), criterion: criterionName(criterion) })}
                      onClick={() => read({ cardId: scorecard, criterion })}
                    >
                      {t('flip.read')}
                    </Text>
                  </li>
                ))}
              </ul>
            </>
          )}
        </li>
        {weights.map(({ criterion, from, to, outcome }) => (
          <li key={`${criterion} ${to}`}>
            <Text size="sm">
              {t('flip.weight', {
                criterion: criterionName(criterion),
                from: format.number(from, 3),
                to: format.number(to, 3),
                outcome: t(`outcome.${outcome}`),
              })}
            </Text>
          </li>
        ))}
        {weights.length === 0 && (
          <li>
            <Text size="sm" c="dimmed">
              {t('flip.noWeight')}
            </Text>
          </li>
        )}
      </ul>
    </RoomSection>
  );
}
