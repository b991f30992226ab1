import { Badge, Button, Drawer, Group, Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useMe } from '../api/me';
import { asProblem } from '../api/problem';
import { NotFound } from '../app/not-found';
import { EmptyScreen } from '../ui/empty-screen';
import { PageHeader } from '../ui/page-header';
import { ProblemAlert } from '../ui/problem-alert';
import { ScreenSkeleton } from '../ui/screen-skeleton';
import { useFormat } from '../ui/use-format';
import { AgendaTab } from './agenda-tab';
import { BallotsTab } from './ballots-tab';
import { CardBeside } from './card-beside';
import { ChallengesTab } from './challenges-tab';
import { DecisionTab } from './decision-tab';
import { LiveMark } from './live-mark';
import { NowCard } from './now-card';
import { NowTalking } from './now-talking';
import { PacketMenu } from './packet-menu';
import { PanelTab } from './panel-tab';
import { type Debrief, type DebriefContent, debriefQuery, recommendationQuery, roomRubricQuery } from './queries';
import { ReasonsTab } from './reasons-tab';
import { type Reading, RoomProvider, type RoomTab, type RoomValue, TABS, useRoom } from './room';
import classes from './room-screen.module.css';
import { StageStrip } from './stage-strip';
import { STATE_COLORS } from './state-colors';
import { type LiveState, useRoomLive } from './use-room-live';

/** The debrief's room, or as much of its door as the viewer may know. */
export function Component() {
  const { debriefId = '' } = useParams();
  const debrief = useQuery({ ...debriefQuery(debriefId), refetchInterval: 60_000 });
  const live = useRoomLive(debriefId, debrief.data?.sight === 'content');
  if (debrief.data)
    return debrief.data.content ? (
      <OpenRoom debrief={debrief.data} content={debrief.data.content} live={live} />
    ) : (
      <SealedRoom debrief={debrief.data} />
    );
  if (!debrief.isError) return <ScreenSkeleton />;
  if (asProblem(debrief.error).isAbsent) return <NotFound />;
  return <ProblemAlert problem={debrief.error} onRetry={() => void debrief.refetch()} />;
}

function Header({ debrief, live }: { readonly debrief: Debrief; readonly live?: LiveState }) {
  const { t } = useTranslation('debrief');
  const format = useFormat();
  const { candidateName, jobTitle, state, roundNumber, dueAt } = debrief;
  const isRunning = state !== 'decided' && state !== 'closed';
  const due = isRunning && dueAt !== null ? [t('room.due', { when: format.dateTime(dueAt) })] : [];
  return (
    <PageHeader
      title={candidateName}
      back={{ to: '/debriefs', label: t('list.title') }}
      text={[jobTitle, ...(roundNumber > 1 ? [t('list.again', { count: roundNumber })] : []), ...due].join(' · ')}
      actions={live && <PacketMenu debriefId={debrief.id} />}
      aside={
        <>
          <Badge color={STATE_COLORS[state]}>{t(`state.${state}`)}</Badge>
          {live && <LiveMark state={live} />}
        </>
      }
    />
  );
}

/** Somebody who still owes their own judgement sees the stage and nothing else. */
function SealedRoom({ debrief }: { readonly debrief: Debrief }) {
  const { t } = useTranslation('debrief');
  return (
    <>
      <Header debrief={debrief} />
      <EmptyScreen icon={IconLock} title={t('sealed.title')} text={t('sealed.text')}>
        <Button component={Link} to="/interviews">
          {t('sealed.action')}
        </Button>
      </EmptyScreen>
    </>
  );
}

interface OpenRoomProps {
  readonly debrief: Debrief;
  readonly content: DebriefContent;
  readonly live: LiveState;
}

function OpenRoom({ debrief, content, live }: OpenRoomProps) {
  const { i18n } = useTranslation('debrief');
  const me = useMe().data;
  const recommendation = useQuery(recommendationQuery(debrief.id, i18n.language));
  const rubric = useQuery(roomRubricQuery(debrief));
  const place = useRoomPlace();
  const failed = [recommendation, rubric].find((query) => query.isError && query.data === undefined);
  if (failed) return <ProblemAlert problem={failed.error} onRetry={() => void failed.refetch()} />;
  if (!recommendation.data || !rubric.data || !me) return <ScreenSkeleton />;
  const value: RoomValue = {
    debrief,
    content,
    answer: recommendation.data,
    rubric: rubric.data,
    userId: me.id,
    ...place,
  };
  return (
    <RoomProvider value={value}>
      <Inside live={live} />
    </RoomProvider>
  );
}

