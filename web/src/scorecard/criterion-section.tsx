import { Button, Group, SegmentedControl, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CONFIDENCES, type Confidence } from '../api/card-content';
import { useEditor, useRating } from './editor-context';
import { EvidenceList } from './evidence-list';
import { LevelChoice } from './level-choice';
import type { KitCriterion } from './queries';

function isConfidence(value: string): value is Confidence {
  return CONFIDENCES.some((one) => one === value);
}

interface CriterionSectionProps {
  readonly criterion: KitCriterion;
  readonly position: string;
  /** Takes it off the card again; only where nobody owes it. */
  readonly onRemove?: (() => void) | undefined;
}

/** One criterion: its level, how sure one is, what was seen, and notes. */
export function CriterionSection({ criterion, position, onRemove }: CriterionSectionProps) {
  const { t } = useTranslation('scorecard');
  const { generation } = useEditor();
  const [rating, setRating] = useRating(criterion.key);
  return (
    <Stack gap="lg">
      <div>
        <Text size="xs" c="dimmed">
          {[position, t(criterion.required ? 'criterion.required' : 'criterion.optional')].join(' · ')}
        </Text>
        <Title order={2} tabIndex={-1} id="section-title">
          {criterion.name}
        </Title>
        <Text size="sm" c="dimmed">
          {criterion.description}
        </Text>
      </div>
      <LevelChoice criterion={criterion} />
      <Group gap="sm">
        <Text size="sm" fw={600} id={`confidence-${criterion.key}`}>
          {t('confidence.legend')}
        </Text>
        <SegmentedControl
          size="sm"
          aria-labelledby={`confidence-${criterion.key}`}
          value={rating.confidence ?? ''}
          onChange={(value) => setRating((now) => ({ ...now, confidence: isConfidence(value) ? value : null }))}
          data={[...CONFIDENCES.map((value) => ({ value, label: t(`confidence.${value}`) })), { value: '', label: t('confidence.none') }]}
        />
      </Group>
      <EvidenceList key={`${criterion.key} ${generation}`} criterion={criterion} />
      <Textarea
        label={t('criterion.note')}
        description={t('criterion.noteText')}
        autosize
        minRows={2}
        maxRows={20}
        value={rating.note}
        onChange={(event) => {
          const note = event.currentTarget.value;
          setRating((now) => ({ ...now, note }));
        }}
      />
      {onRemove && (
        <div>
          <Button variant="subtle" color="gray" size="xs" ml={-8} leftSection={<IconTrash size={14} aria-hidden />} onClick={onRemove}>
            {t('other.remove')}
          </Button>
        </div>
      )}
    </Stack>
  );
}
