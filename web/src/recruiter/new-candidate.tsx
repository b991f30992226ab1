import { Alert, Anchor, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUserExclamation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, once, unwrap } from '../api/client';
import { currentLanguage } from '../app/language';
import { countries, timeZones } from '../entrance/place';
import { FormDialog } from './form-dialog';
import { PersonSelect } from './person-select';
import { candidateSearchQuery } from './queries';

const EMPTY = { name: '', email: '', phone: '', location: '', country: '', timeZone: '', referrerId: '' };

/** Leaves out what was not filled in, so that the server keeps its defaults. */
export function filled<Values extends Readonly<Record<string, string>>>(values: Values): Partial<Values> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as Partial<Values>;
}

/** A new person; whoever looks the same is named while one types, before there are two records. */
export function NewCandidate({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  const { t } = useTranslation('recruiter');
  const navigate = useNavigate();
  return (
    <FormDialog
      onClose={onClose}
      size="lg"
      title={t('candidates.new')}
      submit={t('candidates.create')}
      done={t('candidates.created')}
      keys={[['candidates']]}
      initial={{ ...EMPTY, name }}
      send={({ name: called, ...rest }, key) =>
        unwrap(api.POST('/api/v1/candidates', { headers: once(key), body: { name: called, ...filled(rest) } }))
      }
      then={({ id, possibleDuplicates }) => void navigate(`/candidates/${id}${possibleDuplicates.length > 0 ? '?duplicates=1' : ''}`)}
    >
      {(form) => (
        <>
          <TextInput label={t('candidate.name')} required data-autofocus maxLength={200} {...form.getInputProps('name')} />
          <SameName name={form.getValues().name} />
          <Group grow align="flex-start">
            <TextInput label={t('candidate.email')} type="email" maxLength={320} {...form.getInputProps('email')} />
            <TextInput label={t('candidate.phone')} type="tel" maxLength={100} {...form.getInputProps('phone')} />
          </Group>
          <TextInput label={t('candidate.location')} maxLength={300} {...form.getInputProps('location')} />
          <Group grow align="flex-start">
            <Select
              label={t('candidate.country')}
              data={countries(currentLanguage())}
              searchable
              clearable
              {...form.getInputProps('country')}
              value={form.getValues().country || null}
              onChange={(value) => form.setFieldValue('country', value ?? '')}
            />
            <Select
              label={t('candidate.timeZone')}
              data={timeZones()}
              searchable
              clearable
              {...form.getInputProps('timeZone')}
              value={form.getValues().timeZone || null}
              onChange={(value) => form.setFieldValue('timeZone', value ?? '')}
            />
          </Group>
          <PersonSelect
            label={t('candidate.referrer')}
            description={t('candidate.referrerText')}
            clearable
            {...form.getInputProps('referrerId')}
            value={form.getValues().referrerId || null}
            onChange={(value) => form.setFieldValue('referrerId', value ?? '')}
          />
        </>
      )}
    </FormDialog>
  );
}

function SameName({ name }: { readonly name: string }) {
  const { t } = useTranslation('recruiter');
  const [search] = useDebouncedValue(name.trim(), 300);
  const found = useQuery({ ...candidateSearchQuery(search), enabled: search.length > 2 }).data ?? [];
  if (search.length <= 2 || found.length === 0) return null;
  return (
    <Alert color="amber" icon={<IconUserExclamation aria-hidden />} title={t('candidates.same')} role="status">
      <Stack gap={2}>
        {found.slice(0, 3).map(({ id, name: called, location, applications }) => (
          <Text key={id} size="sm">
            <Anchor component={Link} to={`/candidates/${id}`} size="sm" underline="always">
              {called}
            </Anchor>
            {` · ${[location, t('candidates.applications', { count: applications })].filter((part) => part !== '').join(' · ')}`}
          </Text>
        ))}
      </Stack>
    </Alert>
  );
}
