import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { GroupFault, useDraftFaults } from '../ui/draft-faults';
import { replaced, without } from '../ui/list-edits';
import { NumberField } from '../ui/number-field';
import type { PlanRound, RoundPart } from './plan-content';
import classes from './plan-editor.module.css';

interface PartFieldsProps {
  readonly at: string;
  readonly round: PlanRound;
  readonly onChange: (parts: RoundPart[]) => void;
}

/** Parts of a round with a length of their own, and who holds each. */
export function PartFields({ at, round, onChange }: PartFieldsProps) {
  const { t } = useTranslation('plan-editor');
  const faults = useDraftFaults();
  const parts = round.parts ?? [];
  const places = [...new Set(round.panel.map(({ title }) => title).filter((title) => title !== ''))];
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t('parts.title')}</legend>
      <GroupFault at={at} />
      <ul className={classes.rows}>
        {parts.map((part, index) => {
          const { place, ...plain } = part;
          const put = (next: Partial<RoundPart>) => onChange(replaced(parts, index, { ...part, ...next }));
          return (
            <li key={index} className={classes.row}>
              <NumberField
                {...faults.field(`${at}/${index}/minutes`)}
                aria-label={t('parts.minutes', { number: index + 1 })}
                title={t('round.length')}
                min={1}
                max={1440}
                allowDecimal={false}
                w={64}
                value={part.minutes}
                onChange={(minutes) => minutes !== undefined && put({ minutes })}
              />
              <TextInput
                {...faults.field(`${at}/${index}/name`)}
                className={classes.wide}
                aria-label={t('parts.name', { number: index + 1 })}
                placeholder={t('name')}
                maxLength={120}
                value={part.name}
                onChange={(event) => put({ name: event.currentTarget.value })}
              />
              <TextInput
                {...faults.field(`${at}/${index}/focus`)}
                className={classes.wide}
                aria-label={t('parts.focus', { number: index + 1 })}
                placeholder={t('round.focus')}
                maxLength={2000}
                value={part.focus}
                onChange={(event) => put({ focus: event.currentTarget.value })}
              />
              <Select
                {...faults.field(`${at}/${index}/place`)}
                className={classes.wide}
                aria-label={t('parts.place', { number: index + 1 })}
                placeholder={t('parts.wholePanel')}
                clearable
                clearButtonProps={{ 'aria-label': t('parts.wholePanel') }}
                data={place !== undefined && !places.includes(place) ? [...places, place] : places}
                value={place ?? null}
                onChange={(value) => onChange(replaced(parts, index, value === null ? plain : { ...plain, place: value }))}
              />
              <ActionIcon mt={5} aria-label={t('draft:removeOf', { name: part.name })} onClick={() => onChange(without(parts, index))}>
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => onChange([...parts, { name: '', minutes: 15, focus: '' }])}
        >
          {t('parts.add')}
        </Button>
      </div>
    </fieldset>
  );
}
