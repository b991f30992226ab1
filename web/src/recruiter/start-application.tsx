import { Alert, Anchor, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, once, unwrap } from '../api/client';
import { FormDialog } from './form-dialog';
import { candidateSearchQuery, jobChoiceQuery } from './queries';

interface StartApplicationProps {
  readonly onClose: () => void;
  readonly jobId?: string | null;
  /** Where the person is clear already. */
  readonly candidate?: { readonly id: string; readonly name: string };
}

/** A person and a job: from here on the rounds, the rubric version and the policy are pinned. */
export function StartApplication({ onClose, jobId = null, candidate }: StartApplicationProps) {
  const { t } = useTranslation('recruiter');
  const navigate = useNavigate();
  const jobs = (useQuery(jobChoiceQuery).data ?? []).filter(({ status }) => status === 'open');
  const first = jobs.some(({ id }) => id === jobId) ? jobId : null;
  return (
    <FormDialog
      onClose={onClose}
      title={t('start.title')}
      text={t('start.text')}
      submit={t('start.submit')}
      done={t('start.done')}
      keys={[['applications'], ['candidates']]}
      initial={{ candidateId: candidate?.id ?? '', jobId: first ?? '', source: '' }}
      send={({ source, ...body }, key) =>
        unwrap(api.POST('/api/v1/applications', { headers: once(key), body: { ...body, ...(source !== '' && { source }) } }))
      }
      then={({ id }) => void navigate(`/applications/${id}`)}
    >
      {(form) => (
        <>
          {candidate ? (
            <TextInput label={t('start.candidate')} value={candidate.name} readOnly variant="filled" />
          ) : (
            <CandidateSelect {...form.getInputProps('candidateId')} />
          )}
          <Select
            label={t('start.job')}
            required
            searchable
            placeholder={t('start.jobPlaceholder')}
            nothingFoundMessage={t('start.noJob')}
            data={jobs.map(({ id, title }) => ({ value: id, label: title }))}
            {...form.getInputProps('jobId')}
            value={form.getValues().jobId || null}
            onChange={(value) => form.setFieldValue('jobId', value ?? '')}
          />
          <TextInput label={t('start.source')} placeholder={t('start.sourcePlaceholder')} maxLength={200} {...form.getInputProps('source')} />
        </>
      )}
    </FormDialog>
  );
}

interface CandidateSelectProps {
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  readonly error?: unknown;
}

function CandidateSelect({ value, onChange, error }: CandidateSelectProps) {
  const { t } = useTranslation('recruiter');
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<{ value: string; label: string } | null>(null);
  const [search] = useDebouncedValue(typed.trim(), 200);
  const found = useQuery({ ...candidateSearchQuery(search === picked?.label ? '' : search), placeholderData: keepPreviousData });
  const options = (found.data ?? []).map(({ id, name, location }) => ({ value: id, label: location ? `${name} · ${location}` : name }));
  const data = picked && !options.some((option) => option.value === picked.value) ? [picked, ...options] : options;
  const isNobody = found.data?.length === 0 && search !== '';
  return (
    <>
      <Select
        label={t('start.candidate')}
        required
        searchable
        data-autofocus
        openOnFocus={false}
        placeholder={t('start.candidatePlaceholder')}
        data={data}
        // The server has searched already, by more than what is shown.
        filter={({ options: all }) => all}
        value={value || null}
        onChange={(id, option) => {
          setPicked(id === null || option === null ? null : { value: option.value, label: option.label });
          onChange?.(id ?? '');
        }}
        searchValue={typed}
        onSearchChange={setTyped}
        error={typeof error === 'string' ? error : undefined}
      />
      {isNobody && (
        <Alert title={t('start.nobody', { name: search })}>
          <Anchor component={Link} to={`/candidates?new=${encodeURIComponent(search)}`}>
            {t('start.create')}
          </Anchor>
        </Alert>
      )}
    </>
  );
}
