import { Paper, Skeleton, Title } from '@mantine/core';
import { type ReactNode, Suspense } from 'react';
import classes from './reports.module.css';

interface JobReportProps {
  readonly title: string;
  /** What the picture shows, for those who cannot see it; the figures stand in the table. */
  readonly chartLabel: string;
  readonly height: number;
  /** Whose table needs the whole width of a small screen. */
  readonly isWide?: boolean;
  readonly chart: ReactNode;
  readonly table: ReactNode;
}

/** One job's figures as a picture, and as a table beside it. */
export function JobReport({ title, chartLabel, height, isWide = false, chart, table }: JobReportProps) {
  return (
    <Paper component="section" p="md" mb="md" aria-label={title}>
      <Title order={2} size="h3" mb="sm">
        {title}
      </Title>
      <div className={classes.beside} data-wide={isWide || undefined}>
        <div role="img" aria-label={chartLabel} style={{ height, minWidth: 0 }}>
          <Suspense fallback={<Skeleton height={height} aria-hidden />}>{chart}</Suspense>
        </div>
        {/* Wider than a phone: it scrolls by itself, also by the keyboard. */}
        <div className={classes.scroll} tabIndex={0} role="group" aria-label={title}>
          {table}
        </div>
      </div>
    </Paper>
  );
}
