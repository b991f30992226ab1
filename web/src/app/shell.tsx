import { AppShell, Box, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, ScrollRestoration, useLocation, useNavigate } from 'react-router';
import { useMe } from '../api/me';
import { onSignedOut, queryClient } from '../api/query-client';
import { asProblem } from '../api/problem';
import { signInAddress } from '../entrance/sign-in-address';
import { InboxBell } from '../inbox/inbox-bell';
import { ScreenSkeleton } from '../ui/screen-skeleton';
import { FailureScreen } from './failure-screen';
import { followAccountLanguage } from './language';
import { Logo } from './logo';
import { Navigation } from './navigation';
import { PaletteButton } from './palette-button';

/** The frame around every screen of somebody who is signed in. */
export function Shell() {
  const me = useMe();
  const here = useLocation();
  useSignedOutRedirect();
  const locale = me.data?.locale;
  useEffect(() => {
    if (locale) void followAccountLanguage(locale);
  }, [locale]);
  if (me.data) return <Frame />;
  if (!me.isError) return <ScreenSkeleton />;
  const problem = asProblem(me.error);
  if (problem.isSignedOut) return <Navigate to={signInAddress(here)} replace />;
  return <FailureScreen problem={problem} />;
}

function Frame() {
  const { t } = useTranslation('app');
  const { pathname } = useLocation();
  const [opened, { toggle, close }] = useDisclosure();
  useEffect(close, [pathname, close]);
  return (
    <>
      <a className="skip-link" href="#main">
        {t('nav.skip')}
      </a>
      <AppShell
        header={{ height: { base: 52, sm: 0 }, collapsed: false }}
        navbar={{ width: 236, breakpoint: 'sm', collapsed: { mobile: !opened } }}
        padding={{ base: 'md', sm: 'xl' }}
      >
        <AppShell.Header hiddenFrom="sm">
          <Group h="100%" px="sm" justify="space-between" wrap="nowrap">
            <Group gap="xs" wrap="nowrap">
              <Burger opened={opened} onClick={toggle} size="sm" aria-label={t(opened ? 'nav.close' : 'nav.open')} aria-expanded={opened} />
              <Logo />
            </Group>
            <Group gap={4} wrap="nowrap">
              <InboxBell />
              <PaletteButton compact />
            </Group>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar aria-label={t('nav.label')}>
          <Navigation />
        </AppShell.Navbar>
        <AppShell.Main id="main" tabIndex={-1} style={{ outline: 'none' }}>
          <Box maw={1320} mx="auto">
            <Suspense fallback={<ScreenSkeleton />}>
              <Outlet />
            </Suspense>
          </Box>
        </AppShell.Main>
      </AppShell>
      <ScrollRestoration />
    </>
  );
}

/** A session that ended while somebody works: sign in, and come back to the same place. */
function useSignedOutRedirect(): void {
  const navigate = useNavigate();
  const here = useLocation();
  const latest = useRef(here);
  latest.current = here;
  useEffect(
    () =>
      onSignedOut(() => {
        const address = signInAddress(latest.current, true);
        queryClient.removeQueries({ queryKey: ['me'] });
        void navigate(address, { replace: true });
      }),
    [navigate],
  );
}
