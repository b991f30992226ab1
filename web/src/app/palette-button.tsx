import { ActionIcon, Kbd, Text, UnstyledButton } from '@mantine/core';
import { useHotkeys, useOs } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './palette-button.module.css';

const Palette = lazy(async () => ({ default: (await import('./palette')).Palette }));

/** Opens the command palette, which is loaded when it is first asked for. */
export function PaletteButton({ compact = false }: { readonly compact?: boolean }) {
  const { t } = useTranslation('app');
  const os = useOs();
  const [asked, setAsked] = useState(0);
  const open = () => setAsked((count) => count + 1);
  // One listener is enough: the button of the other width only opens by touch.
  useHotkeys(compact ? [] : [['mod + K', open]], []);
  return (
    <>
      {compact ? (
        <ActionIcon size="lg" onClick={open} aria-label={t('palette.open')}>
          <IconSearch size={20} aria-hidden />
        </ActionIcon>
      ) : (
        <UnstyledButton className={classes.button} onClick={open}>
          <IconSearch size={16} aria-hidden />
          <Text component="span" size="sm" flex={1}>
            {t('palette.open')}
          </Text>
          <Kbd size="xs" aria-hidden>
            {os === 'macos' ? '⌘K' : 'Ctrl K'}
          </Kbd>
        </UnstyledButton>
      )}
      {asked > 0 && (
        <Suspense fallback={null}>
          <Palette asked={asked} />
        </Suspense>
      )}
    </>
  );
}
