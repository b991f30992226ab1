import { CloseButton, Group, Select, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import classes from './board.module.css';
import { countsQuery, jobChoiceQuery, jobQuery, planRoundsQuery, SORTS, STATUSES, type ApplicationSummary, type BoardFilters } from './queries';

interface BoardFiltersBarProps {
  readonly filters: BoardFilters;
  readonly items: readonly ApplicationSummary[];
  readonly onChange: (change: Record<string, string | null>) => void;
}

export function BoardFiltersBar({ filters, items, onChange }: BoardFiltersBarProps) {
  const { t } = useTranslation('recruiter');
  const jobs = useQuery(jobChoiceQuery).data ?? [];
  const rounds = useRoundChoices(filters.jobId, items, filters.round);
  return (
    <>
      <StatusStrip filters={filters} onChange={onChange} />
      <Group gap="xs" mb="sm" align="flex-end" className={classes.filters}>
        <SearchField value={filters.search} onChange={(q) => onChange({ q })} />
        <Select
          size="sm"
          className={classes.job}
          aria-label={t('board.job')}
          placeholder={t('board.allJobs')}
          data={jobs.map(({ id, title }) => ({ value: id, label: title }))}
          value={filters.jobId}
          onChange={(job) => onChange({ job, round: null })}
          clearable
          clearButtonProps={{ 'aria-label': t('board.allJobs') }}
        />
        <Select
          size="sm"
          className={classes.round}
          aria-label={t('board.round')}
          placeholder={t('board.allRounds')}
          data={rounds}
          value={filters.round}
          onChange={(round) => onChange({ round })}
          clearable
          clearButtonProps={{ 'aria-label': t('board.allRounds') }}
        />
        <Select
          size="sm"
          className={classes.sort}
          aria-label={t('board.sort.label')}
          data={SORTS.map((sort) => ({ value: sort, label: t(`board.sort.${sort}`) }))}
          value={filters.sort}
          allowDeselect={false}
          onChange={(sort) => onChange({ sort: sort === 'activity' ? null : sort })}
        />
      </Group>
    </>
  );
}

/** How many stand where; each count is the way to them. */
function StatusStrip({ filters, onChange }: Pick<BoardFiltersBarProps, 'filters' | 'onChange'>) {
  const { t } = useTranslation('recruiter');
  const format = useFormat();
  const counts = useQuery(countsQuery(filters.jobId)).data;
  const countOf = (status: string) => counts?.find((one) => one.status === status)?.count ?? 0;
  const all = counts?.reduce((sum, { count }) => sum + count, 0) ?? 0;
  const options = [
    ...STATUSES.map((status) => ({ status, label: t(`status.application.${status}`), count: countOf(status) })),
    { status: 'all', label: t('board.all'), count: all },
  ];
  return (
    <div role="group" aria-label={t('board.status')} className={classes.strip}>
      {options.map(({ status, label, count }) => {
        const isChosen = (filters.status ?? 'all') === status;
        return (
          <UnstyledButton
            key={status}
            className={classes.tab}
            aria-pressed={isChosen}
            data-chosen={isChosen || undefined}
            onClick={() => onChange({ status: status === 'active' ? null : status })}
          >
            {label} <span className={classes.count}>{counts ? format.number(count) : '–'}</span>
          </UnstyledButton>
        );
      })}
    </div>
  );
}

function SearchField({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const { t } = useTranslation('recruiter');
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const send = useDebouncedCallback(onChange, 250);
  useEffect(() => {
    if (value === '') setTyped('');
  }, [value]);
  useHotkeys([['/', () => field.current?.focus()]]);
  return (
    <TextInput
      ref={field}
      size="sm"
      className={classes.search}
      type="search"
      aria-label={t('board.search')}
      placeholder={t('board.search')}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        send(event.currentTarget.value.trim());
      }}
      rightSection={
        typed === '' ? null : (
          <CloseButton
            size="sm"
            aria-label={t('board.clearSearch')}
            onClick={() => {
              setTyped('');
              onChange('');
              field.current?.focus();
            }}
          />
        )
      }
    />
  );
}

/** The rounds of the chosen job's plan; without a job those in sight. */
function useRoundChoices(jobId: string | null, items: readonly ApplicationSummary[], chosen: string | null) {
  const job = useQuery({ ...jobQuery(jobId ?? ''), enabled: jobId !== null }).data;
  const plan = useQuery({ ...planRoundsQuery(job?.planId ?? ''), enabled: job?.planId != null }).data ?? [];
  const known = new Map<string, string>(jobId === null ? [] : plan.map(({ key, name }) => [key, name]));
  for (const { currentRoundKey, currentRoundName } of items) {
    if (currentRoundKey !== null && !known.has(currentRoundKey)) known.set(currentRoundKey, currentRoundName ?? currentRoundKey);
  }
  if (chosen !== null && !known.has(chosen)) known.set(chosen, chosen);
  return [...known].map(([value, label]) => ({ value, label }));
}
