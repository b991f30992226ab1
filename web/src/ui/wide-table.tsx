import { Table } from '@mantine/core';
import type { ReactNode } from 'react';

interface WideTableProps {
  /** What the table is of. */
  readonly label: string;
  /** Narrower than this many pixels it scrolls sideways. */
  readonly minWidth: number;
  readonly children: ReactNode;
}

/** Room for a table that may be wider than its place: it scrolls within itself, by the keyboard too. */
export function WideTable({ label, minWidth, children }: WideTableProps) {
  return (
    <Table.ScrollContainer minWidth={minWidth} type="native" tabIndex={0} role="group" aria-label={label}>
      {children}
    </Table.ScrollContainer>
  );
}
