import { Collapse, Text, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import { EventDetail } from './event-detail';
import classes from './history.module.css';
import type { HistoryEvent } from './queries';

/** One event in a line; opened, what it changed and why. */
export function EventRow({ event }: { readonly event: HistoryEvent }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  const id = useId();
  const { at, type, actor, reason } = event;
  return (
    <li className={classes.event}>
      <UnstyledButton className={classes.line} aria-expanded={opened} aria-controls={id} onClick={() => setOpened(!opened)}>
        <IconChevronRight size={14} aria-hidden className={classes.chevron} data-opened={opened || undefined} />
        <Text span size="sm" c="dimmed" className={`${classes.time} numbers`} title={format.exact(at)}>
          {format.time(at)}
        </Text>
        <Text span size="sm" fw={500}>
          {eventWords(t, type)}
        </Text>
        <Text span size="sm" c="dimmed" className={classes.actor}>
          {actor.name}
        </Text>
      </UnstyledButton>
      {reason !== null && reason !== '' && !opened && (
        <Text size="sm" c="dimmed" className={classes.reason} lineClamp={1}>
          {reason}
        </Text>
      )}
      <Collapse expanded={opened} id={id}>
        {opened && <EventDetail event={event} />}
      </Collapse>
    </li>
  );
}

/** `scorecard.submitted` in words; an event that is newer than this page keeps its type. */
export function eventWords(t: (key: string, options: { defaultValue: string }) => string, type: string): string {
  return t(`event.${type.replace('.', '_')}`, { defaultValue: type });
}
