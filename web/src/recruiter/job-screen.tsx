import { Anchor, Button, Group, Paper, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, ifMatch, once, unwrap } from '../api/client';
import { FinalistsLink } from '../debrief/finalists-link';
import { JobPaySection } from '../offers/job-pay-section';
import { PageHeader } from '../ui/page-header';
import { QueryState } from '../ui/query-state';
import { ScreenState } from '../ui/screen-state';
import { BasisSelects } from './basis-selects';
import { FormDialog } from './form-dialog';
import classes from './list.module.css';
import { jobQuery, jobSeatsQuery, planRoundsQuery, type Job } from './queries';
import { ReasonForm } from './reason-form';
import { SeatList } from './seat-list';
import { StartApplication } from './start-application';
import { StatusBadge } from './status-badge';

/** One job: whether it is open, its rounds and rubric, and who sits on it. */
export function Component() {
  const { jobId = '' } = useParams();
  return <ScreenState query={useQuery(jobQuery(jobId))}>{(job) => <JobPage job={job} />}</ScreenState>;
}

const STEPS = ['archive', 'close', 'hold', 'open'] as const;
type Step = (typeof STEPS)[number];

function JobPage({ job }: { readonly job: Job }) {
  const { t } = useTranslation('recruiter');
  const [dialog, setDialog] = useState<Step | 'edit' | 'start' | null>(null);
  const { id, title, summary, department, location, status, abilities } = job;
  const seats = useQuery(jobSeatsQuery(id));
  const close = () => setDialog(null);
  return (
    <>
      <PageHeader
        title={title}
        back={{ to: '/jobs', label: t('jobs.title') }}
        aside={<StatusBadge of="job" status={status} />}
        text={[department, location].filter((part) => part !== '').join(' · ')}
        actions={
          <Group gap="xs" className={classes.actions}>
            <FinalistsLink jobId={id} />
            {STEPS.filter((step) => abilities[step] && step !== 'open').map((step) => (
              <Button
                key={step}
                variant={step === 'archive' ? 'subtle' : 'default'}
                color={step === 'archive' ? 'gray' : undefined}
                onClick={() => setDialog(step)}
              >
                {t(`job.${step}.button`)}
              </Button>
            ))}
            {abilities.edit && (
              <Button variant="default" onClick={() => setDialog('edit')}>
                {t('job.edit')}
              </Button>
            )}
            {abilities.open && <Button onClick={() => setDialog('open')}>{t('job.open.button')}</Button>}
            {abilities.startApplication && <Button onClick={() => setDialog('start')}>{t('board.start')}</Button>}
          </Group>
        }
      />
      <div className={classes.two}>
        <Stack gap="xl">
          {summary !== '' && (
            <Text className="typed" maw={720}>
              {summary}
            </Text>
          )}
          <Plan job={job} />
          <JobPaySection jobId={id} />
        </Stack>
        <Stack gap="xl">
          <Basis job={job} />
          <section aria-labelledby="seats">
            <Title order={2} size="h3" id="seats" mb="xs">
              {t('seats.title')}
            </Title>
            <QueryState query={seats}>
              {(items) => (
                <SeatList seats={items.filter(({ applicationId }) => applicationId === null)} place={{ on: 'job', id }} mayGrant={abilities.edit} />
              )}
            </QueryState>
          </section>
        </Stack>
      </div>
      {dialog === 'start' && <StartApplication jobId={id} onClose={close} />}
      {dialog === 'edit' && <EditJob job={job} onClose={close} />}
      {dialog !== null && dialog !== 'start' && dialog !== 'edit' && <StepDialog job={job} step={dialog} onClose={close} />}
    </>
  );
}

function StepDialog({ job, step, onClose }: { readonly job: Job; readonly step: Step; readonly onClose: () => void }) {
  const { t } = useTranslation('recruiter');
  const send = (reason: string, key: string) => {
    const at = { params: { path: { jobId: job.id } }, headers: once(key), body: reason === '' ? {} : { reason } };
    if (step === 'open') return unwrap(api.POST('/api/v1/jobs/{jobId}/open', at));
    if (step === 'hold') return unwrap(api.POST('/api/v1/jobs/{jobId}/hold', at));
    if (step === 'close') return unwrap(api.POST('/api/v1/jobs/{jobId}/close', at));
    return unwrap(api.POST('/api/v1/jobs/{jobId}/archive', at));
  };
  return (
    <ReasonForm
      title={t(`job.${step}.title`, { title: job.title })}
      text={t(`job.${step}.text`)}
      submit={t(`job.${step}.button`)}
      done={t(`job.${step}.done`)}
      danger={step === 'close' || step === 'archive'}
      optional
      keys={[['jobs']]}
      send={send}
      onClose={onClose}
    />
  );
}

