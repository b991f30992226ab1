import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { BoardFilters, BoardSort, WaitsFor } from './queries';

export const SORTS: readonly BoardSort[] = ['due', 'stage', 'name'];
export const WAITING: readonly WaitsFor[] = ['schedule', 'interview', 'card', 'advance', 'decision', 'committee', 'outcome', 'candidate', 'hold'];
const URGENCIES = ['late', 'at_risk'] as const;

export interface BoardPlace {
  readonly filters: BoardFilters;
  readonly sort: BoardSort;
}

/** What the address says; a word that is no filter's is passed over. */
export function readPlace(params: URLSearchParams): BoardPlace {
  const text = (key: string) => params.get(key) || undefined;
  const urgency = URGENCIES.find((one) => one === params.get('urgency'));
  const waitingFor = WAITING.find((one) => one === params.get('waiting'));
  const filters = {
    jobId: text('job'),
    recruiterId: text('recruiter'),
    holderId: text('holder'),
    column: text('column'),
    urgency,
    waitingFor,
    search: text('q'),
    ended: params.get('ended') === 'true' || undefined,
  };
  return { filters: said(filters), sort: SORTS.find((one) => one === params.get('sort')) ?? 'due' };
}

export function writePlace({ filters, sort }: BoardPlace): URLSearchParams {
  const { jobId, recruiterId, holderId, column, urgency, waitingFor, search, ended } = filters;
  const members = { job: jobId, recruiter: recruiterId, holder: holderId, column, urgency, waiting: waitingFor, q: search };
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(members)) if (value) params.set(key, value);
  if (ended) params.set('ended', 'true');
  if (sort !== 'due') params.set('sort', sort);
  return params;
}

/** The members that say something. */
function said(filters: BoardFilters): BoardFilters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined && value !== '')) as BoardFilters;
}

export function isSamePlace(one: BoardPlace, other: BoardPlace): boolean {
  return writePlace(one).toString() === writePlace(other).toString();
}

export interface BoardAddress extends BoardPlace {
  readonly isBare: boolean;
  readonly change: (part: BoardFilters) => void;
  readonly order: (sort: BoardSort) => void;
  readonly go: (place: BoardPlace) => void;
}

/** The filters live in the address, so that what one sees can be kept, reloaded and passed on. */
export function useBoardAddress(): BoardAddress {
  const [params, setParams] = useSearchParams();
  const place = useMemo(() => readPlace(params), [params]);
  const go = useCallback((next: BoardPlace) => setParams(writePlace({ ...next, filters: said(next.filters) }), { replace: true }), [setParams]);
  return {
    ...place,
    isBare: params.size === 0,
    go,
    change: (part) => go({ ...place, filters: { ...place.filters, ...part } }),
    order: (sort) => go({ ...place, sort }),
  };
}
