import { Button, Group, Text } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api, newKey, once, unwrap } from '../api/client';
import { ProblemAlert } from '../ui/problem-alert';
import classes from './agenda-tab.module.css';
import { at, type ReadAgenda } from './queries';
import { useRoom } from './room';
import { clockText, useClock } from './use-clock';
import { useRoomChange } from './use-room-change';

/** How much of the hour is left; whoever leads starts and pauses it. */
export function AgendaClock({ agenda }: { readonly agenda: ReadAgenda }) {
  const { t } = useTranslation('debrief');
  const { debrief } = useRoom();
  const { remaining } = useClock(agenda);
  const { running, minutes } = agenda.clock;
  const toggle = useRoomChange((start: boolean) =>
    unwrap(
      api.POST(start ? '/api/v1/debriefs/{debriefId}/agenda/clock/start' : '/api/v1/debriefs/{debriefId}/agenda/clock/pause', {
        ...at(debrief.id),
        headers: once(newKey()),
      }),
    ),
  );
  const used = Math.min(1, Math.max(0, 1 - remaining / (minutes * 60)));
  return (
    <div className={classes.clock} data-over={remaining < 0 || undefined}>
      <Group justify="space-between" gap="sm">
        <div>
          <Text size="xs" c="dimmed">
            {t(remaining < 0 ? 'clock.over' : running ? 'clock.left' : agenda.clock.elapsedSeconds > 0 ? 'clock.paused' : 'clock.ready', { minutes })}
          </Text>
          <Text className={classes.time} role="timer" aria-label={t('clock.label')}>
            {clockText(remaining)}
          </Text>
        </div>
        {agenda.abilities.lead && (
          <Button
            variant={running ? 'default' : 'filled'}
            loading={toggle.isPending}
            leftSection={running ? <IconPlayerPause size={16} aria-hidden /> : <IconPlayerPlay size={16} aria-hidden />}
            onClick={() => toggle.mutate(!running)}
          >
            {t(running ? 'clock.pause' : 'clock.start')}
          </Button>
        )}
      </Group>
      <span className={classes.used} aria-hidden>
        <span style={{ inlineSize: `${used * 100}%` }} />
      </span>
      {toggle.isError && <ProblemAlert problem={toggle.error} />}
    </div>
  );
}
