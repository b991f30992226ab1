import { ActionIcon, Button, Group, Select, Stack, Switch, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EvidenceField, ListField } from '../api/rubric-content';
import { useDraftFaults } from '../ui/draft-faults';
import { filled, replaced, without } from '../ui/list-edits';
import { NumberField } from '../ui/number-field';
import { FieldList } from './field-list';
import { isSimple } from './evidence-fields';
import classes from './rubric-editor.module.css';

interface ListRulesProps {
  readonly at: string;
  readonly field: ListField;
  readonly onChange: (field: EvidenceField) => void;
}

type Rule = NonNullable<ListField['exactlyOne']>[number];

/** The rows of a list: their fields, how many there are, whether their order ranks them, and what must be there exactly once. */
export function ListRules({ at, field, onChange }: ListRulesProps) {
  const { t } = useTranslation('rubric-editor');
  const faults = useDraftFaults();
  const put = (part: { readonly [Member in keyof ListField]?: ListField[Member] | undefined }) =>
    onChange(filled({ ...field, ...part } as ListField));
  const rules = field.exactlyOne ?? [];
  const first = field.fields[0];
  const setRules = (next: readonly Rule[]) => put({ exactlyOne: next.length === 0 ? undefined : next });
  const setCount = (bound: 'minimum' | 'maximum', value: number | undefined) => {
    const count = filled({ ...field.count, [bound]: value } as NonNullable<ListField['count']>);
    put({ count: Object.keys(count).length === 0 ? undefined : count });
  };
  return (
    <Stack gap="sm" className={classes.nested}>
      <FieldList at={`${at}/fields`} fields={field.fields} onChange={(fields) => put({ fields: fields.filter(isSimple) })} />
      <Group grow align="flex-start">
        {(['minimum', 'maximum'] as const).map((bound) => (
          <NumberField
            key={bound}
            {...faults.field(`${at}/count/${bound}`)}
            label={t(`forms.rows.${bound}`)}
            min={bound === 'minimum' ? 0 : 1}
            max={1000}
            allowDecimal={false}
            value={field.count?.[bound]}
            onChange={(value) => setCount(bound, value)}
          />
        ))}
      </Group>
      <Switch
        label={t('forms.ranked')}
        checked={field.ranked === true}
        onChange={(event) => put({ ranked: event.currentTarget.checked ? true : undefined })}
      />
      {rules.map((rule, index) => (
        <RuleFields
          key={index}
          at={`${at}/exactlyOne/${index}`}
          rule={rule}
          fields={field.fields}
          onChange={(next) => setRules(replaced(rules, index, next))}
          onRemove={() => setRules(without(rules, index))}
        />
      ))}
      {first && (
        <div>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => setRules([...rules, { field: first.key, value: first.kind === 'boolean' ? true : '…' }])}
          >
            {t('forms.addRule')}
          </Button>
        </div>
      )}
    </Stack>
  );
}

interface RuleFieldsProps {
  readonly at: string;
  readonly rule: Rule;
  readonly fields: readonly EvidenceField[];
  readonly onChange: (rule: Rule) => void;
  readonly onRemove: () => void;
}

function RuleFields({ at, rule, fields, onChange, onRemove }: RuleFieldsProps) {
  const { t } = useTranslation('rubric-editor');
  const faults = useDraftFaults();
  const choices = fields.map(({ key, name }) => ({ value: key, label: name }));
  const field = fields.find(({ key }) => key === rule.field);
  return (
    <Group gap="sm" align="flex-start" className={classes.anchor}>
      <Select
        {...faults.field(`${at}/field`)}
        label={t('forms.onceField')}
        allowDeselect={false}
        w={170}
        data={choices}
        value={rule.field}
        onChange={(key) => key && onChange({ ...rule, field: key })}
      />
      {field?.kind === 'choice' ? (
        <Select
          {...faults.field(`${at}/value`)}
          label={t('forms.onceValue')}
          w={170}
          data={field.choices.map(({ key, name }) => ({ value: key, label: name }))}
          value={String(rule.value)}
          onChange={(value) => value && onChange({ ...rule, value })}
        />
      ) : field?.kind === 'boolean' ? (
        <Switch
          mt={30}
          label={t('forms.onceValue')}
          checked={rule.value === true}
          onChange={(event) => onChange({ ...rule, value: event.currentTarget.checked })}
        />
      ) : (
        <TextInput
          {...faults.field(`${at}/value`)}
          label={t('forms.onceValue')}
          w={170}
          maxLength={120}
          value={String(rule.value)}
          onChange={(event) => onChange({ ...rule, value: event.currentTarget.value })}
        />
      )}
      <Select
        {...faults.field(`${at}/per`)}
        label={t('forms.oncePer')}
        placeholder={t('forms.onceInList')}
        clearable
        clearButtonProps={{ 'aria-label': t('forms.onceInList') }}
        w={180}
        data={choices.filter(({ value }) => value !== rule.field)}
        value={rule.per ?? null}
        onChange={(per) => onChange(filled({ ...rule, per: per ?? undefined } as Rule))}
      />
      <ActionIcon mt={28} aria-label={t('forms.removeRule')} onClick={onRemove}>
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
