import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsNotEmpty, IsString, IsTimeZone, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { PROPOSAL_STATUSES, type ProposalStatus } from '../domain/interview/proposed-times.js';
import { MayBeAbsent } from '../platform/may-be-absent.js';
import { type InterviewWarningDto, IsInstant } from './interviews.dto.js';

export class ProposedSlotBody {
  /** @example '2026-03-10T15:00:00Z' */
  @IsInstant()
  startsAt: string;
  @IsInstant()
  endsAt: string;
}

export class ProposeTimesBody {
  /** One to ten times ahead, to choose one of. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => ProposedSlotBody)
  slots: ProposedSlotBody[];
  /** The zone in which the candidate reads the times. Default: the interview's. @example 'Asia/Shanghai' */
  @MayBeAbsent()
  @IsTimeZone()
  timeZone?: string;
  /** Where it would be. Default: the interview's place. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(500)
  location?: string;
}

export class WithdrawProposalBody {
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  reason: string;
}

export class ConfirmTimeBody {
  /** The slot that was chosen. */
  @IsUUID()
  slotId: string;
}

export class ProposedSlotDto {
  id: string;
  startsAt: Date;
  endsAt: Date;
  chosen: boolean;
  /** As of now, for those who plan the interview, while the proposal is open. */
  warnings: InterviewWarningDto[];
}

export class ProposalAbilitiesDto {
  confirm: boolean;
  withdraw: boolean;
}

export class ProposalDto {
  id: string;
  interviewId: string;
  /** `overtaken`: the interview got its time another way, or was called off. */
  @ApiProperty({ enum: PROPOSAL_STATUSES })
  status: ProposalStatus;
  timeZone: string;
  /** Null: the interview's place. */
  location: string | null;
  slots: ProposedSlotDto[];
  proposedBy: string;
  proposedByName: string;
  proposedAt: Date;
  endedAt: Date | null;
  /** Why it was withdrawn; for those who plan the interview. */
  reason: string | null;
  abilities: ProposalAbilitiesDto;
}

export class ProposalsDto {
  /** Newest first; at most one is open. */
  items: ProposalDto[];
}
