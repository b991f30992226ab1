import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { jobChoiceQuery } from '../recruiter/queries';

/** The job that a report is about, kept in the address; null for all. */
export function useJobFilter(): string | null {
  return useSearchParams()[0].get('job');
}

export function JobFilter() {
  const { t } = useTranslation('calibration');
  const [params, setParams] = useSearchParams();
  const jobs = useQuery(jobChoiceQuery).data ?? [];
  return (
    <Select
      maw={416}
      mb="md"
      aria-label={t('agreement.job')}
      placeholder={t('agreement.allJobs')}
      data={jobs.map(({ id, title }) => ({ value: id, label: title }))}
      value={params.get('job')}
      onChange={(job) => setParams(job === null ? {} : { job }, { replace: true })}
      clearable
      clearButtonProps={{ 'aria-label': t('agreement.allJobs') }}
    />
  );
}
