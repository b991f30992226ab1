import { Group, Select, TextInput, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../api/client';
import { currentLanguage } from '../app/language';
import { countries, timeZones } from '../entrance/place';
import { FormDialog } from './form-dialog';
import type { Candidate } from './queries';

/** How to reach a person, and what they are called. */
export function EditCandidate({ candidate, onClose }: { readonly candidate: Candidate; readonly onClose: () => void }) {
  const { t } = useTranslation('recruiter');
  const { id, version, name, email, phone, location, country, timeZone, links } = candidate;
  return (
    <FormDialog
      onClose={onClose}
      size="lg"
      title={t('candidate.edit')}
      submit={t('save')}
      done={t('saved')}
      keys={[['candidates'], ['applications']]}
      initial={{ name, email: email ?? '', phone: phone ?? '', location, country, timeZone, links: links.join('\n') }}
      send={({ links: written, email: address, ...rest }) =>
        unwrap(
          api.PATCH('/api/v1/candidates/{candidateId}', {
            params: { path: { candidateId: id } },
            headers: ifMatch(version),
            body: { ...rest, email: address === '' ? null : address, links: written.split(/\s+/).filter((link) => link !== '') },
          }),
        )
      }
    >
      {(form) => (
        <>
          <TextInput label={t('candidate.name')} required data-autofocus maxLength={200} {...form.getInputProps('name')} />
          <Group grow align="flex-start">
            <TextInput label={t('candidate.email')} type="email" {...form.getInputProps('email')} />
            <TextInput label={t('candidate.phone')} type="tel" {...form.getInputProps('phone')} />
          </Group>
          <TextInput label={t('candidate.location')} {...form.getInputProps('location')} />
          <Group grow align="flex-start">
            <Select
              label={t('candidate.country')}
              data={countries(currentLanguage())}
              searchable
              allowDeselect={false}
              {...form.getInputProps('country')}
            />
            <Select label={t('candidate.timeZone')} data={timeZones()} searchable allowDeselect={false} {...form.getInputProps('timeZone')} />
          </Group>
          <Textarea label={t('candidate.links')} description={t('candidate.linksText')} autosize minRows={2} {...form.getInputProps('links')} />
        </>
      )}
    </FormDialog>
  );
}
