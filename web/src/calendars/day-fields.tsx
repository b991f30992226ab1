import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { replaced, without } from '../ui/list-edits';
import type { NamedDay } from './queries';

interface DayFieldsProps {
  readonly label: string;
  readonly days: readonly NamedDay[];
  readonly onChange: (days: NamedDay[]) => void;
  /** What is wrong with the member of a day, if anything. */
  readonly errorAt: (index: number, member: 'date' | 'name') => string | undefined;
}

/** Single days with what they are called. */
export function DayFields({ label, days, onChange, errorAt }: DayFieldsProps) {
  const { t } = useTranslation('calendars');
  const id = useId();
  return (
    <Stack gap={8} role="group" aria-labelledby={id}>
      <Text size="sm" fw={600} id={id}>
        {label}
      </Text>
      {days.map((day, index) => (
        <Group key={index} gap={8} wrap="nowrap" align="flex-start">
          <TextInput
            type="date"
            required
            w={150}
            aria-label={t('day.date', { number: index + 1 })}
            error={errorAt(index, 'date')}
            value={day.date}
            onChange={(event) => onChange(replaced(days, index, { ...day, date: event.currentTarget.value }))}
          />
          <TextInput
            flex={1}
            maxLength={200}
            aria-label={t('day.name', { number: index + 1 })}
            placeholder={t('day.nameHint')}
            error={errorAt(index, 'name')}
            value={day.name}
            onChange={(event) => onChange(replaced(days, index, { ...day, name: event.currentTarget.value }))}
          />
          <ActionIcon mt={5} aria-label={t('day.remove', { number: index + 1 })} onClick={() => onChange(without(days, index))}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => onChange([...days, { date: '', name: '' }])}
        >
          {t('day.add')}
        </Button>
      </div>
    </Stack>
  );
}