function EditJob({ job, onClose }: { readonly job: Job; readonly onClose: () => void }) {
  const { t } = useTranslation('recruiter');
  const { id, version, title, summary, department, location, planId, planName, rubricVersionId, rubricName } = job;
  const part = (before: string | null, after: string) => (after === (before ?? '') ? undefined : after === '' ? null : after);
  return (
    <FormDialog
      onClose={onClose}
      size="lg"
      title={t('job.edit')}
      submit={t('save')}
      done={t('saved')}
      keys={[['jobs'], ['applications']]}
      initial={{ title, summary, department, location, planId: planId ?? '', rubricVersionId: rubricVersionId ?? '' }}
      send={({ planId: plan, rubricVersionId: rubric, ...texts }) => {
        // Only what changed: what the job has may be no choice any more.
        const body = { ...texts, planId: part(planId, plan), rubricVersionId: part(rubricVersionId, rubric) };
        return unwrap(api.PATCH('/api/v1/jobs/{jobId}', { params: { path: { jobId: id } }, headers: ifMatch(version), body }));
      }}
    >
      {(form) => (
        <>
          <TextInput label={t('jobs.field.title')} required data-autofocus maxLength={200} {...form.getInputProps('title')} />
          <Textarea label={t('jobs.field.summary')} autosize minRows={3} maxLength={4000} {...form.getInputProps('summary')} />
          <Group grow align="flex-start">
            <TextInput label={t('jobs.field.department')} maxLength={200} {...form.getInputProps('department')} />
            <TextInput label={t('jobs.field.location')} maxLength={500} {...form.getInputProps('location')} />
          </Group>
          <BasisSelects
            values={form.getValues()}
            onChange={(name, value) => form.setFieldValue(name, value)}
            errors={form.errors}
            hint={t('jobs.basisFromNowOn')}
            kept={{
              ...(planId !== null && { planId: { value: planId, label: planName ?? '' } }),
              ...(rubricVersionId !== null && { rubricVersionId: { value: rubricVersionId, label: rubricName ?? '' } }),
            }}
          />
        </>
      )}
    </FormDialog>
  );
}

function Plan({ job }: { readonly job: Job }) {
  const { t } = useTranslation('recruiter');
  const rounds = useQuery({ ...planRoundsQuery(job.planId ?? ''), enabled: job.planId !== null });
  return (
    <section aria-labelledby="plan">
      <Title order={2} size="h3" id="plan" mb="xs">
        {job.planName ?? t('job.noPlan')}
      </Title>
      {job.planId === null ? (
        <Text size="sm" c="dimmed">
          {t('job.noPlanText')}
        </Text>
      ) : (
        <QueryState query={rounds}>
          {(items) => (
            <Paper p="md">
              <ol className={classes.rounds}>
                {items.map(({ key, name, minutes, focus, targetDay }) => (
                  <li key={key}>
                    <Text span size="sm" fw={600}>
                      {name}
                    </Text>{' '}
                    <Text span size="xs" c="dimmed">
                      {t('round.plan', { minutes, day: targetDay })}
                    </Text>
                    <Text size="sm" c="dimmed">
                      {focus}
                    </Text>
                  </li>
                ))}
              </ol>
            </Paper>
          )}
        </QueryState>
      )}
    </section>
  );
}

function Basis({ job }: { readonly job: Job }) {
  const { t } = useTranslation('recruiter');
  const { id, rubricName, country, timeZone, visibilityPolicy } = job;
  return (
    <Paper p="md">
      <dl className={classes.facts}>
        <div>
          <dt>{t('job.rubric')}</dt>
          <dd>{rubricName ?? t('job.noRubric')}</dd>
        </div>
        <div>
          <dt>{t('job.visibility')}</dt>
          <dd>{t(`job.policy.${visibilityPolicy}`)}</dd>
        </div>
        <div>
          <dt>{t('jobs.field.timeZone')}</dt>
          <dd>
            {timeZone}, {country}
          </dd>
        </div>
      </dl>
      <Anchor component={Link} to={`/board?job=${id}`} size="sm">
        {t('job.applications')}
      </Anchor>
    </Paper>
  );
}
