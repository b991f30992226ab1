import { Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EvidenceForm } from '../api/rubric-content';
import { useDraftFaults } from '../ui/draft-faults';
import { KeyInput } from '../ui/key-input';
import { filled, keyFrom } from '../ui/list-edits';
import { FieldList } from './field-list';
import { ListRules } from './list-rules';
import { useRubric } from './rubric-context';
import { renameForm } from './rubric-edits';

const FRESH = /^form_\d+$/;

/** One evidence form: its name and its fields, in order. */
export function EvidenceFormForm({ index }: { readonly index: number }) {
  const { t } = useTranslation('rubric-editor');
  const { rubric, change } = useRubric();
  const faults = useDraftFaults();
  const form = rubric.evidenceForms[index];
  if (!form) return null;
  const at = `/evidenceForms/${index}`;
  const keys = ['note', ...rubric.evidenceForms.filter((one) => one !== form).map((one) => one.key)];
  const put = (next: EvidenceForm) =>
    change((now) => ({ ...now, evidenceForms: now.evidenceForms.map((one, place) => (place === index ? filled(next) : one)) }));
  const rename = (to: string) => change((now) => renameForm(now, form.key, to));
  const nameLeft = () => {
    const wanted = keyFrom(form.name);
    if (FRESH.test(form.key) && wanted !== '' && !FRESH.test(wanted) && !keys.includes(wanted)) rename(wanted);
  };
  return (
    <Stack gap="md">
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TextInput
          {...faults.field(`${at}/name`)}
          label={t('name')}
          required
          maxLength={120}
          miw={220}
          value={form.name}
          onChange={(event) => put({ ...form, name: event.currentTarget.value })}
          onBlur={nameLeft}
        />
        <KeyInput pointer={`${at}/key`} value={form.key} taken={keys} onRename={rename} />
      </Group>
      <Textarea
        {...faults.field(`${at}/description`)}
        label={t('forms.description')}
        autosize
        minRows={1}
        maxLength={2000}
        value={form.description ?? ''}
        onChange={(event) => put({ ...form, description: event.currentTarget.value === '' ? undefined : event.currentTarget.value } as EvidenceForm)}
      />
      <FieldList
        at={`${at}/fields`}
        fields={form.fields}
        onChange={(fields) => put({ ...form, fields })}
        rowsOf={(at, list, onChange) => <ListRules at={at} field={list} onChange={onChange} />}
      />
    </Stack>
  );
}
