import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDate, IsNotEmpty, IsObject, IsString, MaxDate, MaxLength, MinDate } from 'class-validator';
import { OFFER_STATUSES } from '../domain/offer/offer-life.js';
import type { OfferPackage } from '../domain/offer/offer-package.js';
import { MayBeAbsent } from '../platform/may-be-absent.js';
import { ApprovalNeedDto, JobBandDto } from './job-pay.dto.js';
import { OfferPackageDto, RecordedRateDto } from './offer-package.dto.js';

export class DraftOfferBody {
  /** Left out: starts from the job's offer shape. */
  @ApiPropertyOptional({ type: () => OfferPackageDto })
  @MayBeAbsent()
  @IsObject()
  package?: OfferPackage;
}

export class ReviseOfferBody {
  @ApiProperty({ type: () => OfferPackageDto })
  @IsObject()
  package: OfferPackage;
  /** What changed, in words. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(2000)
  reason?: string;
}

export class SubmitOfferBody {
  /** Why the offer leaves the band; required where it does. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(2000)
  reason?: string;
  /** Until when approvers are asked to answer. Default: two days from now. */
  @MayBeAbsent()
  @Type(() => Date)
  @IsDate()
  @MinDate(new Date(0))
  @MaxDate(new Date('2199-12-31T23:59:59.999Z'))
  approveBy?: Date;
}

export class ApproveOfferBody {
  @MayBeAbsent()
  @IsString()
  @MaxLength(2000)
  words?: string;
}

/** For what takes something back: always with words. */
export class EndOfferBody {
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  reason: string;
}

export class CounterOfferBody {
  /** What the candidate asks for, whole: start from the package that is out. */
  @ApiProperty({ type: () => OfferPackageDto })
  @IsObject()
  package: OfferPackage;
  @MayBeAbsent()
  @IsString()
  @MaxLength(2000)
  words?: string;
}

export class CompetingOfferBody extends CounterOfferBody {
  /** Who else offers. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  employer: string;
}

export class OfferPersonDto {
  id: string;
  name: string;
}

export class PartCheckDto {
  @ApiProperty({ enum: ['base', 'bonus', 'equity'] })
  part: string;
  @ApiProperty({ enum: ['below', 'within', 'above', 'not_comparable'] })
  standing: string;
  @ApiProperty({ enum: ['money', 'percent_of_base', 'units', 'percent_of_shares'] })
  measure: string;
  offered: string | null;
  minimum: string;
  maximum: string | null;
  /** How far outside; null within, or where not comparable. */
  by: string | null;
  /** Base over midpoint, four digits. */
  compaRatio: string | null;
}

export class BandCheckDto {
  @ApiProperty({ enum: ['within', 'outside', 'not_comparable'] })
  standing: string;
  @ApiProperty({ type: () => JobBandDto, nullable: true })
  band: JobBandDto | null;
  /** The recorded rate by which amounts were read in the band's currency. */
  @ApiProperty({ type: () => RecordedRateDto, nullable: true })
  rate: RecordedRateDto | null;
  @ApiProperty({ enum: ['no_bands', 'no_band_for_level', 'no_rate'], nullable: true, type: String })
  why: string | null;
  parts: PartCheckDto[];
  /** The same in sentences. */
  words: string[];
}

export class OfferApprovalDto {
  @ApiProperty({ enum: ['offer_approver', 'hiring_manager'] })
  seat: string;
  @ApiProperty({ enum: ['approved', 'refused'] })
  verdict: string;
  revision: number;
  by: OfferPersonDto;
  @ApiProperty({ type: () => OfferPersonDto, nullable: true })
  onBehalfOf: OfferPersonDto | null;
  words: string;
  at: string;
  /** Set when it counts no more, and why. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  voidedAt: string | null;
  voidedBecause: string | null;
}

/** What it takes to let the offer out, as data and in words. */
export class OfferRequirementDto {
  /** `outside` also where it cannot be checked against a band. */
  @ApiProperty({ enum: ['within', 'outside'] })
  side: string;
  /** As the rules ask now while it is a draft; as they asked when it was submitted from then on. */
  pinned: boolean;
  @ApiProperty({ type: () => [ApprovalNeedDto] })
  needs: ApprovalNeedDto[];
  @ApiProperty({ type: () => [ApprovalNeedDto] })
  missing: ApprovalNeedDto[];
  reasonRequired: boolean;
  words: string[];
}

export class OfferRevisionDto {
  number: number;
  roundNumber: number;
  package: OfferPackageDto;
  reason: string;
  by: OfferPersonDto;
  at: string;
}

export class OfferCounterDto {
  id: string;
  @ApiProperty({ enum: ['counter', 'competing'] })
  kind: string;
  roundNumber: number;
  /** Who else offers; empty for what the candidate asks for. */
  employer: string;
  package: OfferPackageDto;
  words: string;
  by: OfferPersonDto;
  at: string;
}

export class OfferAbilitiesDto {
  revise: boolean;
  submit: boolean;
  approve: boolean;
  refuse: boolean;
  extend: boolean;
  counter: boolean;
  compete: boolean;
  accept: boolean;
  decline: boolean;
  rescind: boolean;
}

export class OfferDto {
  id: string;
  applicationId: string;
  jobId: string;
  jobTitle: string;
  candidateId: string;
  candidateName: string;
  @ApiProperty({ enum: OFFER_STATUSES })
  status: string;
  /** 1, and one more with every counter-offer. */
  roundNumber: number;
  revision: number;
  version: number;
  package: OfferPackageDto;
  /** As submitted; for a draft as it stands now. */
  check: BandCheckDto;
  requirement: OfferRequirementDto;
  outsideReason: string | null;
  @ApiProperty({ type: () => OfferPersonDto, nullable: true })
  submittedBy: OfferPersonDto | null;
  submittedAt: Date | null;
  approveBy: Date | null;
  extendedAt: Date | null;
  /** Of what is out. */
  expiresAt: Date | null;
  endedAt: Date | null;
  endedBecause: string | null;
  createdAt: Date;
  /** The latest first, those that fell among them. */
  approvals: OfferApprovalDto[];
  /** The latest first. */
  revisions: OfferRevisionDto[];
  /** The latest first. */
  counters: OfferCounterDto[];
  abilities: OfferAbilitiesDto;
}

export class OfferSummaryDto {
  id: string;
  @ApiProperty({ enum: OFFER_STATUSES })
  status: string;
  roundNumber: number;
  revision: number;
  version: number;
  currency: string;
  base: string;
  approveBy: Date | null;
  expiresAt: Date | null;
  createdAt: Date;
  endedAt: Date | null;
}

export class ApplicationOfferAbilitiesDto {
  /** A decision to hire stands, nothing is on the way yet, and it is yours to make one. */
  draft: boolean;
}

export class ApplicationOffersDto {
  /** The latest first. */
  items: OfferSummaryDto[];
  abilities: ApplicationOfferAbilitiesDto;
}
