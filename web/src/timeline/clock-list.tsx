import { Badge, Collapse, Text, Title, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { eventWords } from '../admin/event-row';
import { useFormat } from '../ui/use-format';
import { useLocalDate } from '../ui/use-local-date';
import type { Timeline, TimelineClock } from './queries';
import classes from './timeline.module.css';

const STOPPED: readonly TimelineClock['state'][] = ['met', 'met_late', 'stopped'];
const ORDER: readonly TimelineClock['state'][] = ['late', 'at_risk', 'paused', 'on_time', 'not_known', 'met_late', 'met', 'stopped'];
const COLORS: Readonly<Partial<Record<TimelineClock['state'], string>>> = {
  late: 'red',
  at_risk: 'amber',
  on_time: 'plumb',
  met: 'green',
  met_late: 'red',
};

/** Who holds what until when: what runs, the latest first, and what is over behind it. */
export function ClockList({ timeline }: { readonly timeline: Timeline }) {
  const { t } = useTranslation('timeline');
  const [opened, setOpened] = useState(false);
  const id = useId();
  const clocks = [...timeline.clocks].sort(
    (a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (a.dueAt ?? '~').localeCompare(b.dueAt ?? '~'),
  );
  const running = clocks.filter(({ state }) => !STOPPED.includes(state));
  const over = clocks.filter(({ state }) => STOPPED.includes(state));
  const rounds = new Map(timeline.rounds.map(({ key, name }) => [key, name]));
  return (
    <section aria-labelledby="clocks">
      <Title order={2} size="h3" id="clocks" mb="xs">
        {t('clocks.title')}
      </Title>
      {running.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('clocks.none')}
        </Text>
      ) : (
        <Clocks clocks={running} rounds={rounds} />
      )}
      {over.length > 0 && (
        <>
          <UnstyledButton className={classes.more} aria-expanded={opened} aria-controls={id} onClick={() => setOpened(!opened)}>
            <IconChevronRight size={14} aria-hidden data-opened={opened || undefined} /> {t('clocks.over', { count: over.length })}
          </UnstyledButton>
          <Collapse expanded={opened} id={id}>
            {opened && <Clocks clocks={over} rounds={rounds} />}
          </Collapse>
        </>
      )}
    </section>
  );
}

function Clocks({ clocks, rounds }: { readonly clocks: readonly TimelineClock[]; readonly rounds: ReadonlyMap<string, string> }) {
  return (
    <ul className={classes.clocks}>
      {clocks.map((clock) => (
        <ClockRow key={`${clock.key} ${clock.subjectId} ${clock.startedAt}`} clock={clock} round={rounds.get(clock.roundKey ?? '') ?? ''} />
      ))}
    </ul>
  );
}

function ClockRow({ clock, round }: { readonly clock: TimelineClock; readonly round: string }) {
  const { t } = useTranslation('timeline');
  const { t: admin } = useTranslation('admin');
  const format = useFormat();
  const { key, holder, state, dueAt, dueOn, zone, startedAt, startedBy, stoppedAt, stoppedBy, skipped, notKnown } = clock;
  const held = holder.name ?? t(`clocks.nobody.${holder.role}`);
  const isRunning = !STOPPED.includes(state);
  const events = [
    startedBy && t('clocks.started', { event: eventWords(admin, startedBy.type), at: format.dateTime(startedAt) }),
    stoppedBy && stoppedAt && t('clocks.stopped', { event: eventWords(admin, stoppedBy.type), at: format.dateTime(stoppedAt) }),
  ].filter((part): part is string => typeof part === 'string');
  return (
    <li className={classes.clock}>
      <div>
        <Text size="sm" fw={600}>
          {t(`clocks.key.${key}`)}
          {round !== '' && (
            <Text span size="sm" c="dimmed" fw={400}>
              {` · ${round}`}
            </Text>
          )}
        </Text>
        <Text size="xs" c="dimmed">
          {events.join(' · ')}
        </Text>
        {skipped.length > 0 && <SkippedDays clock={clock} />}
      </div>
      <div>
        <Text size="sm">{held}</Text>
        <Text size="xs" c="dimmed">
          {t(`clocks.role.${holder.role}`)}
          {holder.name !== null && !holder.active && ` · ${t('clocks.inactive')}`}
        </Text>
      </div>
      <div className={classes.due}>
        <Badge color={COLORS[state] ?? 'gray'}>{t(`clocks.state.${state}`)}</Badge>
        <Text size="xs" c="dimmed" className="numbers" title={dueAt === null ? undefined : `${format.exact(dueAt)} · ${dueOn ?? ''} ${zone}`}>
          {dueAt === null
            ? (notKnown ?? t('clocks.noDue'))
            : t(isRunning ? 'clocks.dueFromNow' : 'clocks.due', { at: format.dateTime(dueAt), span: format.fromNow(dueAt) })}
        </Text>
      </div>
    </li>
  );
}

/** Why the due day is as late as it is. */
function SkippedDays({ clock }: { readonly clock: TimelineClock }) {
  const { t } = useTranslation('timeline');
  const dates = useLocalDate();
  const [opened, setOpened] = useState(false);
  const id = useId();
  return (
    <>
      <UnstyledButton className={classes.more} data-small aria-expanded={opened} aria-controls={id} onClick={() => setOpened(!opened)}>
        <IconChevronRight size={12} aria-hidden data-opened={opened || undefined} /> {t('clocks.skipped', { count: clock.skipped.length })}
      </UnstyledButton>
      <Collapse expanded={opened} id={id}>
        {opened && (
          <ul className={classes.skipped}>
            {clock.skipped.map(({ date, kind, reason }) => (
              <li key={date}>
                {dates.day(date)}: {t(`clocks.kind.${kind}`, { defaultValue: kind })}
                {reason !== '' && kind !== 'weekend' && ` (${reason})`}
              </li>
            ))}
          </ul>
        )}
      </Collapse>
    </>
  );
}
