import { Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDraftFaults, GroupFault } from '../ui/draft-faults';
import { replaced } from '../ui/list-edits';
import { NumberField } from '../ui/number-field';
import { useRubric } from './rubric-context';
import { withLevels } from './rubric-edits';

/** How many levels there are, and what they are called. */
export function ScalePart() {
  const { t } = useTranslation('rubric-editor');
  const { rubric, change } = useRubric();
  const faults = useDraftFaults();
  const { levels, labels } = rubric.scale;
  const setLevels = (count: number | undefined) => {
    if (count !== undefined && count >= 2 && count <= 10) change((now) => withLevels(now, count, (level) => t('scale.level', { level })));
  };
  return (
    <Stack maw={520}>
      <Text size="sm" c="dimmed">
        {t('scale.text')}
      </Text>
      <NumberField
        {...faults.field('/scale/levels')}
        label={t('scale.levels')}
        hideControls={false}
        min={2}
        max={10}
        clampBehavior="strict"
        w={120}
        value={levels}
        onChange={setLevels}
      />
      <GroupFault at="/scale/labels" />
      {labels.map((label, index) => (
        <TextInput
          key={index}
          {...faults.field(`/scale/labels/${index}`)}
          label={t('scale.label', { level: index + 1 })}
          maxLength={120}
          value={label}
          onChange={(event) => {
            const text = event.currentTarget.value;
            change((now) => ({ ...now, scale: { ...now.scale, labels: replaced(now.scale.labels, index, text) } }));
          }}
        />
      ))}
    </Stack>
  );
}
