import { Text, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCloudCheck, IconCloudOff, IconCloudUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SaveState } from '../ui/autosave';
import { useProblemWords } from '../ui/use-problem-words';
import classes from './save-indicator.module.css';

const LOOK = {
  saved: { icon: IconCloudCheck, tone: 'quiet' },
  waiting: { icon: IconCloudUp, tone: 'quiet' },
  saving: { icon: IconCloudUp, tone: 'quiet' },
  unreachable: { icon: IconCloudOff, tone: 'soon' },
  refused: { icon: IconAlertTriangle, tone: 'late' },
  conflict: { icon: IconAlertTriangle, tone: 'late' },
} as const;

/** Whether what was typed is safe, and where. */
export function SaveIndicator({ state, saved }: { readonly state: SaveState; readonly saved?: string }) {
  const { t } = useTranslation('scorecard');
  const words = useProblemWords();
  const { icon: Icon, tone } = LOOK[state.kind];
  const more =
    state.kind === 'refused'
      ? words.problem(state.problem).text
      : state.kind === 'saved' && saved !== undefined
        ? saved
        : t(`save.more.${state.kind}`);
  return (
    <Tooltip label={more}>
      <Text component="span" role="status" size="sm" className={`${classes.root} ${classes[tone]}`} data-state={state.kind}>
        <Icon size={17} stroke={1.7} aria-hidden />
        {t(`save.${state.kind}`)}
      </Text>
    </Tooltip>
  );
}
