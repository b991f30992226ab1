import { Button, Group, Pill, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../app/language';

/** Days without mail. */
export function QuietDays({ value, onChange }: { readonly value: readonly string[]; readonly onChange: (value: string[]) => void }) {
  const { t } = useTranslation('inbox');
  const [day, setDay] = useState('');
  const format = new Intl.DateTimeFormat(currentLanguage(), { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const add = () => {
    onChange([...new Set([...value, day])].sort());
    setDay('');
  };
  return (
    <div role="group" aria-label={t('mail.quiet')}>
      <Text size="sm" fw={500} mb={4}>
        {t('mail.quiet')}
      </Text>
      {value.length > 0 && (
        <Group gap={6} mb="xs">
          {value.map((one) => {
            const name = format.format(Date.parse(one));
            return (
              <Pill
                key={one}
                size="md"
                withRemoveButton
                removeButtonProps={{ 'aria-label': t('mail.removeDay', { day: name }), 'aria-hidden': false, tabIndex: 0 }}
                onRemove={() => onChange(value.filter((other) => other !== one))}
              >
                {name}
              </Pill>
            );
          })}
        </Group>
      )}
      <Group gap="xs">
        <TextInput type="date" aria-label={t('mail.day')} value={day} onChange={(event) => setDay(event.currentTarget.value)} />
        <Button variant="default" disabled={day === ''} onClick={add}>
          {t('mail.addDay')}
        </Button>
      </Group>
    </div>
  );
}
