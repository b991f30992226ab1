import { Badge, Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../api/client';
import { toastProblem } from '../ui/toast';
import classes from './agenda-tab.module.css';
import { itemTitle } from './item-title';
import { MinutesEditor, MinutesText } from './minutes-editor';
import { type AgendaItem, at, type ReadAgenda } from './queries';
import { useRoom } from './room';
import { clockText, useClock } from './use-clock';
import { useRoomChange } from './use-room-change';

interface AgendaEntryProps {
  readonly item: AgendaItem;
  readonly position: number;
  readonly agenda: ReadAgenda;
}

/** One item: what it is about, why it is there, what it could change, its time and its minutes. */
export function AgendaEntry({ item, position, agenda }: AgendaEntryProps) {
  const { t } = useTranslation('debrief');
  const room = useRoom();
  const [writing, setWriting] = useState(false);
  const isHere = agenda.currentItem === item.key;
  const id = `item-${position}`;
  const title = itemTitle(item, room, t);
  const { lead, takeMinutes } = agenda.abilities;
  return (
    <li className={classes.item} aria-labelledby={id} aria-current={isHere || undefined}>
      <span className={classes.position} aria-hidden>
        {position}
      </span>
      <div className={classes.about}>
        <Group justify="space-between" align="flex-start" gap="xs">
          <Group gap={8}>
            <Title order={2} size="h3" id={id}>
              {title}
            </Title>
            <Badge size="sm" color="gray">
              {t(`agenda.kind.${item.kind}`)}
            </Badge>
            {isHere && <Badge size="sm">{t('agenda.here')}</Badge>}
          </Group>
          <ItemTime item={item} agenda={agenda} isHere={isHere} />
        </Group>
        <Text size="sm" mt={4}>
          {item.why.words}
        </Text>
        <Text size="sm" c="dimmed">
          {item.could.words}
        </Text>
        {item.minutes && !writing && <MinutesText minutes={item.minutes} />}
        {writing && takeMinutes && <MinutesEditor item={item} title={title} onDone={() => setWriting(false)} />}
        <Group gap="xs" mt={8}>
          {lead && <Turn item={item} isHere={isHere} />}
          {typeof item.why.params['scorecard'] === 'string' && (
            <ReadButton
              cardId={item.why.params['scorecard']}
              criterion={typeof item.why.params['criterion'] === 'string' ? item.why.params['criterion'] : null}
            />
          )}
          {takeMinutes && !writing && (
            <Button
              size="xs"
              variant="subtle"
              aria-label={`${t(item.minutes ? 'minutes.edit' : 'minutes.take')}: ${title}`}
              onClick={() => setWriting(true)}
            >
              {t(item.minutes ? 'minutes.edit' : 'minutes.take')}
            </Button>
          )}
        </Group>
      </div>
    </li>
  );
}

function ItemTime({ item, agenda, isHere }: { readonly item: AgendaItem; readonly agenda: ReadAgenda; readonly isHere: boolean }) {
  const { t } = useTranslation('debrief');
  const { since } = useClock(agenda);
  const spent = item.spentSeconds + (isHere ? since : 0);
  return (
    <Text size="xs" c={spent > item.plannedSeconds ? undefined : 'dimmed'} className={`numbers ${spent > item.plannedSeconds ? classes.over : ''}`}>
      {spent > 0
        ? t('agenda.spent', { spent: clockText(spent), planned: clockText(item.plannedSeconds) })
        : t('agenda.planned', { planned: clockText(item.plannedSeconds) })}
    </Text>
  );
}

function Turn({ item, isHere }: { readonly item: AgendaItem; readonly isHere: boolean }) {
  const { t } = useTranslation('debrief');
  const room = useRoom();
  const turn = useRoomChange((key: string | null) =>
    unwrap(api.PUT('/api/v1/debriefs/{debriefId}/agenda/current', { ...at(room.debrief.id), body: { item: key } })),
  );
  return (
    <Button
      size="xs"
      variant={isHere ? 'default' : 'light'}
      loading={turn.isPending}
      aria-label={`${t(isHere ? 'agenda.leave' : 'agenda.turn')}: ${itemTitle(item, room, t)}`}
      onClick={() => turn.mutate(isHere ? null : item.key, { onError: toastProblem })}
    >
      {t(isHere ? 'agenda.leave' : 'agenda.turn')}
    </Button>
  );
}

function ReadButton({ cardId, criterion }: { readonly cardId: string; readonly criterion: string | null }) {
  const { t } = useTranslation('debrief');
  const { read, authorOf } = useRoom();
  return (
    <Button size="xs" variant="default" onClick={() => read({ cardId, criterion })}>
      {t('agenda.read', { name: authorOf(cardId) })}
    </Button>
  );
}
