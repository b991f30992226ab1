import { Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import list from '../recruiter/list.module.css';
import type { PlanDraft } from './plan-content';

const DEADLINES = ['processDays', 'decisionDueBusinessDays', 'silentGapDays', 'committeeBacklogDays', 'debriefMinutes'] as const;

/** A plan for those who do not change it. */
export function PlanReading({ plan }: { readonly plan: PlanDraft }) {
  const { t } = useTranslation('plan-editor');
  const { rounds, deadlines } = plan.content;
  return (
    <Stack gap="xl">
      <section aria-labelledby="rounds">
        <Title order={2} size="h3" id="rounds" mb="xs">
          {t('part.rounds')}
        </Title>
        <Paper p="md">
          <ol className={list.rounds}>
            {rounds.map((round) => (
              <li key={round.key}>
                <Text span size="sm" fw={600}>
                  {round.name}
                </Text>{' '}
                <Text span size="xs" c="dimmed">
                  {[t('round.minutes', { count: round.minutes }), t('round.day', { day: round.targetDay })].join(' · ')}
                </Text>
                <Text size="sm" c="dimmed" className="typed">
                  {round.focus}
                </Text>
                <Text size="sm">{round.panel.map(({ title, count }) => `${count} × ${title}`).join(', ')}</Text>
              </li>
            ))}
          </ol>
        </Paper>
      </section>
      <section aria-labelledby="deadlines">
        <Title order={2} size="h3" id="deadlines" mb="xs">
          {t('part.deadlines')}
        </Title>
        <Paper p="md">
          <dl className={list.facts}>
            {DEADLINES.map((name) => (
              <div key={name}>
                <dt>{t(`deadline.${name}`)}</dt>
                <dd className="numbers">{deadlines[name] ?? t('usual', { value: t(`usualOf.${name}`) })}</dd>
              </div>
            ))}
          </dl>
        </Paper>
      </section>
    </Stack>
  );
}
