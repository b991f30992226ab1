import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { QueryTime } from '../platform/query-time.js';

export class OverrideRatesQuery {
  @IsOptional()
  @IsUUID()
  jobId?: string;
  /** Decided not before this time. */
  @QueryTime()
  from?: Date;
  /** Decided before this time. */
  @QueryTime()
  until?: Date;
}

export class OverrideRateDto {
  @ApiProperty({ enum: ['hiring_manager', 'committee_majority', 'committee_unanimous'] })
  decider: string;
  /** Null for committees, which decide together. */
  userId: string | null;
  name: string | null;
  decisions: number;
  /** Differed from the recommendation. */
  departed: number;
  /** `departed` over `decisions`, in [0, 1]. */
  rate: number;
  /** Decided below the recommendation. */
  stricter: number;
  /** Decided above it. */
  milder: number;
  /** Decided although the evidence was insufficient. */
  withoutEnoughEvidence: number;
}

export class OverrideRatesDto {
  /** By name, not by rate: nobody is ranked. */
  items: OverrideRateDto[];
}
