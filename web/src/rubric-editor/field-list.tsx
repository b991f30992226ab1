import { Button, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceField, ListField } from '../api/rubric-content';
import { GroupFault } from '../ui/draft-faults';
import { ItemList } from '../ui/item-list';
import { filled, freshKey, replaced, without } from '../ui/list-edits';
import { moved } from '../ui/sortable-list';
import { isSimple } from './evidence-fields';
import { FieldForm } from './field-form';
import classes from './rubric-editor.module.css';

interface FieldListProps {
  readonly at: string;
  readonly fields: readonly EvidenceField[];
  readonly onChange: (fields: readonly EvidenceField[]) => void;
  /** What a field that is a list says of its rows. Absent inside a list: a row holds no lists of its own. */
  readonly rowsOf?: (at: string, list: ListField, onChange: (field: EvidenceField) => void) => ReactNode;
}

/** The fields of a form, or of the rows of a list in it. */
export function FieldList({ at, fields, onChange, rowsOf }: FieldListProps) {
  const { t } = useTranslation('rubric-editor');
  const [open, setOpen] = useState<number | null>(null);
  const title = t(rowsOf ? 'forms.fieldsTitle' : 'forms.rowFields');
  const add = () => {
    const key = freshKey(
      'field',
      fields.map((one) => one.key),
    );
    onChange([...fields, { key, kind: 'text', name: t('forms.newField', { number: fields.length + 1 }) }]);
    setOpen(fields.length);
  };
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{title}</legend>
      <GroupFault at={at} />
      <ItemList
        label={title}
        pointer={at}
        items={fields.map(({ key, name, kind, required = false }) => ({
          key,
          name: name === '' ? key : name,
          facts: [t(`forms.kind.${kind}`), ...(required ? [t('forms.isRequired')] : [])],
        }))}
        open={open}
        onOpen={setOpen}
        onMove={(from, to) => onChange(moved(fields, from, to))}
        onRemove={(index) => {
          setOpen(null);
          onChange(without(fields, index));
        }}
      >
        {(index) => {
          const field = fields[index];
          if (!field) return undefined;
          const pointer = `${at}/${index}`;
          const change = (next: EvidenceField) => onChange(replaced(fields, index, filled(next)));
          return (
            <Stack gap="sm">
              <FieldForm at={pointer} field={field} siblings={fields} canBeList={rowsOf !== undefined} onChange={change} />
              {!isSimple(field) && rowsOf?.(pointer, field, change)}
            </Stack>
          );
        }}
      </ItemList>
      <div>
        <Button size="xs" variant="default" leftSection={<IconPlus size={15} aria-hidden />} onClick={add}>
          {t('forms.addField')}
        </Button>
      </div>
    </fieldset>
  );
}
