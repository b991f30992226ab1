import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MatrixSignal } from '../api/rubric-content';
import { HeatMap } from './heat-map';
import { OutcomeSummary } from './outcome-summary';
import { PanelPlane } from './panel-plane';
import classes from './section.module.css';
import { useRoom } from './room';

/** What the panel says: the rules' outcome, who rated what, and where the people differ. */
export function PanelTab() {
  const { t } = useTranslation('debrief');
  const { rubric, recommendation, authorOf, judged } = useRoom();
  const planes = rubric.signals.filter((signal): signal is MatrixSignal => signal.kind === 'matrix');
  return (
    <Stack gap="xl">
      <OutcomeSummary />
      {judged.length > 0 && <HeatMap />}
      {recommendation.contradictions.length > 0 && (
        <section aria-labelledby="contradictions">
          <Title order={2} size="h3" id="contradictions" mb="xs">
            {t('contradiction.title')}
          </Title>
          <ul className={classes.list}>
            {recommendation.contradictions.map(({ kind, scorecard }) => (
              <li key={`${kind} ${scorecard ?? ''}`}>
                <Text size="sm">{t(`contradiction.${kind}`, { name: scorecard === undefined ? '' : authorOf(scorecard) })}</Text>
              </li>
            ))}
          </ul>
        </section>
      )}
      {planes.map((signal) => (
        <PanelPlane key={signal.key} signal={signal} />
      ))}
    </Stack>
  );
}
