import { Group, Stack, Text, Title } from '@mantine/core';
import type { ComponentType, ReactNode } from 'react';
import classes from './empty-screen.module.css';

interface EmptyScreenProps {
  readonly icon: ComponentType<{ size?: number | string; stroke?: number }>;
  readonly title: string;
  /** What to do now, or why there is nothing to do. */
  readonly text?: ReactNode;
  /** True where it is the only heading of its screen. */
  readonly asHeading?: boolean;
  readonly children?: ReactNode;
}

/** Nothing here: says why, and what to do. */
export function EmptyScreen({ icon: Icon, title, text, asHeading = false, children }: EmptyScreenProps) {
  return (
    <Stack align="center" gap="xs" py={48} px="md" ta="center" className={classes.root}>
      <span className={classes.icon} aria-hidden>
        <Icon size={28} stroke={1.5} />
      </span>
      <Title order={asHeading ? 1 : 2} size="h2">
        {title}
      </Title>
      {text !== undefined && (
        <Text c="dimmed" size="sm" maw={440}>
          {text}
        </Text>
      )}
      {children !== undefined && <Group mt="xs">{children}</Group>}
    </Stack>
  );
}
