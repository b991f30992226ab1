import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../api/client';
import type { RubricContent } from '../api/rubric-content';
import type { components } from '../api/schema.gen';
import type { Card } from '../scorecard/queries';
import type { Gate, Recommendation, RoomPolicy } from './recommendation';

type Schemas = components['schemas'];

export type DebriefSummary = Schemas['DebriefSummaryDto'];
export type DebriefState = DebriefSummary['state'];
export type DebriefContent = Omit<Schemas['DebriefContentDto'], 'cards'> & { readonly cards: readonly Card[] };
export type Debrief = Omit<Schemas['DebriefDto'], 'content'> & { readonly content: DebriefContent | null };
export type RecommendationAnswer = Omit<Schemas['RecommendationDto'], 'recommendation'> & {
  readonly recommendation: Recommendation;
};
export type Ballots = Schemas['BallotsDto'];
export type Ballot = Schemas['BallotDto'];
export type BallotKind = Ballot['kind'];
export type VoteChoice = Schemas['VoteBody']['choice'];
export type Movement = Schemas['MovementDto'];
export type Challenge = Schemas['ChallengeDto'];
export type ChallengeReason = Schemas['RaiseChallengeBody']['reasonCode'];
export type Decision = Schemas['DecisionDto'];
export type DecidedOutcome = Decision['outcome'];
export type Agenda = Schemas['AgendaDto'];
export type AgendaItem = Schemas['AgendaItemDto'];
export type Finalist = Schemas['ComparedApplicationDto'];
export type NextSignal = Schemas['NextSignalDto'];
export type RoomRubric = RubricContent & { readonly gates: readonly Gate[]; readonly policy: RoomPolicy };

export const at = (debriefId: string) => ({ params: { path: { debriefId } } });

/** Sentences that the server writes come in the language of the screen. */
const inLanguage = (language: string) => ({ 'accept-language': language });

export const debriefsQuery = (open: boolean, jobId: string | null) =>
  infiniteQueryOptions({
    queryKey: ['debrief-list', open, jobId],
    initialPageParam: '',
    queryFn: ({ pageParam: cursor }) =>
      unwrap(
        api.GET('/api/v1/debriefs', {
          params: { query: { open, limit: 100, ...(jobId === null ? {} : { jobId }), ...(cursor ? { cursor } : {}) } },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });

export const debriefQuery = (id: string) =>
  queryOptions({
    queryKey: ['debriefs', id],
    queryFn: async () => (await unwrap(api.GET('/api/v1/debriefs/{debriefId}', at(id)))) as unknown as Debrief,
  });

export const recommendationQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['debriefs', id, 'recommendation', language],
    queryFn: async () =>
      (await unwrap(
        api.GET('/api/v1/debriefs/{debriefId}/recommendation', { ...at(id), headers: inLanguage(language) }),
      )) as unknown as RecommendationAnswer,
  });

export const ballotsQuery = (id: string) =>
  queryOptions({
    queryKey: ['debriefs', id, 'ballots'],
    queryFn: () => unwrap(api.GET('/api/v1/debriefs/{debriefId}/ballots', at(id))),
  });

export const challengesQuery = (id: string) =>
  queryOptions({
    queryKey: ['debriefs', id, 'challenges'],
    queryFn: async () => (await unwrap(api.GET('/api/v1/debriefs/{debriefId}/challenges', at(id)))).items,
  });

export const decisionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['debriefs', id, 'decision'],
    queryFn: async () => (await unwrap(api.GET('/api/v1/debriefs/{debriefId}/decision', at(id)))).items,
  });

export const nextSignalQuery = (id: string) =>
  queryOptions({
    queryKey: ['debriefs', id, 'next-signal'],
    queryFn: () => unwrap(api.GET('/api/v1/debriefs/{debriefId}/next-signal', at(id))),
  });

export const agendaQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['debriefs', id, 'agenda', language],
    queryFn: async () => {
      const agenda = await unwrap(api.GET('/api/v1/debriefs/{debriefId}/agenda', { ...at(id), headers: inLanguage(language) }));
      return { ...agenda, readAt: Date.now() };
    },
  });
/** The clock goes on from when it was read. */
export type ReadAgenda = Agenda & { readonly readAt: number };

export const finalistsQuery = (jobId: string, ended: boolean) =>
  infiniteQueryOptions({
    queryKey: ['debrief-list', 'finalists', jobId, ended],
    initialPageParam: '',
    queryFn: ({ pageParam: cursor }) =>
      unwrap(
        api.GET('/api/v1/jobs/{jobId}/finalists', {
          params: { path: { jobId }, query: { limit: 12, ...(ended ? { ended } : {}), ...(cursor ? { cursor } : {}) } },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });

/** Each reading is on the record: it is read when the page is opened, and not again behind one's back. */
export const comparatorsQuery = (applicationId: string) =>
  infiniteQueryOptions({
    queryKey: ['comparators', applicationId],
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    initialPageParam: '',
    queryFn: ({ pageParam: cursor }) =>
      unwrap(
        api.GET('/api/v1/applications/{applicationId}/comparators', {
          params: { path: { applicationId }, query: { limit: 12, ...(cursor ? { cursor } : {}) } },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });

/** The names of a rubric's signals and gates, by their keys. */
export const rubricNamesQuery = (versionId: string) =>
  queryOptions({
    queryKey: ['rubric-names', versionId],
    staleTime: Infinity,
    enabled: versionId !== '',
    queryFn: async () => {
      const answer = await unwrap(api.GET('/api/v1/rubrics/versions/{versionId}', { params: { path: { versionId } } }));
      const { signals, gates } = answer.content as unknown as RoomRubric;
      return new Map([...signals, ...gates].map(({ key, name }) => [key, name ?? key]));
    },
  });

/** The rubric whole, with what turns scores into an outcome. Before the first card is in, only the application names it. */
export const roomRubricQuery = (debrief: Debrief) => {
  const known = debrief.content?.cards.find((card) => card.rubricVersionId)?.rubricVersionId ?? null;
  return queryOptions({
    queryKey: ['debriefs', debrief.id, 'rubric', known],
    staleTime: Infinity,
    queryFn: async () => {
      const versionId = known ?? (await pinnedRubric(debrief.applicationId));
      return (await unwrap(api.GET('/api/v1/rubrics/versions/{versionId}', { params: { path: { versionId } } }))).content as unknown as RoomRubric;
    },
  });
};

async function pinnedRubric(applicationId: string): Promise<string> {
  const { rubricVersionId } = await unwrap(api.GET('/api/v1/applications/{applicationId}', { params: { path: { applicationId } } }));
  if (!rubricVersionId) throw new Error('the application has no rubric');
  return rubricVersionId;
}
