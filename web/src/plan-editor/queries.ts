import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../api/client';
import { asProblem, type Fault } from '../api/problem';
import type { RubricContent } from '../api/rubric-content';
import type { components } from '../api/schema.gen';
import type { PlanDraft } from './plan-content';

export type Plan = components['schemas']['PlanDto'];

/** The body that the server keeps or checks. */
export const bodyOf = ({ name, content, kits }: PlanDraft): components['schemas']['SavePlanBody'] => ({ name, content, kits });

export const draftOf = ({ name, content, kits }: Plan): PlanDraft => ({ name, content, kits });

export const plansQuery = (search: string, archived: boolean) =>
  infiniteQueryOptions({
    queryKey: ['plans', 'list', { search, archived }],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/interview-plans', {
          params: { query: { limit: 50, ...(pageParam !== '' && { cursor: pageParam }), ...(search && { search }), ...(archived && { archived }) } },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });

export const readPlan = (planId: string): Promise<Plan> => unwrap(api.GET('/api/v1/interview-plans/{planId}', { params: { path: { planId } } }));

/** Everything wrong with a plan as it stands, each fault where it stands in the body. */
export const planCheckQuery = (draft: PlanDraft) =>
  queryOptions({
    queryKey: ['plan-check', draft],
    gcTime: 0,
    queryFn: async (): Promise<readonly Fault[]> => {
      try {
        return (await unwrap(api.POST('/api/v1/interview-plans/check', { body: bodyOf(draft) }))).faults;
      } catch (error) {
        const { faults } = asProblem(error);
        if (faults.length > 0) return faults;
        throw error;
      }
    },
  });

/** Jobs whose applications start by a plan. */
export const jobsUnderQuery = (planId: string) =>
  queryOptions({
    queryKey: ['jobs', 'under-plan', planId],
    queryFn: async () => (await unwrap(api.GET('/api/v1/jobs', { params: { query: { planId, limit: 200, sort: 'title' } } }))).items,
  });

/** Applications on their way under some jobs, as far as one may know of them. */
export const runningUnderQuery = (jobIds: readonly string[]) =>
  queryOptions({
    queryKey: ['applications', 'running', jobIds],
    queryFn: async () => {
      const pages = await Promise.all(
        jobIds.map((jobId) => unwrap(api.GET('/api/v1/applications', { params: { query: { jobId, status: 'active', sort: 'name', limit: 200 } } }))),
      );
      return { items: pages.flatMap(({ items }) => items), isAll: pages.every(({ nextCursor }) => nextCursor === null) };
    },
  });

export interface AssessedBy {
  readonly rubricName: string;
  readonly criteria: readonly { readonly name: string; readonly rounds: readonly string[] }[];
}

/** What the rubric of a job assesses in which round; null where it has none yet. */
export const jobRubricQuery = (jobId: string) =>
  queryOptions({
    queryKey: ['jobs', jobId, 'rubric-rounds'],
    staleTime: 60_000,
    queryFn: async (): Promise<AssessedBy | null> => {
      const { rubricVersionId } = await unwrap(api.GET('/api/v1/jobs/{jobId}', { params: { path: { jobId } } }));
      if (rubricVersionId === null) return null;
      const version = await unwrap(api.GET('/api/v1/rubrics/versions/{versionId}', { params: { path: { versionId: rubricVersionId } } }));
      return { rubricName: version.rubricName, criteria: (version.content as unknown as RubricContent).criteria };
    },
  });
