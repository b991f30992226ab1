import { Button, Group, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Anchor } from '../api/rubric-content';
import { GroupFault, useDraftFaults } from '../ui/draft-faults';
import classes from './rubric-editor.module.css';

interface AnchorFieldsProps {
  readonly at: string;
  readonly anchors: readonly Anchor[];
  readonly labels: readonly string[];
  readonly levels: number;
  readonly onChange: (place: number, anchor: Anchor) => void;
  readonly onRemove: (place: number) => void;
}

const MEMBERS = ['description', 'goodExample', 'poorExample'] as const;

/** What each level looks like, lowest first, with evidence recorded well and badly. */
export function AnchorFields({ at, anchors, labels, levels, onChange, onRemove }: AnchorFieldsProps) {
  const { t } = useTranslation('rubric-editor');
  const faults = useDraftFaults();
  const inOrder = anchors.map((anchor, place) => ({ anchor, place })).sort((a, b) => a.anchor.level - b.anchor.level);
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t('anchors.title')}</legend>
      <GroupFault at={at} />
      {inOrder.map(({ anchor, place }) => (
        <div key={place} className={classes.anchor}>
          <Group justify="space-between" gap="xs">
            <Text size="sm" fw={600}>
              {anchor.level} · {labels[anchor.level - 1] ?? t('anchors.offScale')}
            </Text>
            {anchor.level > levels && (
              <Button size="compact-xs" variant="default" onClick={() => onRemove(place)}>
                {t('anchors.remove')}
              </Button>
            )}
          </Group>
          <GroupFault at={`${at}/${place}/level`} />
          <div className={classes.anchorTexts}>
            {MEMBERS.map((member) => (
              <Textarea
                key={member}
                {...faults.field(`${at}/${place}/${member}`)}
                label={t(`anchors.${member}`)}
                aria-label={t('anchors.of', { what: t(`anchors.${member}`), level: anchor.level })}
                autosize
                minRows={2}
                maxRows={12}
                maxLength={2000}
                value={anchor[member]}
                onChange={(event) => onChange(place, { ...anchor, [member]: event.currentTarget.value })}
              />
            ))}
          </div>
        </div>
      ))}
    </fieldset>
  );
}
