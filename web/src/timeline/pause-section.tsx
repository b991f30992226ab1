import { Button, Group, Select, Text, Textarea, TextInput, Title } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, once, unwrap } from '../api/client';
import { FormDialog } from '../recruiter/form-dialog';
import { ReasonForm } from '../recruiter/reason-form';
import { instantOf } from '../recruiter/zoned-time';
import { useFormat } from '../ui/use-format';
import type { Timeline, TimelinePause } from './queries';
import classes from './timeline.module.css';

const REASONS = ['candidate_asked', 'holiday', 'hiring_freeze', 'other'] as const;

/** When nothing was owed, and why; a new pause, and the end of the one that runs. */
export function PauseSection({ timeline }: { readonly timeline: Timeline }) {
  const { t } = useTranslation('timeline');
  const [dialog, setDialog] = useState<'pause' | 'end' | null>(null);
  const { applicationId, pauses, abilities, zone } = timeline;
  const open = pauses.find(({ until }) => until === null || new Date(until).getTime() > Date.now());
  const close = () => setDialog(null);
  const keys = [['applications']];
  return (
    <section aria-labelledby="pauses">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h3" id="pauses">
          {t('pauses.title')}
        </Title>
        {abilities.pause && (
          <Button size="xs" variant="default" leftSection={<IconPlayerPause size={15} aria-hidden />} onClick={() => setDialog('pause')}>
            {t('pauses.add')}
          </Button>
        )}
        {abilities.endPause && open && (
          <Button size="xs" leftSection={<IconPlayerPlay size={15} aria-hidden />} onClick={() => setDialog('end')}>
            {t('pauses.end')}
          </Button>
        )}
      </Group>
      {pauses.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('pauses.none')}
        </Text>
      ) : (
        <ul className={classes.clocks}>
          {pauses.map((pause) => (
            <PauseRow key={pause.id} pause={pause} />
          ))}
        </ul>
      )}
      {dialog === 'pause' && (
        <FormDialog
          onClose={close}
          title={t('pauses.add')}
          text={t('pauses.text')}
          submit={t('pauses.add')}
          done={t('pauses.added')}
          keys={keys}
          initial={{ reasonCode: REASONS[0] as (typeof REASONS)[number], words: '', from: '', until: '' }}
          send={({ reasonCode, words, from, until }, key) =>
            unwrap(
              api.POST('/api/v1/applications/{applicationId}/pauses', {
                params: { path: { applicationId } },
                headers: once(key),
                body: {
                  reasonCode,
                  ...(words !== '' && { words }),
                  ...(from !== '' && { from: instantOf(`${from}T00:00`, zone) }),
                  ...(until !== '' && { until: instantOf(`${until}T00:00`, zone) }),
                },
              }),
            )
          }
        >
          {(form) => (
            <>
              <Select
                label={t('pauses.why')}
                allowDeselect={false}
                data-autofocus
                data={REASONS.map((value) => ({ value, label: t(`pauses.reason.${value}`) }))}
                {...form.getInputProps('reasonCode')}
              />
              <Group grow align="flex-start">
                <TextInput type="date" label={t('pauses.from')} description={t('pauses.fromText')} {...form.getInputProps('from')} />
                <TextInput type="date" label={t('pauses.until')} description={t('pauses.untilText')} {...form.getInputProps('until')} />
              </Group>
              <Textarea label={t('pauses.words')} autosize minRows={2} maxLength={2000} {...form.getInputProps('words')} />
            </>
          )}
        </FormDialog>
      )}
      {dialog === 'end' && open && (
        <ReasonForm
          title={t('pauses.end')}
          text={t('pauses.endText')}
          submit={t('pauses.end')}
          done={t('pauses.ended')}
          keys={keys}
          send={(reason, key) =>
            unwrap(
              api.POST('/api/v1/applications/{applicationId}/pauses/{pauseId}/end', {
                params: { path: { applicationId, pauseId: open.id } },
                headers: once(key),
                body: { reason },
              }),
            )
          }
          onClose={close}
        />
      )}
    </section>
  );
}

function PauseRow({ pause }: { readonly pause: TimelinePause }) {
  const { t } = useTranslation('timeline');
  const format = useFormat();
  const { reasonCode, words, from, until, setByName } = pause;
  return (
    <li className={classes.clock}>
      <div>
        <Text size="sm" fw={600}>
          {t(`pauses.reason.${reasonCode}`)}
        </Text>
        {words !== null && words !== '' && (
          <Text size="sm" c="dimmed" className="typed">
            {words}
          </Text>
        )}
      </div>
      <div>
        <Text size="sm">{setByName}</Text>
      </div>
      <Text size="sm" className={`${classes.due} numbers`}>
        {until === null ? t('pauses.open', { from: format.date(from) }) : t('pauses.span', { from: format.date(from), until: format.date(until) })}
      </Text>
    </li>
  );
}
