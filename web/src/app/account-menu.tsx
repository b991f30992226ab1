import { Avatar, Box, Group, Menu, Text, UnstyledButton, useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import { IconLogout, IconSelector } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../api/client';
import { useMe } from '../api/me';
import { useSignOut } from '../entrance/use-sign-out';
import classes from './account-menu.module.css';
import { chooseLanguage, currentLanguage, type Language, LANGUAGE_NAMES, LANGUAGES } from './language';

const SCHEMES = ['light', 'dark', 'auto'] as const;

/** The person, their language, light or dark, and the way out. */
export function AccountMenu() {
  const { t } = useTranslation('app');
  const me = useMe().data;
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  const language = currentLanguage();
  const client = useQueryClient();
  // Letters to the person follow the language of their screen; the screen does not wait for that.
  const choose = async (one: Language) => {
    await chooseLanguage(one);
    const changed = await unwrap(api.PATCH('/api/v1/me', { body: { locale: one } })).catch(() => undefined);
    if (changed) client.setQueryData(['me'], changed);
  };
  if (!me) return null;
  return (
    <Menu position="top-start" width={220} shadow="md">
      <Menu.Target>
        <UnstyledButton className={classes.button}>
          <Group wrap="nowrap" gap="sm">
            <Avatar name={me.name} color="plumb" size={32} aria-hidden />
            <Box miw={0} flex={1}>
              <Text size="sm" fw={600} truncate>
                {me.name}
              </Text>
              <Text size="xs" c="dimmed" truncate>
                {me.email}
              </Text>
              <VisuallyHidden>{t('account.menu')}</VisuallyHidden>
            </Box>
            <IconSelector size={16} aria-hidden />
          </Group>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('account.language')}</Menu.Label>
        {LANGUAGES.map((one) => (
          <Menu.RadioItem key={one} value={one} lang={one} checked={one === language} closeMenuOnClick onChange={() => void choose(one)}>
            {LANGUAGE_NAMES[one]}
          </Menu.RadioItem>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('account.appearance')}</Menu.Label>
        {SCHEMES.map((one) => (
          <Menu.RadioItem key={one} value={one} checked={one === colorScheme} closeMenuOnClick onChange={() => setColorScheme(one)}>
            {t(`account.scheme.${one}`)}
          </Menu.RadioItem>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => signOut.mutate()}>
          {t('account.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
