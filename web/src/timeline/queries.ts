import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../api/client';
import type { components } from '../api/schema.gen';

type Schemas = components['schemas'];
export type Timeline = Schemas['TimelineDto'];
export type TimelineClock = Schemas['ClockDto'];
export type TimelineRound = Schemas['RoundLineDto'];
export type TimelinePause = Schemas['PauseDto'];
export type TimelineForecast = Schemas['ForecastDto'];

export const timelineQuery = (applicationId: string) =>
  queryOptions({
    queryKey: ['applications', applicationId, 'timeline'],
    queryFn: () => unwrap(api.GET('/api/v1/applications/{applicationId}/timeline', { params: { path: { applicationId } } })),
  });
