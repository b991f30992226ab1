import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { directoryQuery } from './queries';

/** Pick a colleague by typing part of the name. */
export function PersonSelect(props: Omit<SelectProps, 'data' | 'searchValue' | 'onSearchChange'>) {
  const { t } = useTranslation('recruiter');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const [picked, setPicked] = useState<{ value: string; label: string } | null>(null);
  const people = useQuery({ ...directoryQuery(picked?.label === search ? '' : search), placeholderData: keepPreviousData });
  const found = (people.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const data = picked && !found.some(({ value }) => value === picked.value) ? [picked, ...found] : found;
  return (
    <Select
      searchable
      placeholder={t('person.placeholder')}
      nothingFoundMessage={t('person.nothing')}
      {...props}
      data={data}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(value, option) => {
        setPicked(value === null || option === null ? null : { value: option.value, label: option.label });
        props.onChange?.(value, option);
      }}
    />
  );
}
