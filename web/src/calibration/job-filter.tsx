import { Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { jobChoiceQuery } from '../recruiter/queries';

/** The job that a report is about, kept in the address; null for all. */
export function useJobFilter(): string | null {
  return useSearchParams()[0].get('job');
}

/** Which job a report is about, and beside it what else narrows it down. */
export function JobFilter({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation('calibration');
  const [params, setParams] = useSearchParams();
  const jobs = useQuery(jobChoiceQuery).data ?? [];
  return (
    <Group gap="sm" mb="md">
      <Select
        style={{ flex: '1 1 16rem', maxWidth: '26rem' }}
        aria-label={t('agreement.job')}
        placeholder={t('agreement.allJobs')}
        data={jobs.map(({ id, title }) => ({ value: id, label: title }))}
        value={params.get('job')}
        onChange={(job) =>
          setParams(
            (before) => {
              const next = new URLSearchParams(before);
              if (job === null) next.delete('job');
              else next.set('job', job);
              return next;
            },
            { replace: true },
          )
        }
        clearable
        clearButtonProps={{ 'aria-label': t('agreement.allJobs') }}
      />
      {children}
    </Group>
  );
}
