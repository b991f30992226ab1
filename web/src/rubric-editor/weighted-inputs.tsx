import { ActionIcon, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WeightedInput } from '../api/rubric-content';
import { GroupFault, useDraftFaults } from '../ui/draft-faults';
import { replaced, without } from '../ui/list-edits';
import { NumberField } from '../ui/number-field';
import { useRubric } from './rubric-context';
import classes from './rubric-editor.module.css';

interface WeightedInputsProps {
  readonly at: string;
  readonly legend: string;
  readonly isWeighted: boolean;
  readonly inputs: readonly WeightedInput[];
  readonly onChange: (inputs: readonly WeightedInput[]) => void;
}

/** Which criteria go into a signal, and how much each weighs there. */
export function WeightedInputs({ at, legend, isWeighted, inputs, onChange }: WeightedInputsProps) {
  const { t } = useTranslation('rubric-editor');
  const { rubric } = useRubric();
  const faults = useDraftFaults();
  const nameOf = (key: string) => rubric.criteria.find((one) => one.key === key)?.name ?? key;
  const free = rubric.criteria.filter(({ key }) => !inputs.some(({ criterion }) => criterion === key));
  const choices = (own: string) => [...new Set([own, ...free.map(({ key }) => key)])].map((value) => ({ value, label: nameOf(value) }));
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{legend}</legend>
      <GroupFault at={at} />
      <ul className={classes.inputs}>
        {inputs.map((input, index) => (
          <li key={input.criterion} className={classes.input}>
            <Select
              {...faults.field(`${at}/${index}/criterion`)}
              aria-label={t('signals.criterion', { number: index + 1 })}
              allowDeselect={false}
              data={choices(input.criterion)}
              value={input.criterion}
              onChange={(criterion) => criterion && onChange(replaced(inputs, index, { ...input, criterion }))}
            />
            {isWeighted && (
              <NumberField
                {...faults.field(`${at}/${index}/weight`)}
                aria-label={t('signals.weightOf', { name: nameOf(input.criterion) })}
                title={t('weight')}
                min={0}
                decimalScale={4}
                w={80}
                value={input.weight ?? 1}
                onChange={(weight) => onChange(replaced(inputs, index, { ...input, weight: weight ?? 0 }))}
              />
            )}
            <ActionIcon mt={5} aria-label={t('draft:removeOf', { name: nameOf(input.criterion) })} onClick={() => onChange(without(inputs, index))}>
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {free.length > 0 && (
        <Select
          aria-label={t('signals.addInput')}
          placeholder={t('signals.addInput')}
          maw={320}
          data={free.map(({ key, name }) => ({ value: key, label: name }))}
          value={null}
          onChange={(criterion) => criterion && onChange([...inputs, { criterion }])}
        />
      )}
    </fieldset>
  );
}