/** Where one is in the room stands in the address: it survives a reload and can be sent to somebody. */
function useRoomPlace(): Pick<RoomValue, 'tab' | 'go' | 'goInto' | 'reading' | 'read'> {
  const [query, setQuery] = useSearchParams();
  return useMemo(() => {
    const tab = TABS.find((one) => one === query.get('tab')) ?? 'panel';
    const cardId = query.get('card');
    const set = (change: Record<string, string | null>) =>
      setQuery(
        (now) => {
          const next = new URLSearchParams(now);
          for (const [key, value] of Object.entries(change)) {
            if (value === null) next.delete(key);
            else next.set(key, value);
          }
          return next;
        },
        { replace: true, preventScrollReset: true },
      );
    const go = (to: RoomTab) => set({ tab: to === 'panel' ? null : to });
    return {
      tab,
      go,
      goInto: (to: RoomTab) => {
        go(to);
        requestAnimationFrame(() => document.querySelector<HTMLElement>(PART)?.focus({ preventScroll: true }));
      },
      reading: cardId === null ? null : { cardId, criterion: query.get('criterion') },
      read: (reading: Reading | null) => set({ card: reading?.cardId ?? null, criterion: reading?.criterion ?? null }),
    };
  }, [query, setQuery]);
}

const SCREENS = {
  panel: PanelTab,
  reasons: ReasonsTab,
  agenda: AgendaTab,
  ballots: BallotsTab,
  challenges: ChallengesTab,
  decision: DecisionTab,
};

const PART = '[data-part]';

/** The room, and beside it the card one reads. */
function Inside({ live }: { readonly live: LiveState }) {
  const { t } = useTranslation('debrief');
  const { tab, go, reading, read, content, debrief } = useRoom();
  const isWide = useMediaQuery('(min-width: 75em)', true);
  const Screen = SCREENS[tab];
  const tabs = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const list = tabs.current;
    const one = list?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (list && one) list.scrollTo({ left: one.offsetLeft - (list.clientWidth - one.offsetWidth) / 2 });
  }, [tab]);
  const close = () => {
    // Back to the rating one came from.
    document.querySelector<HTMLElement>(`${PART} [aria-pressed="true"]`)?.focus({ preventScroll: true });
    read(null);
  };
  const beside = reading && <CardBeside key={reading.cardId} reading={reading} onClose={close} />;
  return (
    <div className={classes.room} data-reading={(isWide && reading !== null) || undefined}>
      <div className={classes.main}>
        <Header debrief={debrief} live={live} />
        <StageStrip />
        <NowCard />
        <NowTalking />
        <Tabs value={tab} onChange={(value) => go(TABS.find((one) => one === value) ?? 'panel')} keepMounted={false}>
          <Tabs.List ref={tabs} mb="lg" className={classes.tabs} aria-label={t('room.parts')}>
            {TABS.map((one) => (
              <Tabs.Tab key={one} value={one}>
                <Group gap={6} wrap="nowrap">
                  {t(`tab.${one}`)}
                  {one === 'challenges' && content.openChallenges > 0 && (
                    <Badge size="xs" color="amber" aria-label={t('room.openChallenges', { count: content.openChallenges })}>
                      {content.openChallenges}
                    </Badge>
                  )}
                </Group>
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value={tab} tabIndex={-1} data-part className={classes.part}>
            <Screen />
          </Tabs.Panel>
        </Tabs>
      </div>
      {isWide
        ? beside && (
            <aside className={classes.beside} aria-label={t('beside.label')}>
              {beside}
            </aside>
          )
        : reading !== null && (
            <Drawer
              opened
              onClose={close}
              position="right"
              size="100%"
              withCloseButton={false}
              attributes={{ content: { 'aria-label': t('beside.label') } }}
              padding="md"
              classNames={{ body: classes.sheet }}
            >
              {beside}
            </Drawer>
          )}
    </div>
  );
}
