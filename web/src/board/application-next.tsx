import { Button, Paper, Text } from '@mantine/core';
import { IconBellRinging } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import classes from './application-next.module.css';
import { NextAction } from './board-row';
import { DueCell } from './due-cell';
import { lineQuery } from './queries';
import { useNudge } from './use-nudge';

interface ApplicationNextProps {
  readonly application: { readonly id: string; readonly jobId: string; readonly candidateName: string };
}

/** What an application waits for, with whom and until when, and a word to whoever holds it. */
export function ApplicationNext({ application: { id, jobId, candidateName } }: ApplicationNextProps) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const nudge = useNudge();
  const line = useQuery(lineQuery(id, jobId, candidateName)).data;
  if (!line || line.waitsFor === null) return null;
  const { waitsFor, holder, clock, nextAction, abilities } = line;
  const names = holder?.people.map(({ name }) => name) ?? [];
  const who = holder === null ? '' : names.length === 0 ? t(`role.${holder.role}`) : format.list(names);
  return (
    <Paper className={classes.root} component="section" aria-label={t('waiting.title')}>
      <div>
        <Text size="xs" c="dimmed">
          {t('waiting.for')}
        </Text>
        <Text size="sm" fw={600}>
          {t(`waits.${waitsFor}`)}
        </Text>
        <Text size="xs" c="dimmed">
          {who}
        </Text>
      </div>
      <div>
        <Text size="xs" c="dimmed" mb={2}>
          {t('column.clock')}
        </Text>
        <DueCell clock={clock} />
        {clock?.holder && !names.includes(clock.holder.name) && (
          <Text size="xs" c="dimmed">
            {t('waiting.with', { name: clock.holder.name })}
          </Text>
        )}
      </div>
      <div>
        <Text size="xs" c="dimmed" mb={2}>
          {t('column.nextAction')}
        </Text>
        {nextAction?.target === 'debrief' ? (
          <NextAction line={line} />
        ) : (
          nextAction && <Text size="sm">{t(`next.${nextAction.code}`, { defaultValue: nextAction.words })}</Text>
        )}
      </div>
      {abilities.nudge && (
        <Button variant="default" leftSection={<IconBellRinging size={16} aria-hidden />} loading={nudge.isPending} onClick={() => nudge.mutate(id)}>
          {t('nudge.button', { name: clock?.holder?.name ?? '' })}
        </Button>
      )}
    </Paper>
  );
}
