import { Alert, Button, Checkbox, Group, Paper, Radio, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconDownload, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/me';
import { jobChoiceQuery } from '../recruiter/queries';
import { PageHeader } from '../ui/page-header';
import { useFormat } from '../ui/use-format';
import { DataTabs } from './data-tabs';
import { addressOf, EXPORT_KINDS, EXPORTS, type ExportChoice, type ExportKind, NO_FILTER } from './export-choice';
import classes from './imports.module.css';

/** Take out what one may see. */
export function Component() {
  const { t } = useTranslation('imports');
  const me = useMe().data;
  const { timeZone } = useFormat();
  const [choice, setChoice] = useState<ExportChoice>(NO_FILTER);
  const change = (part: Partial<ExportChoice>) => setChoice((now) => ({ ...now, ...part }));
  const seesHistory = me?.abilities.administer || me?.abilities.audit;
  return (
    <>
      <PageHeader title={t('exports.title')} text={t('exports.text')} />
      <DataTabs here="/exports" />
      <Paper p="lg">
        <Stack gap="lg">
          <Kinds
            kinds={EXPORT_KINDS.filter((kind) => kind !== 'events' || seesHistory)}
            value={choice.kind}
            onChange={(kind) => setChoice({ ...NO_FILTER, kind, format: choice.format, bom: choice.bom })}
          />
          <Filters choice={choice} onChange={change} />
          <FormatChoice choice={choice} onChange={change} />
          <Alert color="gray" icon={<IconInfoCircle aria-hidden />}>
            {t('exports.recorded')}
          </Alert>
          <Group>
            <Button component="a" href={addressOf(choice, timeZone)} download leftSection={<IconDownload size={16} aria-hidden />}>
              {t('exports.download')}
            </Button>
          </Group>
        </Stack>
      </Paper>
    </>
  );
}

interface KindsProps {
  readonly kinds: readonly ExportKind[];
  readonly value: ExportKind;
  readonly onChange: (kind: ExportKind) => void;
}

function Kinds({ kinds, value, onChange }: KindsProps) {
  const { t } = useTranslation('imports');
  return (
    <Radio.Group label={t('exports.what')} value={value} onChange={(chosen) => onChange(kinds.find((kind) => kind === chosen) ?? 'applications')}>
      <div className={classes.choices}>
        {kinds.map((kind) => (
          <Radio.Card key={kind} value={kind} className={classes.choice}>
            <Group wrap="nowrap" align="flex-start" gap="sm">
              <Radio.Indicator mt={2} />
              <div>
                <Text size="sm" fw={600}>
                  {t(`exports.kind.${kind}`)}
                </Text>
                <Text size="xs" c="dimmed">
                  {t(`exports.kindText.${kind}`)}
                </Text>
              </div>
            </Group>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}

interface ChoiceProps {
  readonly choice: ExportChoice;
  readonly onChange: (part: Partial<ExportChoice>) => void;
}

function Filters({ choice, onChange }: ChoiceProps) {
  const { t } = useTranslation('imports');
  const { t: tRecruiter } = useTranslation('recruiter');
  const jobs = useQuery(jobChoiceQuery).data ?? [];
  const { filters, statuses, statusWords } = EXPORTS[choice.kind];
  const has = (filter: (typeof filters)[number]) => filters.includes(filter);
  const word = (status: string) => (statusWords === 'card' ? t(`exports.card.${status}`) : tRecruiter(`status.${statusWords}.${status}`));
  return (
    <fieldset className={classes.filters}>
      <Text component="legend" size="sm" fw={500} p={0} mb={6}>
        {t('exports.filters')}
      </Text>
      <div className={classes.fields}>
        <Select
          label={t('exports.job')}
          placeholder={t('exports.anyJob')}
          data={jobs.map(({ id, title }) => ({ value: id, label: title }))}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('exports.anyJob') }}
          value={choice.jobId || null}
          onChange={(jobId) => onChange({ jobId: jobId ?? '' })}
        />
        {has('status') && (
          <Select
            label={t('exports.status')}
            placeholder={t('exports.anyStatus')}
            data={statuses.map((value) => ({ value, label: word(value) }))}
            clearable
            clearButtonProps={{ 'aria-label': t('exports.anyStatus') }}
            value={choice.status || null}
            onChange={(status) => onChange({ status: status ?? '' })}
          />
        )}
        {has('search') && (
          <TextInput
            label={t('exports.search')}
            maxLength={200}
            value={choice.search}
            onChange={(event) => onChange({ search: event.currentTarget.value })}
          />
        )}
        {has('type') && (
          <TextInput
            label={t('exports.type')}
            placeholder="scorecard."
            maxLength={80}
            value={choice.type}
            onChange={(event) => onChange({ type: event.currentTarget.value })}
          />
        )}
        {has('time') && (
          <>
            <TextInput
              type="date"
              label={t('exports.from')}
              value={choice.from}
              onChange={(event) => onChange({ from: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              label={t('exports.until')}
              value={choice.until}
              onChange={(event) => onChange({ until: event.currentTarget.value })}
            />
          </>
        )}
      </div>
      {has('archived') && (
        <Checkbox
          mt="sm"
          label={t('exports.archived')}
          checked={choice.archived}
          onChange={(event) => onChange({ archived: event.currentTarget.checked })}
        />
      )}
    </fieldset>
  );
}

function FormatChoice({ choice, onChange }: ChoiceProps) {
  const { t } = useTranslation('imports');
  return (
    <Group gap="lg" align="center">
      <SegmentedControl
        aria-label={t('exports.format')}
        data={[
          { value: 'csv', label: t('exports.csv') },
          { value: 'jsonl', label: t('exports.jsonl') },
        ]}
        value={choice.format}
        onChange={(format) => onChange({ format: format === 'jsonl' ? 'jsonl' : 'csv' })}
      />
      {choice.format === 'csv' && (
        <Checkbox
          label={t('exports.bom')}
          description={t('exports.bomText')}
          checked={choice.bom}
          onChange={(event) => onChange({ bom: event.currentTarget.checked })}
        />
      )}
    </Group>
  );
}
