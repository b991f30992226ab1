import { Group, Select, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ReportLinks } from '../calibration/report-links';
import { jobChoiceQuery } from '../recruiter/queries';
import { PageHeader } from '../ui/page-header';
import { FunnelReport } from './funnel-report';
import { StallsReport } from './stalls-report';
import { TimesReport } from './times-report';
import { PERIODS, usePeriod } from './use-period';

const TABS = ['funnel', 'time', 'stalls'] as const;

/** How applications flow: how many pass each round, how long they stand there, and who has heard nothing for too long. */
export function Component() {
  const { t } = useTranslation('board');
  const [params, setParams] = useSearchParams();
  const tab = TABS.find((one) => one === params.get('tab')) ?? 'funnel';
  const chosen = PERIODS.find((one) => one === params.get('period')) ?? 'year';
  const jobId = params.get('job');
  const period = usePeriod(chosen);
  const jobs = useQuery(jobChoiceQuery).data ?? [];
  const set = (part: Record<string, string | null>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [key, value] of Object.entries(part)) {
          if (value === null) next.delete(key);
          else next.set(key, value);
        }
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <PageHeader title={t('reports.title')} text={t('reports.text')} actions={<ReportLinks />} />
      <Tabs value={tab} onChange={(value) => set({ tab: value === 'funnel' ? null : value })}>
        <Tabs.List mb="md">
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`reports.tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Group gap="sm" mb="md">
          <Select
            style={{ flex: '1 1 16rem', maxWidth: '26rem' }}
            aria-label={t('filter.job')}
            placeholder={t('filter.allJobs')}
            data={jobs.map(({ id, title }) => ({ value: id, label: title }))}
            value={jobId}
            onChange={(job) => set({ job })}
            clearable
            clearButtonProps={{ 'aria-label': t('filter.allJobs') }}
          />
          {tab !== 'stalls' && (
            <Select
              w={200}
              aria-label={t('reports.period')}
              allowDeselect={false}
              data={PERIODS.map((one) => ({ value: one, label: t(`reports.periods.${one}`) }))}
              value={chosen}
              onChange={(value) => set({ period: value === 'year' ? null : value })}
            />
          )}
        </Group>
        <Tabs.Panel value="funnel">
          <FunnelReport period={period} jobId={jobId} />
        </Tabs.Panel>
        <Tabs.Panel value="time">
          <TimesReport period={period} jobId={jobId} />
        </Tabs.Panel>
        <Tabs.Panel value="stalls">
          <StallsReport jobId={jobId} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
