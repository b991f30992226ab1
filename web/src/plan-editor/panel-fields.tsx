import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { GroupFault, useDraftFaults } from '../ui/draft-faults';
import { filled, replaced, without } from '../ui/list-edits';
import { NumberField } from '../ui/number-field';
import type { PanelPlace, PlanRound } from './plan-content';
import classes from './plan-editor.module.css';
import { renamePlace } from './plan-edits';

interface PanelFieldsProps {
  readonly at: string;
  readonly round: PlanRound;
  readonly onChange: (round: PlanRound) => void;
}

/** Who sits on the panel, place by place. */
export function PanelFields({ at, round, onChange }: PanelFieldsProps) {
  const { t } = useTranslation('plan-editor');
  const faults = useDraftFaults();
  const { panel } = round;
  const put = (index: number, place: PanelPlace) => onChange({ ...round, panel: replaced(panel, index, filled(place)) });
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t('panel.title')}</legend>
      <GroupFault at={at} />
      {panel.length > 0 && (
        <div className={classes.columns} aria-hidden>
          <span className={classes.count}>{t('panel.countTitle')}</span>
          <span className={classes.wide}>{t('panel.whoTitle')}</span>
          <span className={classes.wide}>{t('panel.qualificationTitle')}</span>
        </div>
      )}
      <ul className={classes.rows}>
        {panel.map((place, index) => {
          const { qualification: _, ...plain } = place;
          return (
            <li key={index} className={classes.row}>
              <NumberField
                {...faults.field(`${at}/${index}/count`)}
                aria-label={t('panel.count', { number: index + 1 })}
                title={t('panel.countTitle')}
                min={1}
                max={20}
                allowDecimal={false}
                w={64}
                value={place.count}
                onChange={(count) => count !== undefined && put(index, { ...place, count })}
              />
              <TextInput
                {...faults.field(`${at}/${index}/title`)}
                className={classes.wide}
                aria-label={t('panel.who', { number: index + 1 })}
                placeholder={t('panel.whoHint')}
                maxLength={120}
                value={place.title}
                onChange={(event) => onChange(renamePlace(round, index, event.currentTarget.value))}
              />
              <TextInput
                {...faults.field(`${at}/${index}/qualification`)}
                className={classes.wide}
                aria-label={t('panel.qualification', { number: index + 1 })}
                placeholder={t('panel.qualificationHint')}
                maxLength={120}
                value={place.qualification ?? ''}
                onChange={(event) => put(index, event.currentTarget.value === '' ? plain : { ...plain, qualification: event.currentTarget.value })}
              />
              <ActionIcon
                mt={5}
                aria-label={t('draft:removeOf', { name: place.title })}
                onClick={() => onChange({ ...round, panel: without(panel, index) })}
              >
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
          onClick={() => onChange({ ...round, panel: [...panel, { title: '', count: 1 }] })}
        >
          {t('panel.add')}
        </Button>
      </div>
    </fieldset>
  );
}
