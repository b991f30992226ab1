import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDraftFaults } from '../ui/draft-faults';
import { filled } from '../ui/list-edits';
import { NumberField } from '../ui/number-field';
import { usePlan } from './plan-context';
import classes from './plan-editor.module.css';

const DEADLINES = [
  ['processDays', 1, 1000],
  ['decisionDueBusinessDays', 0, 120],
  ['silentGapDays', 1, 1000],
  ['committeeBacklogDays', 0, 1000],
  ['debriefMinutes', 5, 1440],
] as const;

/** The times that a plan promises as a whole; what is left empty follows the usual ones. */
export function DeadlinesPart() {
  const { t } = useTranslation('plan-editor');
  const { plan, change } = usePlan();
  const faults = useDraftFaults();
  const { deadlines } = plan.content;
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t('deadline.text')}
      </Text>
      <div className={classes.times}>
        {DEADLINES.map(([name, min, max]) => (
          <NumberField
            key={name}
            {...faults.field(`/content/deadlines/${name}`)}
            label={t(`deadline.${name}`)}
            placeholder={t('usual', { value: t(`usualOf.${name}`) })}
            min={min}
            max={max}
            allowDecimal={false}
            value={deadlines[name]}
            onChange={(value) =>
              change((now) => ({ ...now, content: { ...now.content, deadlines: filled({ ...now.content.deadlines, [name]: value }) } }))
            }
          />
        ))}
      </div>
    </>
  );
}
