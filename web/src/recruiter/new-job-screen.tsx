import { Button, Group, Paper, Select, Skeleton, Stack, Text, Textarea, TextInput, Title, UnstyledButton } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { templatesQuery } from '../admin/queries';
import { api, once, unwrap } from '../api/client';
import type { Problem } from '../api/problem';
import { currentLanguage } from '../app/language';
import { countries, timeZones } from '../entrance/place';
import { showFaults } from '../ui/field-faults';
import { PageHeader } from '../ui/page-header';
import { ProblemAlert } from '../ui/problem-alert';
import { useProblemWords } from '../ui/use-problem-words';
import { BasisSelects } from './basis-selects';
import classes from './list.module.css';
import { filled } from './new-candidate';
import { PersonSelect } from './person-select';
import { useChange } from './use-change';
import { useSendKey } from './use-send-key';

const EMPTY = {
  title: '',
  summary: '',
  department: '',
  location: '',
  country: '',
  timeZone: '',
  hiringManagerId: '',
  coordinatorId: '',
  planId: '',
  rubricVersionId: '',
};

/** A job in one step: a template brings its rubric, rounds, kits and offer shape along; a plan and a rubric of one's own go before it. */
export function Component() {
  const { t } = useTranslation('recruiter');
  const navigate = useNavigate();
  const words = useProblemWords();
  const [params] = useSearchParams();
  const [template, setTemplate] = useState(params.get('template') ?? '');
  const keyOf = useSendKey();
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useForm({ initialValues: { ...EMPTY, planId: params.get('plan') ?? '' } });
  const create = useChange(
    (values: typeof EMPTY) =>
      unwrap(
        api.POST('/api/v1/jobs', { headers: once(keyOf([values, template])), body: { ...filled(values), ...(template !== '' && { template }) } }),
      ),
    { keys: [['jobs'], ['rubrics']], done: t('jobs.created'), then: ({ id }) => void navigate(`/jobs/${id}`) },
  );
  const submit = (values: typeof EMPTY) =>
    create.mutate(values, {
      onError: (error) => {
        const { problem: said, allShown } = showFaults(form, error, words);
        setProblem(allShown ? null : said);
      },
    });
  const select = (name: 'country' | 'timeZone') => ({
    ...form.getInputProps(name),
    value: form.getValues()[name] || null,
    onChange: (value: string | null) => form.setFieldValue(name, value ?? ''),
  });
  const person = (name: 'hiringManagerId' | 'coordinatorId') => ({
    ...form.getInputProps(name),
    value: form.getValues()[name] || null,
    onChange: (value: string | null) => form.setFieldValue(name, value ?? ''),
  });
  return (
    <>
      <PageHeader title={t('jobs.new')} text={t('jobs.newText')} back={{ to: '/jobs', label: t('jobs.title') }} />
      <form onSubmit={form.onSubmit(submit)}>
        <Stack gap="xl">
          {problem && <ProblemAlert problem={problem} />}
          <Packs chosen={template} onChoose={setTemplate} />
          <Paper p="lg">
            <Stack maw={720}>
              <TextInput
                label={t('jobs.field.title')}
                description={template === '' ? undefined : t('jobs.fromTemplate')}
                required={template === ''}
                maxLength={200}
                {...form.getInputProps('title')}
              />
              <Textarea label={t('jobs.field.summary')} autosize minRows={2} maxLength={4000} {...form.getInputProps('summary')} />
              <Group grow align="flex-start">
                <TextInput label={t('jobs.field.department')} maxLength={200} {...form.getInputProps('department')} />
                <TextInput label={t('jobs.field.location')} maxLength={500} {...form.getInputProps('location')} />
              </Group>
              <BasisSelects
                values={form.getValues()}
                onChange={(part, value) => form.setFieldValue(part, value)}
                errors={form.errors}
                hint={t(template === '' ? 'jobs.basisLater' : 'jobs.basisOfTemplate')}
              />
              <Group grow align="flex-start">
                <Select
                  label={t('jobs.field.country')}
                  description={t('jobs.field.countryText')}
                  data={countries(currentLanguage())}
                  searchable
                  clearable
                  {...select('country')}
                />
                <Select
                  label={t('jobs.field.timeZone')}
                  description={t('jobs.field.timeZoneText')}
                  data={timeZones()}
                  searchable
                  clearable
                  {...select('timeZone')}
                />
              </Group>
              <Group grow align="flex-start">
                <PersonSelect label={t('seats.kind.hiring_manager')} clearable {...person('hiringManagerId')} />
                <PersonSelect label={t('seats.kind.coordinator')} clearable {...person('coordinatorId')} />
              </Group>
              <Group>
                <Button type="submit" loading={create.isPending}>
                  {t('jobs.create')}
                </Button>
                <Text size="sm" c="dimmed">
                  {t('jobs.draftFirst')}
                </Text>
              </Group>
            </Stack>
          </Paper>
        </Stack>
      </form>
    </>
  );
}

function Packs({ chosen, onChoose }: { readonly chosen: string; readonly onChoose: (key: string) => void }) {
  const { t } = useTranslation('recruiter');
  const packs = useQuery(templatesQuery);
  const options = [
    { key: '', name: t('jobs.blank'), text: t('jobs.blankText') },
    ...(packs.data ?? []).map(({ key, name, rounds, criteria }) => ({ key, name, text: t('jobs.packHolds', { rounds, criteria }) })),
  ];
  return (
    <section aria-labelledby="packs">
      <Title order={2} size="h3" id="packs" mb="xs">
        {t('jobs.startFrom')}
      </Title>
      <div className={classes.packs} role="group" aria-labelledby="packs">
        {options.map(({ key, name, text }) => (
          <UnstyledButton
            key={key}
            className={classes.pack}
            aria-pressed={chosen === key}
            data-chosen={chosen === key || undefined}
            onClick={() => onChoose(key)}
          >
            <Text size="sm" fw={600}>
              {name}
            </Text>
            <Text size="xs" c="dimmed">
              {text}
            </Text>
          </UnstyledButton>
        ))}
        {packs.isPending && <Skeleton height={70} aria-busy="true" />}
      </div>
    </section>
  );
}
