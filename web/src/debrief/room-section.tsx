import { Box, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface RoomSectionProps {
  readonly id: string;
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}

/** A titled part of a tab. */
export function RoomSection({ id, title, text, children }: RoomSectionProps) {
  return (
    <section aria-labelledby={`${id}-title`}>
      <Box mb="xs">
        <Title order={2} size="h3" id={`${id}-title`}>
          {title}
        </Title>
        {text !== undefined && (
          <Text size="sm" c="dimmed">
            {text}
          </Text>
        )}
      </Box>
      {children}
    </section>
  );
}
