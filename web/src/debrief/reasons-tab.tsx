import { Alert, Code, CopyButton, Button, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FlipSection } from './flip-section';
import { NextSignalSection } from './next-signal';
import { LeaveOneOut } from './leave-one-out';
import classes from './reasons-tab.module.css';
import { useRoom } from './room';
import { RoomSection } from './room-section';
import tables from './section.module.css';

/** How the rules came to their outcome, and how much it would take to come to another. */
export function ReasonsTab() {
  const { t } = useTranslation('debrief');
  const { recommendation, answer } = useRoom();
  return (
    <Stack gap="xl">
      {answer.unexposed.differs && (
        <Alert color="amber" title={t('reasons.unexposedTitle')}>
          {t('reasons.unexposedText', {
            now: t(`outcome.${recommendation.outcome}`),
            outcome: t(`outcome.${answer.unexposed.outcome}`),
          })}
        </Alert>
      )}
      <RoomSection id="steps" title={t('reasons.steps')} text={t('reasons.stepsText')}>
        <ol className={classes.steps}>
          {answer.steps.map(({ code, words }, index) => (
            <li key={index} data-code={code}>
              {words}
            </li>
          ))}
        </ol>
      </RoomSection>
      <NextSignalSection />
      <FlipSection />
      <LeaveOneOut />
      <Gates />
      <Group gap="xs" c="dimmed">
        <Text size="xs">
          {t('reasons.engine', { engine: recommendation.engine })} <Code>{recommendation.inputHash.slice(0, 16)}…</Code>
        </Text>
        <CopyButton value={recommendation.inputHash}>
          {({ copied, copy }) => (
            <Button size="compact-xs" variant="subtle" onClick={copy}>
              {copied ? t('app:copied') : t('app:copy')}
              <VisuallyHidden> {t('reasons.copyHash')}</VisuallyHidden>
            </Button>
          )}
        </CopyButton>
      </Group>
    </Stack>
  );
}

function Gates() {
  const { t } = useTranslation('debrief');
  const { recommendation, rubric } = useRoom();
  if (recommendation.gates.length === 0) return null;
  return (
    <RoomSection id="gates" title={t('reasons.gates')} text={t('reasons.gatesText')}>
      <div className={tables.scroll}>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{t('reasons.gate')}</th>
              <th scope="col">{t('reasons.effect')}</th>
              <th scope="col">{t('reasons.state')}</th>
            </tr>
          </thead>
          <tbody>
            {recommendation.gates.map(({ key, triggered, effect }) => {
              const gate = rubric.gates.find((one) => one.key === key);
              return (
                <tr key={key}>
                  <th scope="row">
                    {gate?.name ?? key}
                    {gate?.description && (
                      <Text size="xs" c="dimmed" fw={400}>
                        {gate.description}
                      </Text>
                    )}
                  </th>
                  <td>{t(`gate.${effect}`)}</td>
                  <td className={triggered ? tables.changed : tables.good}>{t(triggered ? 'gate.triggered' : 'gate.clear')}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </RoomSection>
  );
}
