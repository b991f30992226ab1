import { AppShell, Box, Group, NavLink, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NavLink as RouterLink, useLocation } from 'react-router';
import { useMe } from '../api/me';
import { InboxBell } from '../inbox/inbox-bell';
import { screensFor } from './area';
import { AccountMenu } from './account-menu';
import { currentLanguage } from './language';
import { Logo } from './logo';
import { PaletteButton } from './palette-button';

/** Where one can go: the screens of every area, and the person's own menu. */
export function Navigation() {
  const { t } = useTranslation('app');
  const me = useMe().data;
  const { pathname } = useLocation();
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
      <AppShell.Section grow px="sm" py="xs" style={{ overflowY: 'auto' }} component="nav" aria-label={t('nav.screens')}>
        <Box component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
          {screensFor(me).map(({ path, label, icon: Icon }) => {
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
                  style={{ borderRadius: 6 }}
                />
              </li>
            );
          })}
        </Box>
      </AppShell.Section>
      <AppShell.Section p="sm" style={{ borderTop: '1px solid var(--app-line)' }}>
        <AccountMenu />
      </AppShell.Section>
    </>
  );
}
