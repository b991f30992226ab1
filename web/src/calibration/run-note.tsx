import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import type { CalibrationRun } from './queries';

/** From what, and when, the figures were computed. */
export function RunNote({ run }: { readonly run: CalibrationRun | null }) {
  const { t } = useTranslation('calibration');
  const format = useFormat();
  if (!run) return null;
  const { cards, applications, interviewers, computedAt } = run;
  return (
    <Text size="xs" c="dimmed" mb="md">
      {t('run', { cards, applications, interviewers, at: format.dateTime(computedAt) })}
    </Text>
  );
}
