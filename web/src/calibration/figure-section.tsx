import { Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from '../board/reports.module.css';

interface FigureSectionProps {
  readonly title: string;
  /** What the figures say, in words. */
  readonly text?: ReactNode;
  /** What the picture shows, for those who cannot see it; the figures stand in the table. */
  readonly chartLabel: string;
  readonly chart: ReactNode;
  readonly table: ReactNode;
  readonly isWide?: boolean;
}

/** Figures in words, as a picture, and as a table beside it. */
export function FigureSection({ title, text, chartLabel, chart, table, isWide = false }: FigureSectionProps) {
  return (
    <Paper component="section" p="md" mb="md" aria-label={title}>
      <Title order={2} size="h3" mb={4}>
        {title}
      </Title>
      {text !== undefined && (
        <Text size="sm" c="dimmed" maw="44rem" mb={table === null ? 0 : 'md'} component="div">
          {text}
        </Text>
      )}
      {table !== null && (
        <div className={classes.beside} data-wide={isWide || undefined}>
          {chart !== null && (
            <div role="img" aria-label={chartLabel} style={{ minWidth: 0 }}>
              {chart}
            </div>
          )}
          {/* Wider than a phone: it scrolls by itself, also by the keyboard. */}
          <div className={classes.scroll} tabIndex={0} role="group" aria-label={title}>
            {table}
          </div>
        </div>
      )}
    </Paper>
  );
}
