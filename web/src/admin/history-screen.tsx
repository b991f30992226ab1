import { Group, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PersonSelect } from '../recruiter/person-select';
import { PageHeader } from '../ui/page-header';
import { EventList } from './event-list';
import type { SubjectKind } from './queries';

const KINDS: readonly SubjectKind[] = [
  'application',
  'candidate',
  'debrief',
  'scorecard',
  'interview',
  'job',
  'seat',
  'rubric',
  'interview_plan',
  'user',
  'invitation',
  'session',
  'token',
  'organisation',
  'file',
  'offer',
  'export',
  'import',
  'notification',
  'webhook',
  'background_job',
  'calendar',
];

/** Everything on the record, as far as the reader may see it. */
export function Component() {
  const { t } = useTranslation('admin');
  const [params, setParams] = useSearchParams();
  const kind = KINDS.find((one) => one === params.get('kind'));
  const [actorId, type, from, until] = ['actor', 'type', 'from', 'until'].map((name) => params.get(name) ?? '');
  const set = (name: string, value: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null || value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const filters = {
    ...(kind && { subjectKind: kind }),
    ...(actorId && { actorId }),
    ...(type && { type }),
    ...(from && { from: new Date(`${from}T00:00`).toISOString() }),
    ...(until && { until: new Date(new Date(`${until}T00:00`).getTime() + 86_400_000).toISOString() }),
  };
  return (
    <>
      <PageHeader title={t('history.title')} text={t('history.text')} />
      <Group gap="sm" mb="md" align="flex-end">
        <Select
          style={{ flex: '1 1 10rem' }}
          label={t('history.about')}
          placeholder={t('history.anything')}
          clearable
          clearButtonProps={{ 'aria-label': t('history.anything') }}
          data={KINDS.map((value) => ({ value, label: t(`subject.${value}`) }))}
          value={kind ?? null}
          onChange={(value) => set('kind', value)}
        />
        <PersonSelect
          style={{ flex: '1 1 12rem' }}
          label={t('history.by')}
          clearable
          value={actorId || null}
          onChange={(value) => set('actor', value)}
        />
        <TextInput
          style={{ flex: '1 1 10rem' }}
          label={t('history.type')}
          placeholder="scorecard."
          value={type}
          maxLength={80}
          onChange={(event) => set('type', event.currentTarget.value)}
        />
        <TextInput
          style={{ flex: '1 1 8rem' }}
          type="date"
          label={t('history.from')}
          value={from}
          onChange={(event) => set('from', event.currentTarget.value)}
        />
        <TextInput
          style={{ flex: '1 1 8rem' }}
          type="date"
          label={t('history.until')}
          value={until}
          onChange={(event) => set('until', event.currentTarget.value)}
        />
      </Group>
      <EventList filters={filters} emptyText={t('history.emptyText')} />
    </>
  );
}
