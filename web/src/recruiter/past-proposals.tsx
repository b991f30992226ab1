import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import classes from './past-proposals.module.css';
import type { Proposal } from './queries';

interface PastProposalsProps {
  /** Newest first. */
  readonly proposals: readonly Proposal[];
}

/** Times that were proposed before, and what became of them. */
export function PastProposals({ proposals }: PastProposalsProps) {
  const { t } = useTranslation('recruiter');
  const format = useFormat();
  if (proposals.length === 0) return null;
  return (
    <details>
      <Text component="summary" size="sm" fw={600} style={{ cursor: 'pointer' }}>
        {t('times.past', { count: proposals.length })}
      </Text>
      <ul className={classes.past}>
        {proposals.map(({ id, status, slots, proposedByName, proposedAt, endedAt, reason }) => (
          <li key={id}>
            <Group gap="xs">
              <Badge color={status === 'confirmed' ? 'green' : 'gray'}>{t(`times.status.${status}`)}</Badge>
              <Text size="xs" c="dimmed">
                {[
                  t('times.pastBy', { name: proposedByName, when: format.dateTime(proposedAt) }),
                  endedAt === null ? '' : t('times.pastEnded', { when: format.dateTime(endedAt) }),
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </Text>
            </Group>
            <ul className={classes.slots}>
              {slots.map(({ id: slotId, startsAt, endsAt, chosen }) => (
                <Text key={slotId} component="li" size="sm" className="numbers" fw={chosen ? 600 : 400}>
                  {`${format.dateTime(startsAt)}–${format.time(endsAt)}`}
                  {chosen && ` · ${t('times.chosenOne')}`}
                </Text>
              ))}
            </ul>
            {reason !== null && reason !== '' && (
              <Text size="sm" c="dimmed" className="typed">
                {reason}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
