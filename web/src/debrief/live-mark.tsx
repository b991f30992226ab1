import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './live-mark.module.css';
import type { LiveState } from './use-room-live';

/** Whether the room follows by itself. */
export function LiveMark({ state }: { readonly state: LiveState }) {
  const { t } = useTranslation('debrief');
  return (
    <Text size="xs" c="dimmed" component="span" role="status" className={classes.mark} data-state={state} title={t(`live.${state}Text`)}>
      <span className={classes.dot} aria-hidden />
      {t(`live.${state}`)}
    </Text>
  );
}
