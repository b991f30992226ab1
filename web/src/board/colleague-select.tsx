import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me';
import { directoryQuery } from '../recruiter/queries';

interface ColleagueSelectProps {
  readonly label: string;
  readonly anybody: string;
  readonly value: string | undefined;
  /** People on the screen, who need not be looked up. */
  readonly seen: readonly { readonly userId: string; readonly name: string }[];
  readonly onChange: (userId: string | undefined) => void;
}

/** Oneself first, then colleagues by part of the name. */
export function ColleagueSelect({ label, anybody, value, seen, onChange }: ColleagueSelectProps) {
  const { t } = useTranslation('board');
  const me = useMe().data;
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<string | null>(null);
  const [search] = useDebouncedValue(typed.trim(), 200);
  const found = useQuery({ ...directoryQuery(search === picked ? '' : search), placeholderData: keepPreviousData }).data ?? [];
  const known = new Map<string, string>(me ? [[me.id, t('filter.me', { name: me.name })]] : []);
  for (const { id, name } of found) if (!known.has(id)) known.set(id, name);
  for (const { userId, name } of seen) if (userId === value && !known.has(userId)) known.set(userId, name);
  if (value !== undefined && !known.has(value)) known.set(value, picked ?? t('filter.somebody'));
  return (
    <Select
      label={label}
      placeholder={anybody}
      searchable
      openOnFocus={false}
      nothingFoundMessage={t('filter.nobody')}
      comboboxProps={{ withinPortal: false }}
      data={[...known].map(([id, name]) => ({ value: id, label: name }))}
      value={value ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(id, option) => {
        setPicked(option?.label ?? null);
        onChange(id ?? undefined);
      }}
      clearable
      clearButtonProps={{ 'aria-label': anybody }}
    />
  );
}
