import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../api/client';
import type { components } from '../api/schema.gen';
import type { ReportPeriod } from '../board/queries';

type Schemas = components['schemas'];
export type Calibration = Schemas['CalibrationDto'];
export type OwnEffect = Schemas['OwnEffectDto'];
export type AgreementRow = Schemas['AgreementRowDto'];
export type CalibrationRun = Schemas['CalibrationRunDto'];
export type SeverityRow = Schemas['SeverityRowDto'];
export type AdjustedScore = Schemas['AdjustedScoreDto'];
export type OverrideRate = Schemas['OverrideRateDto'];
export type SeverityModel = Schemas['SeverityModelDto'];

export const ownCalibrationQuery = queryOptions({
  queryKey: ['calibration', 'own'],
  queryFn: () => unwrap(api.GET('/api/v1/me/calibration')),
});

export const calibrationQuery = (userId: string) =>
  queryOptions({
    queryKey: ['calibration', 'of', userId],
    queryFn: () => unwrap(api.GET('/api/v1/users/{userId}/calibration', { params: { path: { userId } } })),
  });

export const agreementQuery = (jobId: string | null) =>
  infiniteQueryOptions({
    queryKey: ['reports', 'agreement', jobId],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/reports/agreement', {
          params: { query: { limit: 200, ...(pageParam === '' ? {} : { cursor: pageParam }), ...(jobId === null ? {} : { jobId }) } },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });

export const severityQuery = queryOptions({
  queryKey: ['reports', 'severity'],
  queryFn: () => unwrap(api.GET('/api/v1/reports/severity')),
});

export const overridesQuery = (jobId: string | null, period: ReportPeriod) =>
  queryOptions({
    queryKey: ['reports', 'override-rates', jobId, period],
    queryFn: () => unwrap(api.GET('/api/v1/reports/override-rates', { params: { query: { ...period, ...(jobId === null ? {} : { jobId }) } } })),
  });

export const adjustedQuery = (jobId: string | null) =>
  infiniteQueryOptions({
    queryKey: ['reports', 'adjusted', jobId],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/reports/severity/candidates', {
          params: { query: { limit: 50, ...(pageParam === '' ? {} : { cursor: pageParam }), ...(jobId === null ? {} : { jobId }) } },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });
