import type { SiteRole } from '../domain/visibility/visibility.js';

export type ExportFormat = 'csv' | 'jsonl';

/** Who asks, and when: the first parameters of every statement. */
export interface ExportViewer {
  readonly userId: string;
  readonly siteRole: SiteRole;
  readonly now: Date;
}

/** A row as the database hands it out: the columns of the export, and what the export has to record of it. */
export interface ExportRow {
  readonly [column: string]: unknown;
  /** The card whose content this row shows to somebody else than its author. */
  readonly shownCard?: string | null;
  /** The application whose cards went into a figure or a decision this row shows. */
  readonly shownApplication?: string | null;
}

/** What is exported: one statement in which what the viewer may not see is gone already, and the columns that go out, in their order. */
export interface Export<Row extends ExportRow = ExportRow> {
  readonly kind: 'applications' | 'candidates' | 'interviews' | 'scorecards' | 'decisions' | 'events';
  readonly columns: readonly string[];
  readonly text: string;
  readonly values: readonly unknown[];
  /** What goes out of a row, where that is not the row itself. */
  readonly shaped?: (row: Row) => Readonly<Record<string, unknown>>;
}
