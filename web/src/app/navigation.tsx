import { AppShell, Group, NavLink, Stack } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink as RouterLink, useLocation } from 'react-router';
import { useMe } from '../api/me';
import { InboxBell } from '../inbox/inbox-bell';
import { type AreaScreen, SCREEN_GROUPS, type ScreenGroup, screensFor } from './area';
import { AccountMenu } from './account-menu';
import { currentLanguage } from './language';
import { Logo } from './logo';
import classes from './navigation.module.css';
import { PaletteButton } from './palette-button';

/** Where one can go: the screens of every area, and the person's own menu. */
export function Navigation() {
  const { t } = useTranslation('app');
  const me = useMe().data;
  if (!me) return null;
  return (
    <>
      <AppShell.Section p="md" pb="sm" visibleFrom="sm">
        <Stack gap="md">
          <Group justify="space-between" wrap="nowrap">
            <Logo />
            <InboxBell />
          </Group>
          <PaletteButton />
        </Stack>
      </AppShell.Section>
      <AppShell.Section grow px="sm" py={4} style={{ overflowY: 'auto' }} component="nav" aria-label={t('nav.screens')}>
        {SCREEN_GROUPS.map((group) => (
          <ScreenLinks key={group} group={group} screens={screensFor(me).filter((screen) => (screen.group ?? 'work') === group)} />
        ))}
      </AppShell.Section>
      <AppShell.Section p="sm" style={{ borderTop: '1px solid var(--app-line)' }}>
        <AccountMenu />
      </AppShell.Section>
    </>
  );
}

/** The everyday screens need no heading: they come first. */
function ScreenLinks({ group, screens }: { readonly group: ScreenGroup; readonly screens: readonly AreaScreen[] }) {
  const { t } = useTranslation('app');
  const { pathname } = useLocation();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [pathname]);
  if (screens.length === 0) return null;
  return (
    <>
      {group !== 'work' && (
        <div className={classes.heading} aria-hidden>
          {t(`nav.group.${group}`)}
        </div>
      )}
      <ul ref={list} className={classes.list} aria-label={t(`nav.group.${group}`)}>
        {screens.map(({ path, label, icon: Icon }) => {
          const isHere = pathname === path || pathname.startsWith(`${path}/`);
          return (
            <li key={path}>
              <NavLink
                component={RouterLink}
                to={path}
                label={label[currentLanguage()]}
                leftSection={<Icon size={18} stroke={1.6} aria-hidden />}
                active={isHere}
                aria-current={isHere ? 'page' : undefined}
                className={classes.link}
              />
            </li>
          );
        })}
      </ul>
    </>
  );
}
