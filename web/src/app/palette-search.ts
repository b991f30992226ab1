import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../api/client';

const FEW = 5;

export interface PaletteHit {
  readonly path: string;
  readonly label: string;
  readonly description?: string;
}

export interface PaletteHits {
  readonly isSearching: boolean;
  readonly candidates: readonly (PaletteHit & { readonly applications: number })[];
  readonly applications: readonly PaletteHit[];
  readonly debriefs: readonly PaletteHit[];
  readonly jobs: readonly PaletteHit[];
}

/** Candidates, their applications and debriefs, and jobs, by part of the name or title; only what the person may know of. */
export function usePaletteSearch(search: string): PaletteHits {
  const isAsked = search !== '';
  const options = { enabled: isAsked, placeholderData: keepPreviousData };
  const candidates = useQuery({ ...options, queryKey: ['candidates', 'palette', search], queryFn: () => candidatesBy(search) });
  const lines = useQuery({ ...options, queryKey: ['board', 'palette', search], queryFn: () => linesBy(search) });
  const jobs = useQuery({ ...options, queryKey: ['jobs', 'palette', search], queryFn: () => jobsBy(search) });
  const found = (isAsked && lines.data) || [];
  return {
    isSearching: [candidates, lines, jobs].some(({ isFetching }) => isFetching),
    candidates: ((isAsked && candidates.data) || []).map(({ id, name, applications }) => ({ path: `/candidates/${id}`, label: name, applications })),
    applications: found.map(({ applicationId, candidateName, jobTitle }) => ({
      path: `/applications/${applicationId}`,
      label: candidateName,
      description: jobTitle,
    })),
    debriefs: found.map(({ debriefId, candidateName, jobTitle }) => ({
      path: `/debriefs/${debriefId}`,
      label: candidateName,
      description: jobTitle,
    })),
    jobs: ((isAsked && jobs.data) || []).map(({ id, title, location }) => ({ path: `/jobs/${id}`, label: title, description: location })),
  };
}

const candidatesBy = async (search: string) =>
  (await unwrap(api.GET('/api/v1/candidates', { params: { query: { search: search.slice(0, 200), limit: FEW } } }))).items;

const jobsBy = async (search: string) =>
  (await unwrap(api.GET('/api/v1/jobs', { params: { query: { search: search.slice(0, 200), limit: FEW } } }))).items;

/** Those under way first, then those that have ended. */
async function linesBy(search: string) {
  const read = (ended: boolean) =>
    unwrap(api.GET('/api/v1/board', { params: { query: { search: search.slice(0, 200), sort: 'name', limit: FEW, ended } } }));
  const [open, ended] = await Promise.all([read(false), read(true)]);
  return [...open.items, ...ended.items].slice(0, FEW);
}
