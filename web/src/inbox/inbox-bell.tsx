import { ActionIcon, Indicator } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { unreadQuery } from './queries';

const MOST = 99;

/** The way to the inbox, with how much waits there unread. */
export function InboxBell() {
  const { t } = useTranslation('app');
  const unread = useQuery(unreadQuery).data ?? 0;
  const isHere = useLocation().pathname === '/inbox';
  return (
    <Indicator label={unread > MOST ? `${MOST}+` : unread} size={16} offset={5} disabled={unread === 0} color="red" aria-hidden={undefined}>
      <ActionIcon
        component={Link}
        to="/inbox"
        size="lg"
        variant={isHere ? 'light' : 'subtle'}
        aria-label={unread === 0 ? t('inbox.open') : t('inbox.openUnread', { count: unread })}
        aria-current={isHere ? 'page' : undefined}
      >
        <IconBell size={20} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Indicator>
  );
}
