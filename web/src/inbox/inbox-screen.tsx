import { ActionIcon, Button, Group, Menu, SegmentedControl, Text } from '@mantine/core';
import { IconCheck, IconClockPause, IconInbox, IconSettings } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useMe } from '../api/me';
import { EmptyScreen } from '../ui/empty-screen';
import { MorePages } from '../ui/more-pages';
import { PageHeader } from '../ui/page-header';
import { ProblemAlert } from '../ui/problem-alert';
import { RowsSkeleton } from '../ui/screen-skeleton';
import { useFormat } from '../ui/use-format';
import classes from './inbox.module.css';
import { type Folder, FOLDERS, type Notification, notificationsQuery, unreadQuery, useInboxSteps } from './queries';
import { SNOOZE_CHOICES, snoozeUntil } from './snooze-times';

/** What one was told, the latest first. */
export function Component() {
  const { t } = useTranslation('inbox');
  const [params, setParams] = useSearchParams();
  const folder = FOLDERS.find((one) => one === params.get('show')) ?? 'unread';
  const locale = useMe().data?.locale ?? '';
  const list = useInfiniteQuery({ ...notificationsQuery(folder, locale), placeholderData: keepPreviousData, refetchInterval: 60_000 });
  const unread = useQuery(unreadQuery).data ?? 0;
  const steps = useInboxSteps();
  const items = list.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <PageHeader
        title={t('title')}
        text={t('text')}
        actions={
          <Button component={Link} to="/settings/mail" variant="default" leftSection={<IconSettings size={16} aria-hidden />}>
            {t('mailSettings')}
          </Button>
        }
      />
      <Group justify="space-between" mb="sm">
        <SegmentedControl
          aria-label={t('folders')}
          data={FOLDERS.map((value) => ({ value, label: t(`folder.${value}`) }))}
          value={folder}
          onChange={(value) => setParams(value === 'unread' ? {} : { show: value }, { replace: true })}
        />
        {unread > 0 && folder !== 'snoozed' && (
          <Button
            variant="subtle"
            size="xs"
            leftSection={<IconCheck size={14} aria-hidden />}
            loading={steps.readAll.isPending}
            onClick={() => steps.readAll.mutate()}
          >
            {t('readAll')}
          </Button>
        )}
      </Group>
      {list.isError && <ProblemAlert problem={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && (
        <div aria-busy="true">
          <RowsSkeleton rows={5} height={64} />
        </div>
      )}
      {items?.length === 0 && <Empty folder={folder} />}
      {items && items.length > 0 && (
        <ul className={classes.list}>
          {items.map((one) => (
            <Entry key={one.id} one={one} />
          ))}
        </ul>
      )}
      <MorePages query={list}>{t('more')}</MorePages>
    </>
  );
}

function Empty({ folder }: { readonly folder: Folder }) {
  const { t } = useTranslation('inbox');
  return (
    <EmptyScreen icon={IconInbox} title={t(`empty.${folder}`)} text={t(`emptyText.${folder}`)}>
      {folder === 'unread' && (
        <Button component={Link} to="/inbox?show=all" variant="default">
          {t('seeAll')}
        </Button>
      )}
    </EmptyScreen>
  );
}

function Entry({ one }: { readonly one: Notification }) {
  const { t } = useTranslation('inbox');
  const format = useFormat();
  const steps = useInboxSteps();
  const navigate = useNavigate();
  const isUnread = one.readAt === null && one.snoozedUntil === null;
  // Following it is reading it.
  const follow = () => {
    if (one.abilities.markRead) steps.read.mutate(one.id);
    void navigate(one.path);
  };
  return (
    <li className={classes.row} data-unread={isUnread || undefined}>
      <span className={classes.dot} aria-hidden />
      <div className={classes.grow}>
        <Link
          to={one.path}
          className={classes.link}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            follow();
          }}
        >
          {one.subject}
        </Link>
        {isUnread && <span className={classes.hidden}>{t('unread')}</span>}
        <Text size="sm" c="dimmed">
          {one.sentence}
        </Text>
      </div>
      <Text size="xs" c="dimmed" className={classes.when} title={format.exact(one.createdAt)}>
        {one.snoozedUntil === null ? format.fromNow(one.createdAt) : t('back', { when: format.dateTime(one.snoozedUntil) })}
      </Text>
      <Group gap={2} wrap="nowrap" className={classes.steps}>
        {one.abilities.snooze && <Snooze one={one} onSnooze={(until) => steps.snooze.mutate({ id: one.id, until })} />}
        {one.abilities.markRead && (
          <ActionIcon aria-label={t('readOne', { subject: one.subject })} onClick={() => steps.read.mutate(one.id)}>
            <IconCheck size={16} aria-hidden />
          </ActionIcon>
        )}
      </Group>
    </li>
  );
}

function Snooze({ one, onSnooze }: { readonly one: Notification; readonly onSnooze: (until: string) => void }) {
  const { t } = useTranslation('inbox');
  const format = useFormat();
  const now = Date.now();
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon aria-label={t('snoozeOne', { subject: one.subject })}>
          <IconClockPause size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('snooze.title')}</Menu.Label>
        {SNOOZE_CHOICES.map((choice) => {
          const until = snoozeUntil(choice, now, format.timeZone);
          return (
            <Menu.Item
              key={choice}
              rightSection={
                <Text size="xs" c="dimmed" ml="md">
                  {format.dateTime(until)}
                </Text>
              }
              onClick={() => onSnooze(snoozeUntil(choice, Date.now(), format.timeZone))}
            >
              {t(`snooze.${choice}`)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
