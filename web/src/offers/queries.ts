import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../api/client';
import { asProblem } from '../api/problem';
import type { components } from '../api/schema.gen';

type Schemas = components['schemas'];
export type ApplicationOffers = Schemas['ApplicationOffersDto'];
export type OfferSummary = Schemas['OfferSummaryDto'];
export type Offer = Schemas['OfferDto'];
export type OfferPackage = Schemas['OfferPackageDto'];
export type OfferComparison = Schemas['OfferComparisonDto'];
export type ComparedPackage = Schemas['ComparedPackageDto'];
export type PayParts = Schemas['PayPartsDto'];
export type JobBands = Schemas['JobBandsDto'];
export type JobBand = Schemas['JobBandDto'];
export type JobOfferRules = Schemas['JobOfferRulesDto'];
export type ApprovalNeed = Schemas['ApprovalNeedDto'];

/** Null for whoever has no seat for it. */
async function orNull<Data>(asked: Promise<Data>): Promise<Data | null> {
  try {
    return await asked;
  } catch (error) {
    const problem = asProblem(error);
    if (problem.code === 'forbidden' || problem.isAbsent) return null;
    throw error;
  }
}

export const offersQuery = (applicationId: string) =>
  queryOptions({
    queryKey: ['applications', applicationId, 'offers'],
    queryFn: () => orNull(unwrap(api.GET('/api/v1/applications/{applicationId}/offers', { params: { path: { applicationId } } }))),
  });

export const offerQuery = (offerId: string) =>
  queryOptions({ queryKey: ['offers', offerId], queryFn: () => unwrap(api.GET('/api/v1/offers/{offerId}', { params: { path: { offerId } } })) });

export const comparisonQuery = (offerId: string) =>
  queryOptions({
    queryKey: ['offers', offerId, 'comparison'],
    queryFn: () => unwrap(api.GET('/api/v1/offers/{offerId}/comparison', { params: { path: { offerId } } })),
  });

export const bandsQuery = (jobId: string) =>
  queryOptions({
    queryKey: ['jobs', jobId, 'bands'],
    queryFn: () => orNull(unwrap(api.GET('/api/v1/jobs/{jobId}/bands', { params: { path: { jobId } } }))),
  });

export const offerRulesQuery = (jobId: string) =>
  queryOptions({
    queryKey: ['jobs', jobId, 'offer-rules'],
    queryFn: () => orNull(unwrap(api.GET('/api/v1/jobs/{jobId}/offer-rules', { params: { path: { jobId } } }))),
  });

/** Read again after every move of an offer: an accepted one hires. */
export const OFFER_KEYS = [['offers'], ['applications']] as const;
