import { Checkbox, Group, Switch, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, once, unwrap } from '../api/client';
import { FormDialog } from '../recruiter/form-dialog';
import { DayFields } from './day-fields';
import type { Calendar, CalendarBody, NamedDay } from './queries';
import { useWeekdays } from './use-weekdays';

interface CalendarDialogProps {
  /** The one that is changed; null for a new one. */
  readonly calendar: Calendar | null;
  readonly onClose: () => void;
  readonly onSaved?: (calendar: Calendar) => void;
}

/** Everything that an organisation says of a calendar of its own. */
export function CalendarDialog({ calendar, onClose, onSaved }: CalendarDialogProps) {
  const { t } = useTranslation('calendars');
  const weekdays = useWeekdays();
  const initial = {
    name: calendar?.name ?? '',
    country: calendar?.country ?? '',
    weekend: (calendar?.weekend ?? []).map(String),
    closingDays: [...(calendar?.closingDays ?? [])] as NamedDay[],
    workingDays: [...(calendar?.workingDays ?? [])] as NamedDay[],
    suppliedYears: (calendar?.suppliedYears ?? []).map(String),
    forCountry: calendar?.forCountry ?? false,
  };
  const send = (values: typeof initial, key: string): Promise<Calendar> => {
    const body: CalendarBody = {
      ...values,
      country: values.country === '' ? null : values.country,
      weekend: values.weekend.length === 0 ? null : values.weekend.map(Number).sort(),
      suppliedYears: values.suppliedYears.map(Number),
    };
    if (!calendar) return unwrap(api.POST('/api/v1/calendars', { headers: once(key), body }));
    const path = { calendarId: calendar.id };
    return unwrap(api.PUT('/api/v1/calendars/{calendarId}', { params: { path }, headers: ifMatch(calendar.version), body }));
  };
  return (
    <FormDialog
      onClose={onClose}
      size="lg"
      title={calendar ? t('changeOf', { name: calendar.name }) : t('new')}
      {...(calendar && { text: t('changeText') })}
      submit={t(calendar ? 'save' : 'make')}
      keys={[['calendars'], ['applications'], ['board']]}
      initial={initial}
      send={send}
      done={t('saved')}
      then={(saved) => {
        onClose();
        onSaved?.(saved);
      }}
    >
      {(form) => {
        const errorAt = (list: string) => (index: number, member: string) => {
          const error = form.errors[`${list}.${index}.${member}`];
          return typeof error === 'string' ? error : undefined;
        };
        return (
          <>
            <TextInput label={t('name')} placeholder={t('nameHint')} required data-autofocus maxLength={200} {...form.getInputProps('name')} />
            <TextInput label={t('country')} description={t('countryText')} maxLength={6} maw={260} {...form.getInputProps('country')} />
            <Checkbox.Group label={t('weekend')} description={t('weekendText')} {...form.getInputProps('weekend')}>
              <Group gap="md" mt={6}>
                {weekdays.map((name, index) => (
                  <Checkbox key={name} value={String(index + 1)} label={name} />
                ))}
              </Group>
            </Checkbox.Group>
            <DayFields
              label={t('closingDays')}
              days={form.values.closingDays}
              onChange={(days) => form.setFieldValue('closingDays', days)}
              errorAt={errorAt('closingDays')}
            />
            <DayFields
              label={t('workingDays')}
              days={form.values.workingDays}
              onChange={(days) => form.setFieldValue('workingDays', days)}
              errorAt={errorAt('workingDays')}
            />
            <TagsInput label={t('suppliedYears')} description={t('suppliedYearsText')} inputMode="numeric" {...form.getInputProps('suppliedYears')} />
            <Switch label={t('forCountry')} description={t('forCountryText')} {...form.getInputProps('forCountry', { type: 'checkbox' })} />
          </>
        );
      }}
    </FormDialog>
  );
}
