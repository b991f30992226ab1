import { Badge, Text } from '@mantine/core';
import { IconAlertTriangle, IconClock, IconPlayerPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import classes from './due-cell.module.css';
import type { BoardClock } from './queries';

const COLORS: Readonly<Record<BoardClock['state'], string>> = { late: 'red', at_risk: 'amber', on_time: 'green', paused: 'gray', not_known: 'gray' };
const ICONS = { late: IconAlertTriangle, at_risk: IconClock, paused: IconPlayerPause } as const;

/** The next deadline: its state in a word, how far off it is, when exactly, and of what. */
export function DueCell({ clock }: { readonly clock: BoardClock | null }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  if (clock === null) {
    return (
      <Text size="sm" c="dimmed">
        {t('due.none')}
      </Text>
    );
  }
  const { state, dueAt, key } = clock;
  const Icon = state in ICONS ? ICONS[state as keyof typeof ICONS] : null;
  return (
    <div title={dueAt === null ? undefined : format.exact(dueAt)}>
      <span className={classes.line}>
        <Badge color={COLORS[state]} size="sm" leftSection={Icon && <Icon size={11} aria-hidden />} className={classes.chip}>
          {t(`state.${state}`)}
        </Badge>
        {dueAt !== null && (
          <Text span size="sm" fw={state === 'late' ? 600 : 400} className={state === 'late' ? classes.late : undefined}>
            {format.fromNow(dueAt)}
          </Text>
        )}
      </span>
      <Text size="xs" c="dimmed" className="numbers">
        {dueAt === null ? t(`clock.${key}`) : t('due.of', { clock: t(`clock.${key}`), when: format.dateTime(dueAt) })}
      </Text>
    </div>
  );
}
