import { Button, Group, Paper, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../api/client';
import { asProblem } from '../api/problem';
import { useKeptDraft } from '../debrief/kept-draft';
import { jobChoiceQuery, STATUSES } from '../recruiter/queries';
import { ProblemAlert } from '../ui/problem-alert';
import { useProblemWords } from '../ui/use-problem-words';
import { CardMeanings } from './card-meanings';
import { ColumnFields } from './column-fields';
import classes from './imports.module.css';
import { bodyOf, draftOf, type MappingDraft, withWords } from './mapping-draft';
import { type Import, importQuery, planChoiceQuery, rubricChoiceQuery } from './queries';
import { SavedMappings } from './saved-mappings';
import { useFileWords } from './use-file-words';
import { useRoundChoice } from './use-round-choice';
import { WordPairs } from './word-pairs';

interface MappingFormProps {
  readonly one: Import;
  readonly onDone: () => void;
}

/** How the file reads here. What is chosen is kept on this device until it is sent. */
export function MappingForm({ one, onDone }: MappingFormProps) {
  const { t } = useTranslation('imports');
  const { draft, change, forget } = useKeptDraft<MappingDraft>(`import.${one.id}`, draftOf(one.settings, one.columns));
  const client = useQueryClient();
  const words = useProblemWords();
  const send = useMutation({
    mutationFn: () =>
      unwrap(api.POST('/api/v1/imports/{importId}/mapping', { params: { path: { importId: one.id } }, body: bodyOf(draft, one.columns !== null) })),
    onSuccess: (answer) => {
      forget();
      client.setQueryData(importQuery(one.id).queryKey, answer);
      void client.invalidateQueries({ queryKey: ['imports', 'mappings'] });
      onDone();
    },
  });
  const problem = send.isError ? asProblem(send.error) : null;
  const faults = Object.fromEntries((problem?.faults ?? []).map((fault) => [fault.pointer, words.fault(fault)]));
  return (
    <Paper p="lg" component="section" aria-labelledby="mapping">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send.mutate();
        }}
      >
        <Stack gap="lg">
          <Group justify="space-between" align="flex-end">
            <Title order={2} id="mapping">
              {t('mapping.title')}
            </Title>
            <SavedMappings source={one.source} onTake={(settings) => change(draftOf(settings, one.columns))} />
          </Group>
          {problem && <ProblemAlert problem={problem} />}
          {one.columns && <ColumnFields columns={one.columns} value={draft.columns} faults={faults} onChange={(columns) => change({ columns })} />}
          <Meanings one={one} draft={draft} faults={faults} onChange={change} />
          <CardMeanings one={one} draft={draft} faults={faults} onChange={change} />
          <Group align="flex-end">
            <Button type="submit" loading={send.isPending}>
              {t('mapping.send')}
            </Button>
            <TextInput
              label={t('mapping.saveAs')}
              placeholder={t('mapping.saveAsExample')}
              maxLength={200}
              w={280}
              value={draft.saveAs}
              onChange={(event) => change({ saveAs: event.currentTarget.value })}
            />
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}

interface MeaningsProps {
  readonly one: Import;
  readonly draft: MappingDraft;
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (part: Partial<MappingDraft>) => void;
}

/** Which jobs, statuses and rounds the words of the file mean. */
function Meanings({ one, draft, faults, onChange }: MeaningsProps) {
  const { t } = useTranslation('imports');
  const { t: tRecruiter } = useTranslation('recruiter');
  const jobs = (useQuery(jobChoiceQuery).data ?? []).map(({ id, title }) => ({ value: id, label: title }));
  const found = useFileWords(one, draft);
  const rounds = useRoundChoice([draft.defaultJobId, ...draft.jobs.map(({ value }) => value)], draft.planId);
  const statuses = STATUSES.map((value) => ({ value, label: tRecruiter(`status.application.${value}`) }));
  return (
    <>
      <div className={classes.two}>
        <WordPairs
          label={t('mapping.jobs')}
          text={t('mapping.jobsText')}
          pairs={withWords(draft.jobs, found.jobs)}
          inFile={found.jobs}
          options={jobs}
          faults={faults}
          at="/jobs"
          onChange={(next) => onChange({ jobs: next })}
        />
        <Stack>
          <Select
            label={t('mapping.defaultJob')}
            description={t('mapping.defaultJobText')}
            placeholder={t('mapping.notSaid')}
            data={jobs}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t('mapping.clear', { field: t('mapping.defaultJob') }) }}
            value={draft.defaultJobId || null}
            error={faults['/defaultJobId']}
            onChange={(value) => onChange({ defaultJobId: value ?? '' })}
          />
          <NewJobs draft={draft} faults={faults} onChange={onChange} />
        </Stack>
      </div>
      <div className={classes.two}>
        <WordPairs
          label={t('mapping.statuses')}
          text={t('mapping.statusesText')}
          pairs={withWords(draft.statuses, found.statuses)}
          inFile={found.statuses}
          options={statuses}
          faults={faults}
          at="/statuses"
          onChange={(next) => onChange({ statuses: next })}
        />
        <WordPairs
          label={t('mapping.rounds')}
          text={t(rounds.length === 0 ? 'mapping.roundsFirst' : 'mapping.roundsText')}
          pairs={withWords(draft.rounds, found.stages)}
          inFile={found.stages}
          options={rounds}
          faults={faults}
          at="/rounds"
          onChange={(next) => onChange({ rounds: next })}
        />
      </div>
    </>
  );
}

/** What jobs made from the file are run with. */
function NewJobs({ draft, faults, onChange }: Omit<MeaningsProps, 'one'>) {
  const { t } = useTranslation('imports');
  const rubrics = useQuery(rubricChoiceQuery).data ?? [];
  const plans = useQuery(planChoiceQuery).data ?? [];
  return (
    <div>
      <Text size="sm" fw={600}>
        {t('mapping.newJobs')}
      </Text>
      <Text size="xs" c="dimmed" mb={6}>
        {t('mapping.newJobsText')}
      </Text>
      <Group grow align="flex-start">
        <Select
          aria-label={t('mapping.rubric')}
          placeholder={t('mapping.rubric')}
          data={rubrics.map(({ name, latestVersionId }) => ({ value: latestVersionId, label: name }))}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('mapping.clear', { field: t('mapping.rubric') }) }}
          value={draft.rubricVersionId || null}
          error={faults['/newJobs/rubricVersionId']}
          onChange={(value) => onChange({ rubricVersionId: value ?? '' })}
        />
        <Select
          aria-label={t('mapping.plan')}
          placeholder={t('mapping.plan')}
          data={plans.map(({ id, name }) => ({ value: id, label: name }))}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('mapping.clear', { field: t('mapping.plan') }) }}
          value={draft.planId || null}
          error={faults['/newJobs/planId']}
          onChange={(value) => onChange({ planId: value ?? '' })}
        />
      </Group>
    </div>
  );
}
