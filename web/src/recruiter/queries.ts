import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../api/client';
import type { components } from '../api/schema.gen';

type Schemas = components['schemas'];
export type ApplicationSummary = Schemas['ApplicationSummaryDto'];
export type Application = Schemas['ApplicationDto'];
export type ApplicationStatus = ApplicationSummary['status'];
export type Round = Schemas['ApplicationRoundDto'];
export type Interview = Schemas['ApplicationInterviewDto'];
export type PanelMember = Schemas['ApplicationPanelMemberDto'];
export type Candidate = Schemas['CandidateDto'];
export type Job = Schemas['JobDto'];
export type JobStatus = Job['status'];
export type Seat = Schemas['SeatDto'];
export type Proposal = Schemas['ProposalDto'];

export const STATUSES: readonly ApplicationStatus[] = ['active', 'on_hold', 'offered', 'hired', 'rejected', 'withdrawn'];

const onPage = (cursor: string, limit: number) => ({ limit, ...(cursor === '' ? {} : { cursor }) });

export const applicationQuery = (applicationId: string) =>
  queryOptions({
    queryKey: ['applications', applicationId],
    queryFn: () => unwrap(api.GET('/api/v1/applications/{applicationId}', { params: { path: { applicationId } } })),
  });

/** Whose card is due when: asked for the rows in sight only. */
export const dueCardsQuery = (applicationId: string) =>
  queryOptions({
    queryKey: ['applications', applicationId, 'due-cards'],
    staleTime: 60_000,
    queryFn: async () => (await unwrap(api.GET('/api/v1/scorecards', { params: { query: { applicationId, status: 'due', limit: 50 } } }))).items,
  });

export const cardsQuery = (applicationId: string) =>
  queryOptions({
    queryKey: ['applications', applicationId, 'cards'],
    queryFn: async () => (await unwrap(api.GET('/api/v1/scorecards', { params: { query: { applicationId, limit: 200 } } }))).items,
  });

export const applicationSeatsQuery = (applicationId: string) =>
  queryOptions({
    queryKey: ['applications', applicationId, 'seats'],
    queryFn: async () => (await unwrap(api.GET('/api/v1/applications/{applicationId}/seats', { params: { path: { applicationId } } }))).items,
  });

export const jobSeatsQuery = (jobId: string) =>
  queryOptions({
    queryKey: ['jobs', jobId, 'seats'],
    queryFn: async () => (await unwrap(api.GET('/api/v1/jobs/{jobId}/seats', { params: { path: { jobId } } }))).items,
  });

/** Jobs to choose one from. */
export const jobChoiceQuery = queryOptions({
  queryKey: ['jobs', 'choice'],
  queryFn: async () => (await unwrap(api.GET('/api/v1/jobs', { params: { query: { limit: 200, sort: 'title' } } }))).items,
});

export const jobsQuery = (search: string, status: JobStatus | null, mine: boolean) =>
  infiniteQueryOptions({
    queryKey: ['jobs', 'list', { search, status, mine }],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/jobs', {
          params: {
            query: {
              ...onPage(pageParam, 50),
              sort: 'newest',
              ...(search && { search }),
              ...(status && { status }),
              ...(status === 'archived' && { archived: true }),
              ...(mine && { mine }),
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });

export const jobQuery = (jobId: string) =>
  queryOptions({ queryKey: ['jobs', jobId], queryFn: () => unwrap(api.GET('/api/v1/jobs/{jobId}', { params: { path: { jobId } } })) });

/** Plans that a job may start its applications by. */
export const planChoiceQuery = queryOptions({
  queryKey: ['plans', 'choice'],
  queryFn: async () => (await unwrap(api.GET('/api/v1/interview-plans', { params: { query: { limit: 200 } } }))).items,
});

/** Of every rubric the latest version that is published. */
export const rubricChoiceQuery = queryOptions({
  queryKey: ['rubrics', 'choice'],
  queryFn: async () => {
    const { items } = await unwrap(api.GET('/api/v1/rubrics', { params: { query: { limit: 200 } } }));
    const choices = items.map(async ({ id, name, latestStatus, latestVersionId, latestNumber }) => {
      if (latestStatus === 'published') return [{ id: latestVersionId, name, number: latestNumber }];
      if (latestNumber === 1) return [];
      const versions = await unwrap(api.GET('/api/v1/rubrics/{rubricId}/versions', { params: { path: { rubricId: id } } }));
      const published = versions.items.filter(({ status }) => status === 'published').sort((a, b) => b.number - a.number);
      return published.slice(0, 1).map((version) => ({ id: version.id, name, number: version.number }));
    });
    return (await Promise.all(choices)).flat();
  },
});

export const planRoundsQuery = (planId: string) =>
  queryOptions({
    queryKey: ['plans', planId],
    queryFn: async () => {
      const { content } = await unwrap(api.GET('/api/v1/interview-plans/{planId}', { params: { path: { planId } } }));
      return content.rounds;
    },
  });

export const candidatesQuery = (search: string, sort: 'name' | 'newest', archived: boolean) =>
  infiniteQueryOptions({
    queryKey: ['candidates', 'list', { search, sort, archived }],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/candidates', {
          params: { query: { ...onPage(pageParam, 50), sort, ...(search && { search }), ...(archived && { archived }) } },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });

/** The first few whose name matches. */
export const candidateSearchQuery = (search: string) =>
  queryOptions({
    queryKey: ['candidates', 'search', search],
    queryFn: async () =>
      (await unwrap(api.GET('/api/v1/candidates', { params: { query: { limit: 10, sort: 'name', ...(search && { search }) } } }))).items,
  });

export const candidateQuery = (candidateId: string) =>
  queryOptions({
    queryKey: ['candidates', candidateId],
    queryFn: () => unwrap(api.GET('/api/v1/candidates/{candidateId}', { params: { path: { candidateId } } })),
  });

export const filesQuery = (candidateId: string) =>
  queryOptions({
    queryKey: ['candidates', candidateId, 'files'],
    queryFn: async () => (await unwrap(api.GET('/api/v1/candidates/{candidateId}/files', { params: { path: { candidateId } } }))).items,
  });

export const directoryQuery = (search: string) =>
  queryOptions({
    queryKey: ['directory', search],
    staleTime: 60_000,
    queryFn: async () => (await unwrap(api.GET('/api/v1/users/directory', { params: { query: { limit: 50, ...(search && { search }) } } }))).items,
  });

/** Times that were proposed for an interview, the latest first. */
export const proposalsQuery = (interviewId: string) =>
  queryOptions({
    queryKey: ['interview-times', interviewId, 'proposals'],
    queryFn: async () => (await unwrap(api.GET('/api/v1/interviews/{interviewId}/proposals', { params: { path: { interviewId } } }))).items,
  });

/** When the whole panel is free in the days to come. */
export const suggestionsQuery = (interviewId: string, days: number) =>
  queryOptions({
    queryKey: ['interview-times', interviewId, 'free', days],
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/interviews/{interviewId}/suggestions', {
          params: {
            path: { interviewId },
            query: { to: new Date(Date.now() + days * 86_400_000).toISOString(), step: 30, limit: 300 },
          },
        }),
      ),
  });
