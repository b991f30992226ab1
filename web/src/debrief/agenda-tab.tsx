import { Stack, Text } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyScreen } from '../ui/empty-screen';
import { QueryState } from '../ui/query-state';
import { AgendaClock } from './agenda-clock';
import { AgendaEntry } from './agenda-entry';
import classes from './agenda-tab.module.css';
import { FormerItem } from './former-item';
import { agendaQuery } from './queries';
import { useRoom } from './room';
import { RoomSection } from './room-section';

/** What the room talks about, in the order in which it matters. */
export function AgendaTab() {
  const { t, i18n } = useTranslation('debrief');
  const { debrief } = useRoom();
  const agenda = useQuery({ ...agendaQuery(debrief.id, i18n.language), enabled: debrief.state !== 'collecting' });
  if (debrief.state === 'collecting') return <EmptyScreen icon={IconListCheck} title={t('agenda.notYet')} text={t('agenda.notYetText')} />;
  return (
    <QueryState query={agenda}>
      {(data) => (
        <Stack gap="lg">
          <AgendaClock agenda={data} />
          {data.items.length === 0 ? (
            <EmptyScreen icon={IconListCheck} title={t('agenda.nothing')} text={t('agenda.nothingText')} />
          ) : (
            <ol className={classes.items}>
              {data.items.map((item, index) => (
                <AgendaEntry key={item.key} item={item} position={index + 1} agenda={data} />
              ))}
            </ol>
          )}
          {data.undisputed.length > 0 && (
            <Text size="sm" c="dimmed">
              {t('agenda.undisputed', {
                names: data.undisputed.map(({ name, level }) => t('agenda.undisputedOne', { name, level })).join(' · '),
              })}
            </Text>
          )}
          {data.formerItems.length > 0 && (
            <RoomSection id="former" title={t('agenda.former')} text={t('agenda.formerText')}>
              <ul className={classes.former}>
                {data.formerItems.map((item) => (
                  <FormerItem key={item.key} item={item} />
                ))}
              </ul>
            </RoomSection>
          )}
        </Stack>
      )}
    </QueryState>
  );
}
