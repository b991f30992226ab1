import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../app/language';
import type { MailChange } from './queries';

type Hours = MailChange['workingHours'][number];

/** 1 is Monday; 5 January 2026 was one. */
function weekdays(): { value: string; label: string }[] {
  const format = new Intl.DateTimeFormat(currentLanguage(), { weekday: 'long', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, day) => ({ value: String(day + 1), label: format.format(Date.UTC(2026, 0, 5 + day)) }));
}

/** When mail may come. */
export function WorkingHours({ value, onChange }: { readonly value: readonly Hours[]; readonly onChange: (value: Hours[]) => void }) {
  const { t } = useTranslation('inbox');
  const days = weekdays();
  const set = (index: number, part: Partial<Hours>) => onChange(value.map((one, at) => (at === index ? { ...one, ...part } : one)));
  const add = () => {
    const last = value.at(-1);
    onChange([...value, { weekday: last ? (last.weekday % 7) + 1 : 1, from: last?.from ?? '09:00', to: last?.to ?? '18:00' }]);
  };
  return (
    <div role="group" aria-label={t('mail.hours')}>
      <Text size="sm" fw={500}>
        {t('mail.hours')}
      </Text>
      <Text size="xs" c="dimmed" mb="xs">
        {t('mail.hoursText')}
      </Text>
      <Stack gap={6}>
        {value.map((one, index) => (
          <Group key={index} gap="xs">
            <Select
              w={130}
              aria-label={t('mail.weekday')}
              allowDeselect={false}
              data={days}
              value={String(one.weekday)}
              onChange={(day) => set(index, { weekday: Number(day ?? one.weekday) })}
            />
            <TextInput
              type="time"
              required
              aria-label={t('mail.from')}
              value={one.from}
              onChange={(event) => set(index, { from: event.currentTarget.value })}
            />
            <span aria-hidden>–</span>
            <TextInput
              type="time"
              required
              aria-label={t('mail.to')}
              value={one.to === '24:00' ? '23:59' : one.to}
              onChange={(event) => set(index, { to: event.currentTarget.value })}
            />
            <ActionIcon aria-label={t('mail.removeHours')} onClick={() => onChange(value.filter((_, at) => at !== index))}>
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Button variant="subtle" size="compact-sm" style={{ alignSelf: 'flex-start' }} leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
          {t('mail.addHours')}
        </Button>
      </Stack>
    </div>
  );
}
