import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { GroupFault, useDraftFaults } from '../ui/draft-faults';
import { freshKey, replaced, without } from '../ui/list-edits';
import type { RoundFact } from './plan-content';
import classes from './plan-editor.module.css';

interface FactFieldsProps {
  readonly at: string;
  readonly facts: readonly RoundFact[];
  readonly onChange: (facts: RoundFact[]) => void;
}

/** Yes-or-no facts that a round records, never a rating. */
export function FactFields({ at, facts, onChange }: FactFieldsProps) {
  const { t } = useTranslation('plan-editor');
  const faults = useDraftFaults();
  const keys = facts.map(({ key }) => key);
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t('facts.title')}</legend>
      <GroupFault at={at} />
      <ul className={classes.rows}>
        {facts.map((fact, index) => (
          <li key={fact.key} className={classes.row}>
            <TextInput
              {...faults.field(`${at}/${index}/name`)}
              className={classes.wide}
              aria-label={t('facts.name', { number: index + 1 })}
              maxLength={120}
              value={fact.name}
              onChange={(event) => onChange(replaced(facts, index, { ...fact, name: event.currentTarget.value }))}
            />
            <ActionIcon mt={5} aria-label={t('draft:removeOf', { name: fact.name })} onClick={() => onChange(without(facts, index))}>
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => onChange([...facts, { key: freshKey('fact', keys), name: '' }])}
        >
          {t('facts.add')}
        </Button>
      </div>
    </fieldset>
  );
}
