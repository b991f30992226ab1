import { Group, Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, once, unwrap } from '../api/client';
import type { components } from '../api/schema.gen';
import { timeZones } from '../entrance/place';
import { FormDialog } from './form-dialog';
import { instantOf, localOf } from './zoned-time';

type Interview = components['schemas']['InterviewDto'];
type Changed = components['schemas']['ChangedInterviewDto'];

interface ScheduleDialogProps {
  readonly interview: Interview;
  /** How long the round lasts. */
  readonly minutes: number;
  readonly way: 'schedule' | 'move';
  readonly onClose: () => void;
  readonly onDone?: (changed: Changed) => void;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** When and where; the times are those of the zone that is chosen, normally the candidate's. */
export function ScheduleDialog({ interview, minutes, way, onClose, onDone }: ScheduleDialogProps) {
  const { t } = useTranslation('recruiter');
  const { id, startsAt, endsAt, timeZone, location, version } = interview;
  const nextHour = Math.ceil((Date.now() + 48 * HOUR) / HOUR) * HOUR;
  const start = startsAt ?? new Date(nextHour).toISOString();
  const end = endsAt ?? new Date(new Date(start).getTime() + minutes * MINUTE).toISOString();
  const send = (values: { startsAt: string; endsAt: string; timeZone: string; location: string; reason: string }, key: string) => {
    const time = {
      startsAt: instantOf(values.startsAt, values.timeZone),
      endsAt: instantOf(values.endsAt, values.timeZone),
      timeZone: values.timeZone,
      location: values.location,
    };
    const at = { params: { path: { interviewId: id } } };
    return way === 'schedule'
      ? unwrap(api.POST('/api/v1/interviews/{interviewId}/schedule', { ...at, headers: once(key), body: time }))
      : unwrap(
          api.PUT('/api/v1/interviews/{interviewId}/time', {
            ...at,
            headers: ifMatch(version),
            body: { ...time, ...(values.reason !== '' && { reason: values.reason }) },
          }),
        );
  };
  return (
    <FormDialog
      onClose={onClose}
      title={t(`interview.${way}.title`)}
      submit={t(`interview.${way}.button`)}
      done={t(`interview.${way}.done`)}
      keys={[['applications']]}
      initial={{ startsAt: localOf(start, timeZone), endsAt: localOf(end, timeZone), timeZone, location, reason: '' }}
      send={send}
      {...(onDone && { then: onDone })}
    >
      {(form) => (
        <>
          <Group grow align="flex-start">
            <TextInput
              type="datetime-local"
              label={t('interview.start')}
              required
              data-autofocus
              {...form.getInputProps('startsAt')}
              onChange={(event) => {
                const { startsAt: before, endsAt: until } = form.getValues();
                const length = Date.parse(`${until}Z`) - Date.parse(`${before}Z`);
                const begin = Date.parse(`${event.currentTarget.value}Z`);
                form.setFieldValue('startsAt', event.currentTarget.value);
                if (!Number.isNaN(begin + length)) form.setFieldValue('endsAt', new Date(begin + length).toISOString().slice(0, 16));
              }}
            />
            <TextInput type="datetime-local" label={t('interview.end')} required {...form.getInputProps('endsAt')} />
          </Group>
          <Select
            label={t('interview.zone')}
            description={t('interview.zoneText')}
            data={timeZones()}
            searchable
            allowDeselect={false}
            {...form.getInputProps('timeZone')}
          />
          <TextInput
            label={t('interview.location')}
            placeholder={t('interview.locationPlaceholder')}
            maxLength={500}
            {...form.getInputProps('location')}
          />
          {way === 'move' && <Textarea label={t('interview.why')} autosize minRows={2} maxLength={2000} {...form.getInputProps('reason')} />}
        </>
      )}
    </FormDialog>
  );
}
