import { Button, CloseButton, Group, Indicator, Popover, SegmentedControl, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { jobChoiceQuery } from '../recruiter/queries';
import { type BoardAddress, SORTS, WAITING } from './board-address';
import { ColleagueSelect } from './colleague-select';
import classes from './filter-bar.module.css';
import type { BoardCounts, BoardLine } from './queries';

interface FilterBarProps {
  readonly address: BoardAddress;
  readonly counts: BoardCounts | undefined;
  readonly lines: readonly BoardLine[];
}

/** What the board is narrowed to. */
export function FilterBar({ address, counts, lines }: FilterBarProps) {
  const { t } = useTranslation('board');
  const { filters, change } = address;
  const jobs = useQuery(jobChoiceQuery).data ?? [];
  return (
    <div className={classes.bar}>
      <SearchField value={filters.search ?? ''} onChange={(search) => change({ search })} />
      <Select
        className={classes.job}
        aria-label={t('filter.job')}
        placeholder={t('filter.allJobs')}
        searchable
        data={jobs.map(({ id, title }) => ({ value: id, label: title }))}
        value={filters.jobId ?? null}
        onChange={(jobId) => change({ jobId: jobId ?? undefined, column: undefined })}
        clearable
        clearButtonProps={{ 'aria-label': t('filter.allJobs') }}
      />
      <SegmentedControl
        className={classes.urgency}
        aria-label={t('filter.urgency')}
        value={filters.urgency ?? 'any'}
        onChange={(value) => change({ urgency: value === 'late' || value === 'at_risk' ? value : undefined })}
        data={[
          { value: 'any', label: t('filter.any') },
          { value: 'late', label: urgencyLabel(t('state.late'), filters.urgency === undefined ? counts?.late : undefined) },
          { value: 'at_risk', label: urgencyLabel(t('state.at_risk'), filters.urgency === undefined ? counts?.atRisk : undefined) },
        ]}
      />
      <MoreFilters address={address} lines={lines} />
    </div>
  );
}

const urgencyLabel = (label: string, count: number | undefined) => (count === undefined ? label : `${label} · ${count}`);

function MoreFilters({ address, lines }: Pick<FilterBarProps, 'address' | 'lines'>) {
  const { t } = useTranslation('board');
  const { filters, sort, change, order } = address;
  const { recruiterId, holderId, waitingFor, ended } = filters;
  const used = [recruiterId, holderId, waitingFor, ended].filter((one) => one !== undefined).length;
  const seen = lines.flatMap(({ holder, clock }) => [...(holder?.people ?? []), ...(clock?.holder ? [clock.holder] : [])]);
  return (
    <Popover position="bottom-end" shadow="md" width={300} trapFocus>
      <Indicator label={used} size={18} disabled={used === 0} className={classes.more}>
        <Popover.Target>
          <Button variant="default" fullWidth leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}>
            {t('filter.more')}
          </Button>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown aria-label={t('filter.more')}>
        <Stack gap="sm">
          <ColleagueSelect
            label={t('filter.holder')}
            anybody={t('filter.anybody')}
            value={holderId}
            seen={seen}
            onChange={(id) => change({ holderId: id })}
          />
          <Select
            label={t('filter.waiting')}
            placeholder={t('filter.anything')}
            data={WAITING.map((one) => ({ value: one, label: t(`waits.${one}`) }))}
            value={waitingFor ?? null}
            onChange={(value) => change({ waitingFor: WAITING.find((one) => one === value) })}
            comboboxProps={{ withinPortal: false }}
            clearable
            clearButtonProps={{ 'aria-label': t('filter.anything') }}
          />
          <ColleagueSelect
            label={t('filter.recruiter')}
            anybody={t('filter.anybody')}
            value={recruiterId}
            seen={seen}
            onChange={(id) => change({ recruiterId: id })}
          />
          <Select
            label={t('sort.label')}
            data={SORTS.map((one) => ({ value: one, label: t(`sort.${one}`) }))}
            value={sort}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            onChange={(value) => order(SORTS.find((one) => one === value) ?? 'due')}
          />
          <Switch
            label={t('filter.ended')}
            checked={ended === true}
            onChange={(event) => change({ ended: event.currentTarget.checked || undefined, column: undefined })}
          />
          {used > 0 && (
            <Group justify="flex-end">
              <Button
                size="xs"
                variant="subtle"
                onClick={() => change({ recruiterId: undefined, holderId: undefined, waitingFor: undefined, ended: undefined })}
              >
                {t('filter.clear')}
              </Button>
            </Group>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function SearchField({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const { t } = useTranslation('board');
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const send = useDebouncedCallback(onChange, 250);
  useEffect(() => setTyped((now) => (now.trim() === value ? now : value)), [value]);
  useHotkeys([['/', () => field.current?.focus()]]);
  const clear = () => {
    setTyped('');
    onChange('');
    field.current?.focus();
  };
  return (
    <TextInput
      ref={field}
      className={classes.search}
      type="search"
      maxLength={200}
      aria-label={t('filter.search')}
      placeholder={t('filter.search')}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        send(event.currentTarget.value.trim());
      }}
      rightSection={typed === '' ? null : <CloseButton size="sm" aria-label={t('filter.clearSearch')} onClick={clear} />}
    />
  );
}
