import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../api/client';
import type { components } from '../api/schema.gen';

type Schemas = components['schemas'];
export type EvidenceFeedback = Schemas['EvidenceFeedbackDto'];
export type Marking = Schemas['MarkEvidenceBody'];
export type EvidenceMark = Schemas['OwnMarkDto']['mark'];
export type MarkTotals = Schemas['MarkTotalsDto'];

export const MARKS: readonly EvidenceMark[] = ['helpful', 'vague', 'unsupported'];

/** One piece of evidence, as it stands on one revision of a card. */
export type EvidencePlace = Omit<Marking, 'mark'>;

export function isAt(one: EvidencePlace, place: EvidencePlace): boolean {
  return one.scorecardId === place.scorecardId && one.revision === place.revision && one.criterion === place.criterion && one.item === place.item;
}

export const marksReceivedQuery = queryOptions({
  queryKey: ['evidence-marks', 'received'],
  queryFn: () => unwrap(api.GET('/api/v1/me/evidence-marks')),
});

export const feedbackQuery = (debriefId: string) =>
  queryOptions({
    queryKey: ['debriefs', debriefId, 'feedback'],
    queryFn: () => unwrap(api.GET('/api/v1/debriefs/{debriefId}/feedback', { params: { path: { debriefId } } })),
  });
