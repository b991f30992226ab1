import { Button, Text } from '@mantine/core';
import { IconForms, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EvidenceForm } from '../api/rubric-content';
import { EmptyScreen } from '../ui/empty-screen';
import { ItemList } from '../ui/item-list';
import { freshKey } from '../ui/list-edits';
import { moved } from '../ui/sortable-list';
import { EvidenceFormForm } from './evidence-form-form';
import { useRubric } from './rubric-context';

/** The forms in which evidence is written down. */
export function FormsPart() {
  const { t } = useTranslation('rubric-editor');
  const { rubric, change, remove, open, setOpen } = useRubric();
  const forms = rubric.evidenceForms;
  const add = () => {
    const key = freshKey(
      'form',
      forms.map((one) => one.key),
    );
    const form: EvidenceForm = {
      key,
      name: t('forms.new', { number: forms.length + 1 }),
      fields: [{ key: 'field_1', kind: 'text', name: t('forms.newField', { number: 1 }) }],
    };
    change((now) => ({ ...now, evidenceForms: [...now.evidenceForms, form] }));
    setOpen(forms.length);
  };
  const items = forms.map(({ key, name, fields }) => ({
    key,
    name: name === '' ? key : name,
    facts: [
      t('forms.fields', { count: fields.length }),
      t('forms.usedBy', { count: rubric.criteria.filter((criterion) => criterion.forms?.includes(key)).length }),
    ],
  }));
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t('forms.text')}
      </Text>
      {forms.length === 0 && <EmptyScreen icon={IconForms} title={t('forms.empty')} text={t('forms.emptyText')} />}
      <ItemList
        label={t('part.evidenceForms')}
        pointer="/evidenceForms"
        items={items}
        open={open}
        onOpen={setOpen}
        onMove={(from, to) => change((now) => ({ ...now, evidenceForms: moved(now.evidenceForms, from, to) }))}
        onRemove={(index) =>
          remove(items[index]?.name ?? '', (now) => ({ ...now, evidenceForms: now.evidenceForms.filter((_, at) => at !== index) }))
        }
      >
        {(index) => <EvidenceFormForm index={index} />}
      </ItemList>
      <Button mt="sm" variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
        {t('forms.add')}
      </Button>
    </>
  );
}
