import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { VERDICTS, type CardContent, type Confidence, type Verdict } from '../domain/scorecard/scorecard.js';
import { type CardState, DECLINE_REASONS, type DeclineReason } from '../domain/scorecard/scorecard-moves.js';
import { Document } from '../platform/document.decorator.js';

const CARD_STATES = ['assigned', 'draft', 'submitted', 'declined', 'waived'];

/** What was seen or heard, in the shape of one of the rubric's evidence forms; "note" for plain words. */
export class EvidenceItemDto {
  form: string;
  /** By field; lists hold rows. Computed values are the server's. */
  @ApiProperty({ type: 'object', additionalProperties: true, example: { metric: 'latency', unit: 'ms', baseline: 120, result: 78, effect: -35 } })
  fields: Record<string, unknown>;
}

export class RatingDto {
  criterion: string;
  /** 1 to the levels of the scale; null: not assessed, on purpose; left out: not answered yet. */
  @ApiProperty({ type: 'integer', nullable: true, required: false })
  level?: number | null;
  @ApiProperty({ enum: ['low', 'medium', 'high'], nullable: true, required: false })
  confidence?: Confidence | null;
  evidence: EvidenceItemDto[];
  note: string;
}

/** What one interviewer says about one interview. */
export class CardContentDto {
  @ApiProperty({ enum: VERDICTS, nullable: true })
  verdict: Verdict | null;
  summary: string;
  ratings: RatingDto[];
  /** The round's yes/no facts by key. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'boolean' } })
  facts: Record<string, boolean>;
}

export class SaveDraftBody {
  /** The whole card as typed. It may be unfinished. */
  @ApiProperty({ type: CardContentDto })
  @Document()
  content: CardContent;
}

export class SubmitBody {
  /** The whole card; left out, the saved draft is submitted. */
  @ApiProperty({ type: CardContentDto, required: false })
  @IsOptional()
  @Document()
  content?: CardContent;
}

export class AmendBody {
  @ApiProperty({ type: CardContentDto })
  @Document()
  content: CardContent;
  /** Why the submitted card changes. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(5000)
  reason: string;
}

export class DeclineBody {
  @ApiProperty({ enum: DECLINE_REASONS })
  @IsIn(DECLINE_REASONS)
  reasonCode: DeclineReason;
  @IsString()
  @IsNotEmpty()
  @MaxLength(5000)
  reason: string;
}

export class CardReasonBody {
  @IsString()
  @IsNotEmpty()
  @MaxLength(5000)
  reason: string;
}

export class MissingDto {
  /** Into the request body. */
  pointer: string;
  code: string;
  detail: string;
}

export class DraftDto {
  @ApiProperty({ type: CardContentDto })
  content: CardContent;
  /** The number for `If-Match`. */
  version: number;
  @ApiProperty({ enum: CARD_STATES })
  status: CardState;
  savedAt: Date | null;
  /** What a submission would still lack. */
  missing: MissingDto[];
}

export class ScorecardAbilitiesDto {
  saveDraft: boolean;
  submit: boolean;
  amend: boolean;
  decline: boolean;
  waive: boolean;
  restore: boolean;
  read: boolean;
}

export class SubmissionDto {
  id: string;
  @ApiProperty({ enum: ['submitted'] })
  status: 'submitted';
  revision: number;
  /** The number for `If-Match`. */
  version: number;
  submittedAt: Date;
  contentHash: string;
  /** You had been shown another's card on this candidate before. */
  exposed: boolean;
  /** False for a card that is kept and not counted. */
  counts: boolean;
  @ApiProperty({ type: CardContentDto })
  content: CardContent;
  abilities: ScorecardAbilitiesDto;
}

export class SavePrivateNoteBody {
  @IsString()
  @MaxLength(20000)
  text: string;
  /** Recruiters and the hiring manager of the job may read it once they see the card. */
  @IsBoolean()
  sharedWithHiringTeam: boolean;
}

export class PrivateNoteAbilitiesDto {
  edit: boolean;
}

export class PrivateNoteDto {
  text: string;
  sharedWithHiringTeam: boolean;
  /** The number for `If-Match`; 0 where nothing was written yet. */
  version: number;
  savedAt: Date | null;
  abilities: PrivateNoteAbilitiesDto;
}
