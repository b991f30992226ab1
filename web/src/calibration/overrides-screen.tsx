import { Button, Select, Text } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { type Period, PERIODS, usePeriod } from '../board/use-period';
import { EmptyScreen } from '../ui/empty-screen';
import { PageHeader } from '../ui/page-header';
import { QueryState } from '../ui/query-state';
import { JobFilter, useJobFilter } from './job-filter';
import { OverridesSection } from './overrides-section';
import { overridesQuery } from './queries';

/** How often each decider decided otherwise than the rules recommended. Listed by name: nobody is ranked. */
export function Component() {
  const { t } = useTranslation('calibration');
  const [params, setParams] = useSearchParams();
  const chosen = PERIODS.find((one) => one === params.get('period')) ?? null;
  const jobId = useJobFilter();
  const report = useQuery(overridesQuery(jobId, usePeriod(chosen)));
  const isFiltered = jobId !== null || chosen !== null;
  const showAll = () => {
    // The button goes away with the pressing.
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    setParams({}, { replace: true });
  };
  return (
    <>
      <PageHeader title={t('overrides.title')} text={t('overrides.text')} back={{ to: '/reports', label: t('reports') }} />
      <JobFilter>
        <PeriodFilter chosen={chosen} />
      </JobFilter>
      <QueryState query={report}>
        {({ items }) =>
          items.length > 0 ? (
            <>
              <OverridesSection rates={items} />
              <Text size="xs" c="dimmed" maw="44rem">
                {t('overrides.withheld')}
              </Text>
            </>
          ) : (
            <EmptyScreen
              icon={IconArrowsSplit2}
              title={t(isFiltered ? 'overrides.empty.filtered' : 'overrides.empty.title')}
              text={t('overrides.empty.text')}
            >
              {isFiltered && (
                <Button variant="default" onClick={showAll}>
                  {t('overrides.empty.all')}
                </Button>
              )}
            </EmptyScreen>
          )
        }
      </QueryState>
    </>
  );
}

function PeriodFilter({ chosen }: { readonly chosen: Period | null }) {
  const { t } = useTranslation('calibration');
  const [, setParams] = useSearchParams();
  return (
    <Select
      w={200}
      aria-label={t('overrides.period')}
      placeholder={t('overrides.always')}
      data={PERIODS.map((one) => ({ value: one, label: t(`overrides.periods.${one}`) }))}
      value={chosen}
      onChange={(value) =>
        setParams(
          (before) => {
            const next = new URLSearchParams(before);
            if (value === null) next.delete('period');
            else next.set('period', value);
            return next;
          },
          { replace: true },
        )
      }
      clearable
      clearButtonProps={{ 'aria-label': t('overrides.always') }}
    />
  );
}
