import { instantOf } from '../recruiter/zoned-time';

export const EXPORT_KINDS = ['applications', 'candidates', 'interviews', 'scorecards', 'decisions', 'events'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

export interface ExportChoice {
  readonly kind: ExportKind;
  readonly format: 'csv' | 'jsonl';
  readonly bom: boolean;
  readonly jobId: string;
  readonly status: string;
  readonly search: string;
  readonly type: string;
  /** Days, `2026-03-10`. */
  readonly from: string;
  readonly until: string;
  readonly archived: boolean;
}

export const NO_FILTER: ExportChoice = {
  kind: 'applications',
  format: 'csv',
  bom: true,
  jobId: '',
  status: '',
  search: '',
  type: '',
  from: '',
  until: '',
  archived: false,
};

interface ExportRule {
  /** Besides the job, which narrows every one. */
  readonly filters: readonly ('status' | 'search' | 'time' | 'archived' | 'type')[];
  readonly statuses: readonly string[];
  readonly statusWords: 'application' | 'interview' | 'card';
}

export const EXPORTS: Readonly<Record<ExportKind, ExportRule>> = {
  applications: {
    filters: ['status', 'search', 'time'],
    statuses: ['active', 'on_hold', 'offered', 'hired', 'rejected', 'withdrawn'],
    statusWords: 'application',
  },
  candidates: { filters: ['search', 'archived'], statuses: [], statusWords: 'application' },
  interviews: {
    filters: ['status', 'time'],
    statuses: ['planned', 'scheduled', 'held', 'cancelled', 'no_show'],
    statusWords: 'interview',
  },
  scorecards: { filters: ['status'], statuses: ['due', 'submitted', 'declined', 'waived', 'not_due'], statusWords: 'card' },
  decisions: { filters: ['time'], statuses: [], statusWords: 'application' },
  events: { filters: ['type', 'time'], statuses: [], statusWords: 'application' },
};

const DAY = 86_400_000;

/** Where the file is had. Days are the person's own, the last one included. */
export function addressOf(choice: ExportChoice, timeZone: string): string {
  const { filters } = EXPORTS[choice.kind];
  const until = choice.until && new Date(Date.parse(choice.until) + DAY).toISOString().slice(0, 10);
  const given: Readonly<Record<string, string>> = {
    jobId: choice.jobId,
    status: filters.includes('status') ? choice.status : '',
    search: filters.includes('search') ? choice.search.trim() : '',
    type: filters.includes('type') ? choice.type.trim() : '',
    from: filters.includes('time') && choice.from ? instantOf(`${choice.from}T00:00`, timeZone) : '',
    until: filters.includes('time') && until ? instantOf(`${until}T00:00`, timeZone) : '',
    archived: filters.includes('archived') && choice.archived ? 'true' : '',
    bom: choice.format === 'csv' && choice.bom ? 'true' : '',
  };
  const query = new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ''));
  return `/api/v1/exports/${choice.kind}.${choice.format}${query.size > 0 ? `?${query.toString()}` : ''}`;
}
