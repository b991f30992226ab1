import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';

interface TimeInZonesProps {
  readonly startsAt: string;
  readonly endsAt: string;
  /** The candidate's. */
  readonly timeZone: string;
}

/** A span of time as the reader's clock shows it, and under it as the candidate's does where that differs. */
export function TimeInZones({ startsAt, endsAt, timeZone }: TimeInZonesProps) {
  const { t, i18n } = useTranslation('recruiter');
  const format = useFormat();
  const there = new Intl.DateTimeFormat(i18n.language, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  return (
    <>
      <Text size="sm" fw={500} component="span" display="block" className="numbers" title={format.exact(startsAt)}>
        {format.dateTime(startsAt)}–{format.time(endsAt)}
      </Text>
      {timeZone !== format.timeZone && (
        <Text size="xs" c="dimmed" component="span" display="block" className="numbers">
          {t('times.forCandidate', { when: there.formatRange(new Date(startsAt), new Date(endsAt)), zone: timeZone.replaceAll('_', ' ') })}
        </Text>
      )}
    </>
  );
}
