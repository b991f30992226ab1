import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import classes from './due-label.module.css';

interface DueLabelProps {
  readonly status: string;
  readonly dueAt: string | null;
  readonly lateMinutes: number | null;
}

const DAY = 86_400_000;

/** When a card is due and how late it is; colour never says it alone. */
export function DueLabel({ status, dueAt, lateMinutes }: DueLabelProps) {
  const { t } = useTranslation('interviewer');
  const format = useFormat();
  if (status !== 'assigned' && status !== 'draft') {
    return (
      <Text size="sm" className={status === 'submitted' ? classes.done : classes.quiet}>
        {status === 'submitted' && <IconCheck size={15} aria-hidden />} {t(`card.status.${status}`)}
      </Text>
    );
  }
  if (dueAt === null) {
    return (
      <Text size="sm" className={classes.quiet}>
        {t('due.unknown')}
      </Text>
    );
  }
  const isSoon = lateMinutes === null && new Date(dueAt).getTime() - Date.now() < DAY;
  const tone = lateMinutes !== null ? classes.late : isSoon ? classes.soon : classes.quiet;
  return (
    <div title={format.exact(dueAt)}>
      <Text size="sm" fw={lateMinutes !== null || isSoon ? 600 : 400} className={tone}>
        {lateMinutes !== null ? <IconAlertTriangle size={15} aria-hidden /> : isSoon ? <IconClock size={15} aria-hidden /> : null}{' '}
        {lateMinutes !== null ? t('due.late', { span: format.span(lateMinutes * 60_000) }) : t('due.in', { when: format.fromNow(dueAt) })}
      </Text>
      <Text size="xs" c="dimmed" className="numbers">
        {t('due.at', { when: format.dateTime(dueAt) })}
      </Text>
    </div>
  );
}
