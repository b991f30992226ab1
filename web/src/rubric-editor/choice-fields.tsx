import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ChoiceField } from '../api/rubric-content';
import { GroupFault, useDraftFaults } from '../ui/draft-faults';
import { freshKey, replaced, without } from '../ui/list-edits';
import classes from './rubric-editor.module.css';

type Choices = ChoiceField['choices'];

interface ChoiceFieldsProps {
  readonly at: string;
  readonly choices: Choices;
  readonly onChange: (choices: Choices) => void;
}

/** What can be chosen. */
export function ChoiceFields({ at, choices, onChange }: ChoiceFieldsProps) {
  const { t } = useTranslation('rubric-editor');
  const faults = useDraftFaults();
  const add = () => {
    const key = freshKey(
      'choice',
      choices.map((one) => one.key),
    );
    onChange([...choices, { key, name: t('forms.newChoice', { number: choices.length + 1 }) }]);
  };
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t('forms.choices')}</legend>
      <GroupFault at={at} />
      <ul className={classes.inputs}>
        {choices.map((choice, index) => (
          <li key={choice.key} className={classes.input}>
            <TextInput
              {...faults.field(`${at}/${index}/name`)}
              aria-label={t('forms.choice', { number: index + 1 })}
              maxLength={120}
              value={choice.name}
              onChange={(event) => onChange(replaced(choices, index, { ...choice, name: event.currentTarget.value }))}
            />
            <ActionIcon mt={5} aria-label={t('draft:removeOf', { name: choice.name })} onClick={() => onChange(without(choices, index))}>
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <div>
        <Button size="xs" variant="default" leftSection={<IconPlus size={15} aria-hidden />} onClick={add}>
          {t('forms.addChoice')}
        </Button>
      </div>
    </fieldset>
  );
}
