import { Anchor, Text } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../ui/use-format';
import { usePlan } from './plan-context';
import classes from './plan-editor.module.css';
import { jobRubricQuery, jobsUnderQuery } from './queries';

/** Jobs asked for their rubric; a plan under many more says as much by its first. */
const ASKED = 5;

/** The part of the rubric that a round assesses, as the jobs under the plan have it: it is the rubric's criteria that name rounds. */
export function AssessedHere({ round }: { readonly round: string }) {
  const { t } = useTranslation('plan-editor');
  const format = useFormat();
  const { planId } = usePlan();
  const jobs = (useQuery(jobsUnderQuery(planId)).data ?? []).slice(0, ASKED);
  const rubrics = useQueries({ queries: jobs.map(({ id }) => jobRubricQuery(id)) });
  return (
    <div role="group" aria-label={t('assessed.title')} className={classes.group}>
      <Text size="sm" fw={600}>
        {t('assessed.title')}
      </Text>
      {jobs.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('assessed.noJob')}
        </Text>
      )}
      {jobs.map((job, index) => {
        const rubric = rubrics[index]?.data;
        if (rubric === undefined) return null;
        const names = rubric?.criteria.filter(({ rounds }) => rounds.includes(round)).map(({ name }) => name) ?? [];
        return (
          <Text key={job.id} size="sm">
            <Anchor component={Link} to={`/jobs/${job.id}`} size="sm" underline="always">
              {job.title}
            </Anchor>
            {rubric === null && ` · ${t('assessed.noRubric')}`}
            {rubric && ` · ${names.length === 0 ? t('assessed.nothing', { rubric: rubric.rubricName }) : format.list(names)}`}
          </Text>
        );
      })}
    </div>
  );
}
