import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { RubricContent } from '../api/rubric-content';
import type { PlanDraft } from '../plan-editor/plan-content';
import list from '../recruiter/list.module.css';
import { PageHeader } from '../ui/page-header';
import { ScreenState } from '../ui/screen-state';
import { templateQuery } from './queries';
import { RubricReading } from './rubric-reading';

/** What a template brings along. */
export function Component() {
  const { t } = useTranslation('admin');
  const { key = '' } = useParams();
  return (
    <ScreenState query={useQuery(templateQuery(key))}>
      {({ name, summary, plan, rubric }) => (
        <>
          <PageHeader
            title={name}
            back={{ to: '/admin/templates', label: t('templates.title') }}
            actions={
              <Button component={Link} to={`/jobs/new?template=${key}`}>
                {t('templates.use')}
              </Button>
            }
          />
          <Stack gap="xl">
            <Text maw={760} className="typed">
              {summary}
            </Text>
            <section aria-labelledby="rounds">
              <Title order={2} size="h3" id="rounds" mb="xs">
                {t('templates.rounds')}
              </Title>
              <Paper p="md">
                <ol className={list.rounds}>
                  {(plan as unknown as PlanDraft['content']).rounds.map((round) => (
                    <li key={round.key}>
                      <Text span size="sm" fw={600}>
                        {round.name}
                      </Text>{' '}
                      <Text span size="xs" c="dimmed">
                        {t('templates.round', { minutes: round.minutes, day: round.targetDay })}
                      </Text>
                      <Text size="sm" c="dimmed">
                        {round.focus}
                      </Text>
                    </li>
                  ))}
                </ol>
              </Paper>
            </section>
            <RubricReading content={rubric as unknown as RubricContent} />
          </Stack>
        </>
      )}
    </ScreenState>
  );
}
