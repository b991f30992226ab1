import { Select, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, once, unwrap } from '../api/client';
import { FormDialog } from './form-dialog';
import { candidateSearchQuery, type Candidate } from './queries';

interface MergeDialogProps {
  readonly candidate: Candidate;
  readonly duplicateId: string | null;
  readonly onClose: () => void;
}

/** Two records of one person become one; both histories stay. */
export function MergeDialog({ candidate, duplicateId, onClose }: MergeDialogProps) {
  const { t } = useTranslation('recruiter');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const found = useQuery({ ...candidateSearchQuery(search), placeholderData: keepPreviousData }).data ?? [];
  const options = new Map([...candidate.possibleDuplicates, ...found].filter(({ id }) => id !== candidate.id).map(({ id, name }) => [id, name]));
  return (
    <FormDialog
      onClose={onClose}
      title={t('merge.title', { name: candidate.name })}
      text={t('merge.text')}
      submit={t('merge.submit')}
      done={t('merge.done')}
      keys={[['candidates'], ['applications']]}
      initial={{ duplicateId: duplicateId ?? '', reason: '' }}
      send={(body, key) =>
        unwrap(api.POST('/api/v1/candidates/{candidateId}/merge', { params: { path: { candidateId: candidate.id } }, headers: once(key), body }))
      }
    >
      {(form) => (
        <>
          <Select
            label={t('merge.other')}
            required
            searchable
            data={[...options].map(([value, label]) => ({ value, label: `${label} · ${value.slice(0, 8)}` }))}
            onSearchChange={(value) => setTyped(value.split(' · ')[0] ?? '')}
            {...form.getInputProps('duplicateId')}
            value={form.getValues().duplicateId || null}
            onChange={(value) => form.setFieldValue('duplicateId', value ?? '')}
          />
          <Textarea
            label={t('reason.label')}
            description={t('reason.text')}
            required
            autosize
            minRows={2}
            maxLength={2000}
            {...form.getInputProps('reason')}
          />
        </>
      )}
    </FormDialog>
  );
}
