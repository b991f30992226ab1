import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formerTitle } from './item-title';
import { MinutesText } from './minutes-editor';
import type { Agenda } from './queries';
import { useRoom } from './room';
import { clockText } from './use-clock';

/** Talked about and settled since; what was said stays. */
export function FormerItem({ item }: { readonly item: Agenda['formerItems'][number] }) {
  const { t } = useTranslation('debrief');
  const room = useRoom();
  const title = formerTitle(item.key, room, t);
  return (
    <li>
      <Text size="sm" fw={600}>
        {title}{' '}
        <Text span size="xs" c="dimmed" fw={400} className="numbers">
          {clockText(item.spentSeconds)}
        </Text>
      </Text>
      {item.minutes && <MinutesText minutes={item.minutes} />}
    </li>
  );
}
