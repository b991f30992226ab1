import { Anchor, Text } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { itemTitle } from './item-title';
import classes from './now-talking.module.css';
import { agendaQuery, type ReadAgenda } from './queries';
import { useRoom } from './room';
import { clockText, useClock } from './use-clock';

const TALKING = ['discussing', 'second_ballot', 'committee_ballot'];

/** Where the room is, on every tab: it moves when whoever leads turns to the next item. */
export function NowTalking() {
  const { i18n } = useTranslation('debrief');
  const { debrief, tab } = useRoom();
  const isTalking = TALKING.includes(debrief.state);
  const agenda = useQuery({ ...agendaQuery(debrief.id, i18n.language), enabled: isTalking }).data;
  if (!isTalking || !agenda || tab === 'agenda' || (agenda.currentItem === null && !agenda.clock.running)) return null;
  return <Bar agenda={agenda} />;
}

function Bar({ agenda }: { readonly agenda: ReadAgenda }) {
  const { t } = useTranslation('debrief');
  const room = useRoom();
  const { remaining } = useClock(agenda);
  const item = agenda.items.find(({ key }) => key === agenda.currentItem);
  return (
    <div className={classes.bar}>
      <IconMessages size={18} aria-hidden className={classes.icon} />
      <Text size="sm" role="status" className={classes.words}>
        {item ? t('talking.on', { title: itemTitle(item, room, t) }) : t('talking.nothing')}
      </Text>
      <Text size="sm" className="numbers" fw={600} c={remaining < 0 ? 'var(--app-late)' : undefined} role="timer" aria-label={t('clock.label')}>
        {clockText(remaining)}
      </Text>
      <Anchor component="button" type="button" size="sm" onClick={() => room.go('agenda')}>
        {t('tab.agenda')}
      </Anchor>
    </div>
  );
}
