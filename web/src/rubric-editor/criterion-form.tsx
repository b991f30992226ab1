import { Group, MultiSelect, Select, Stack, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Criterion } from '../api/rubric-content';
import { GroupFault, useDraftFaults } from '../ui/draft-faults';
import { KeyInput } from '../ui/key-input';
import { filled, keyFrom, replaced } from '../ui/list-edits';
import { NumberField } from '../ui/number-field';
import { AnchorFields } from './anchor-fields';
import { useRubric } from './rubric-context';
import { renameCriterion } from './rubric-edits';

const NEEDS = ['required', 'optional', 'none'] as const;
const FRESH = /^criterion_\d+$/;

/** Everything a criterion says of itself. */
export function CriterionForm({ index }: { readonly index: number }) {
  const { t } = useTranslation('rubric-editor');
  const { rubric, change } = useRubric();
  const faults = useDraftFaults();
  const criterion = rubric.criteria[index];
  if (!criterion) return null;
  const at = `/criteria/${index}`;
  const { key, name, description, weight = 1, required = false, minimumRaters, evidence = 'optional', forms = [], rounds } = criterion;
  const keys = rubric.criteria.filter((one) => one !== criterion).map((one) => one.key);
  const set = (part: Partial<Criterion>) =>
    change((now) => ({ ...now, criteria: now.criteria.map((one, place) => (place === index ? filled({ ...one, ...part }) : one)) }));
  const rename = (to: string) => change((now) => renameCriterion(now, key, to));
  const nameLeft = () => {
    const wanted = keyFrom(name);
    if (FRESH.test(key) && wanted !== '' && !FRESH.test(wanted) && !keys.includes(wanted)) rename(wanted);
  };
  const knownRounds = [...new Set(rubric.criteria.flatMap((one) => one.rounds))];
  return (
    <Stack gap="md">
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TextInput
          {...faults.field(`${at}/name`)}
          label={t('name')}
          required
          maxLength={120}
          miw={220}
          value={name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          onBlur={nameLeft}
        />
        <KeyInput pointer={`${at}/key`} value={key} taken={keys} onRename={rename} />
      </Group>
      <Textarea
        {...faults.field(`${at}/description`)}
        label={t('criteria.measures')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={description}
        onChange={(event) => set({ description: event.currentTarget.value })}
      />
      <Group gap="xl" align="flex-start">
        <NumberField
          {...faults.field(`${at}/weight`)}
          label={t('weight')}
          description={t('criteria.weightText')}
          min={0}
          decimalScale={4}
          w={190}
          value={weight}
          onChange={(value) => set({ weight: value ?? 0 })}
        />
        <Stack gap={8} pt={4}>
          <Switch
            label={t('criteria.required')}
            description={t('criteria.requiredText')}
            checked={required}
            onChange={(event) => set({ required: event.currentTarget.checked })}
          />
          {required && (
            <NumberField
              {...faults.field(`${at}/minimumRaters`)}
              label={t('criteria.raters')}
              min={1}
              max={100}
              allowDecimal={false}
              w={190}
              value={minimumRaters ?? 1}
              onChange={(value) => set({ minimumRaters: value })}
            />
          )}
        </Stack>
      </Group>
      <TagsInput
        {...faults.field(`${at}/rounds`)}
        label={t('criteria.rounds')}
        description={t('criteria.roundsText')}
        required
        data={knownRounds}
        value={[...rounds]}
        onChange={(typed) => set({ rounds: [...new Set(typed.map(keyFrom).filter((one) => one !== ''))] })}
      />
      {rounds.map((_, place) => (
        <GroupFault key={place} at={`${at}/rounds/${place}`} />
      ))}
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <Select
          {...faults.field(`${at}/evidence`)}
          label={t('criteria.evidence')}
          allowDeselect={false}
          miw={200}
          data={NEEDS.map((value) => ({ value, label: t(`criteria.need.${value}`) }))}
          value={evidence}
          onChange={(value) => set({ evidence: NEEDS.find((one) => one === value) ?? 'optional' })}
        />
        {(evidence !== 'none' || forms.length > 0) && (
          <MultiSelect
            {...faults.field(`${at}/forms`)}
            label={t('criteria.forms')}
            description={rubric.evidenceForms.length === 0 ? t('criteria.noForms') : t('criteria.formsText')}
            miw={220}
            data={[
              { value: 'note', label: t('criteria.note') },
              ...rubric.evidenceForms.map((form) => ({ value: form.key, label: form.name === '' ? form.key : form.name })),
            ]}
            value={[...forms]}
            onChange={(value) => set({ forms: value.length === 0 ? undefined : value } as Partial<Criterion>)}
          />
        )}
      </Group>
      <AnchorFields
        at={`${at}/anchors`}
        anchors={criterion.anchors}
        labels={rubric.scale.labels}
        onChange={(place, anchor) => set({ anchors: replaced(criterion.anchors, place, anchor) })}
        onRemove={(place) => set({ anchors: criterion.anchors.filter((_, other) => other !== place) })}
        levels={rubric.scale.levels}
      />
    </Stack>
  );
}
