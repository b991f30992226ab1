import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import { useRoom } from './room';
import { RoomSection } from './room-section';
import classes from './section.module.css';

/** Each time it was begun anew, and why. */
export function Reopenings() {
  const { t } = useTranslation('debrief');
  const format = useFormat();
  const { content, nameOf } = useRoom();
  if (content.reopenings.length === 0) return null;
  return (
    <RoomSection id="reopenings" title={t('reopen.history')}>
      <ul className={classes.list}>
        {content.reopenings.map(({ roundNumber, reason, by, at, offerHalted }) => (
          <li key={roundNumber}>
            <Text size="sm" className="typed">
              {reason}
            </Text>
            <Text size="xs" c="dimmed">
              {[t('list.again', { count: roundNumber }), nameOf(by), format.dateTime(at), ...(offerHalted ? [t('reopen.halted')] : [])]
                .filter((part) => part !== '–')
                .join(' · ')}
            </Text>
          </li>
        ))}
      </ul>
    </RoomSection>
  );
}
