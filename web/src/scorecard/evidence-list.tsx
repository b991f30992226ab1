import { ActionIcon, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceItem, EvidenceValue } from '../api/card-content';
import type { EvidenceForm } from '../api/rubric-content';
import { useKeptFocus } from '../ui/use-kept-focus';
import { useEditor, useRating } from './editor-context';
import classes from './evidence.module.css';
import { EvidenceField } from './evidence-field';
import { EvidenceRows } from './evidence-rows';
import type { KitCriterion } from './queries';
import { useFreshFocus } from './use-fresh-focus';

const NOTE = 'note';

/** What was seen or heard for one criterion: the rubric's forms, or plain words. */
export function EvidenceList({ criterion }: { readonly criterion: KitCriterion }) {
  const { t } = useTranslation('scorecard');
  const { kit, faultAt } = useEditor();
  const [rating, setRating] = useRating(criterion.key);
  const section = useRef<HTMLElement>(null);
  const focus = useKeptFocus(section);
  const [fresh, setFresh] = useState<number | null>(null);
  if (criterion.evidence === 'none') return null;
  const place = `ratings/${criterion.key}/evidence`;
  const fault = faultAt(place);
  const fitting = kit.evidenceForms.filter(({ key }) => criterion.forms.includes(key));
  const add = (form: string) => {
    setFresh(rating.evidence.length);
    setRating((now) => ({ ...now, evidence: [...now.evidence, { form, fields: {} }] }));
  };
  const put = (index: number, item: EvidenceItem) =>
    setRating((now) => ({ ...now, evidence: now.evidence.map((one, at) => (at === index ? item : one)) }));
  const remove = (index: number) => setRating((now) => ({ ...now, evidence: now.evidence.filter((_, at) => at !== index) }));
  return (
    <section aria-label={t('evidence.of', { criterion: criterion.name })} ref={section} tabIndex={-1} style={{ outline: 'none' }} {...focus}>
      <Group justify="space-between" mb={6} gap="xs">
        <Text fw={600}>
          {t('evidence.title')}{' '}
          <Text span size="sm" c="dimmed" fw={400}>
            {t(criterion.evidence === 'required' ? 'evidence.required' : 'evidence.optional')}
          </Text>
        </Text>
      </Group>
      {fault !== null && (
        <Text size="sm" c="var(--mantine-color-error)" mb={6}>
          {fault}
        </Text>
      )}
      <Stack gap="sm">
        {rating.evidence.map((item, index) => (
          <Item
            key={index}
            item={item}
            form={kit.evidenceForms.find(({ key }) => key === item.form)}
            place={`${place}/${index}/fields`}
            number={index + 1}
            isFresh={index === fresh}
            onChange={(next) => put(index, next)}
            onRemove={() => remove(index)}
          />
        ))}
        <Group gap="xs">
          {fitting.map((form) => (
            <Button key={form.key} size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => add(form.key)}>
              {form.name}
            </Button>
          ))}
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => add(NOTE)}>
            {t('evidence.plain')}
          </Button>
        </Group>
      </Stack>
    </section>
  );
}

interface ItemProps {
  readonly item: EvidenceItem;
  readonly form: EvidenceForm | undefined;
  readonly place: string;
  readonly number: number;
  /** Just added: one goes on writing in it. */
  readonly isFresh: boolean;
  readonly onChange: (item: EvidenceItem) => void;
  readonly onRemove: () => void;
}

function Item({ item, form, place, number, isFresh, onChange, onRemove }: ItemProps) {
  const { t } = useTranslation('scorecard');
  const { faultAt } = useEditor();
  const group = useFreshFocus<HTMLDivElement>(isFresh);
  const name = form?.name ?? t('evidence.plain');
  const set = (key: string, value: EvidenceValue) => onChange({ ...item, fields: { ...item.fields, [key]: value } });
  const text = item.fields['text'];
  return (
    <div className={classes.item} ref={group} role="group" aria-label={`${number}. ${name}`} data-place={place}>
      <Group justify="space-between" wrap="nowrap" mb={8} align="flex-start">
        <div>
          <Text size="sm" fw={600}>
            {name}
          </Text>
          {form?.description !== undefined && (
            <Text size="xs" c="dimmed">
              {form.description}
            </Text>
          )}
        </div>
        <ActionIcon aria-label={t('evidence.remove', { name, number })} onClick={onRemove}>
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </Group>
      {form === undefined ? (
        <Textarea
          aria-label={t('evidence.plainLabel')}
          placeholder={t('evidence.plainLabel')}
          autosize
          minRows={2}
          value={typeof text === 'string' ? text : ''}
          error={faultAt(`${place}/text`)}
          onChange={(event) => set('text', event.currentTarget.value)}
        />
      ) : (
        <div className={classes.fields}>
          {form.fields.map((field) =>
            field.kind === 'list' ? (
              <EvidenceRows
                key={field.key}
                list={field}
                value={item.fields[field.key]}
                place={`${place}/${field.key}`}
                onChange={(rows) => set(field.key, rows)}
              />
            ) : (
              <EvidenceField
                key={field.key}
                field={field}
                siblings={form.fields}
                values={item.fields}
                error={faultAt(`${place}/${field.key}`)}
                onChange={(value) => set(field.key, value)}
              />
            ),
          )}
        </div>
      )}
    </div>
  );
}
