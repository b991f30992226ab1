import { ApiProperty } from '@nestjs/swagger';
import { IsArray, IsNotEmpty, IsObject, IsString, MaxLength } from 'class-validator';
import { decimalPattern } from '../domain/offer/decimal.js';
import type { ApprovalRules } from '../domain/offer/approval-rules.js';
import type { JobBand } from '../domain/offer/job-band.js';

const FIGURE = { type: String, pattern: decimalPattern(8).source, example: '205000' } as const;

export class BaseRangeDto {
  @ApiProperty(FIGURE)
  minimum: string;
  /** Null: halfway between the ends. */
  @ApiProperty({ ...FIGURE, nullable: true })
  midpoint: string | null;
  @ApiProperty(FIGURE)
  maximum: string;
}

export class BonusRangeDto {
  @ApiProperty({ enum: ['amount', 'percent_of_base'] })
  measure: string;
  @ApiProperty(FIGURE)
  minimum: string;
  @ApiProperty({ ...FIGURE, nullable: true })
  maximum: string | null;
}

export class EquityRangeDto {
  @ApiProperty({ enum: ['value', 'units', 'percent_of_shares'] })
  measure: string;
  @ApiProperty(FIGURE)
  minimum: string;
  @ApiProperty({ ...FIGURE, nullable: true })
  maximum: string | null;
}

export class JobBandDto {
  /** The company's own word; empty: whoever has no level of their own. */
  @ApiProperty({ maxLength: 100 })
  level: string;
  /** ISO 4217. */
  @ApiProperty({ pattern: '^[A-Z]{3}$', example: 'USD' })
  currency: string;
  /** Yearly base pay. */
  base: BaseRangeDto;
  @ApiProperty({ type: () => BonusRangeDto, nullable: true })
  bonus: BonusRangeDto | null;
  @ApiProperty({ type: () => EquityRangeDto, nullable: true })
  equity: EquityRangeDto | null;
}

export class ApprovalNeedDto {
  @ApiProperty({ enum: ['offer_approver', 'hiring_manager'] })
  seat: string;
  /** How many different people. */
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 9 })
  count: number;
}

export class ApprovalRulesDto {
  within: ApprovalNeedDto[];
  /** Never less of a seat than within. Holds too where an offer cannot be checked against a band. */
  outside: ApprovalNeedDto[];
  /** An offer outside the band says why in words. */
  reasonOutside: boolean;
}

export class SaveBandsBody {
  @ApiProperty({ type: () => [JobBandDto] })
  @IsArray()
  bands: JobBand[];
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  reason: string;
}

export class SaveOfferRulesBody {
  @ApiProperty({ type: () => ApprovalRulesDto })
  @IsObject()
  rules: ApprovalRules;
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  reason: string;
}

export class JobPayAbilitiesDto {
  edit: boolean;
}

export class JobPayPersonDto {
  id: string;
  name: string;
}

export class BandRevisionDto {
  revision: number;
  content: JobBandDto[];
  reason: string;
  changedBy: JobPayPersonDto;
  changedAt: Date;
}

export class OfferRulesRevisionDto {
  revision: number;
  content: ApprovalRulesDto;
  reason: string;
  changedBy: JobPayPersonDto;
  changedAt: Date;
}

export class JobBandsDto {
  jobId: string;
  /** Send it as If-Match. 0: nobody recorded bands; what is shown is the band the job was made with. */
  revision: number;
  bands: JobBandDto[];
  /** The latest first. */
  history: BandRevisionDto[];
  abilities: JobPayAbilitiesDto;
}

export class JobOfferRulesDto {
  jobId: string;
  /** Send it as If-Match. 0: nobody set rules; what is shown are the ones every job begins with. */
  revision: number;
  rules: ApprovalRulesDto;
  history: OfferRulesRevisionDto[];
  abilities: JobPayAbilitiesDto;
}
