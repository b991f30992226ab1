import { Box, Group, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, currentLanguage, LANGUAGE_NAMES, LANGUAGES } from '../app/language';
import { Logo } from '../app/logo';
import { PageTitle } from '../ui/page-header';
import classes from './entrance-frame.module.css';

interface EntranceFrameProps {
  readonly title: string;
  readonly text?: ReactNode;
  readonly children: ReactNode;
  /** Beside or below the form, on its own card. */
  readonly aside?: ReactNode;
}

/** The frame of the screens before anybody is signed in. */
export function EntranceFrame({ title, text, children, aside }: EntranceFrameProps) {
  const { t } = useTranslation('entrance');
  return (
    <div className={classes.page}>
      <PageTitle title={title} />
      <Group component="header" justify="space-between" className={classes.top}>
        <Logo linked={false} />
        <SegmentedControl
          size="xs"
          aria-label={t('language')}
          value={currentLanguage()}
          onChange={(value) => void chooseLanguage(value)}
          data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
      </Group>
      <main className={classes.main}>
        <Paper className={classes.card} p={{ base: 'lg', xs: 'xl' }}>
          <Stack gap="lg">
            <Box>
              <Title order={1}>{title}</Title>
              {text !== undefined && (
                <Text c="dimmed" size="sm" mt={4}>
                  {text}
                </Text>
              )}
            </Box>
            {children}
          </Stack>
        </Paper>
        {aside}
      </main>
    </div>
  );
}
