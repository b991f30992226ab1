import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { EVIDENCE_MARKS, type EvidenceMark } from '../domain/feedback/evidence-feedback.js';

export class MarkEvidenceBody {
  @IsUUID()
  scorecardId: string;
  /** The revision you read; the mark is refused if the card was amended since. */
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  revision: number;
  /** Key of the criterion whose rating the evidence belongs to. */
  @IsString()
  @MaxLength(100)
  criterion: string;
  /** Position of the piece of evidence on the rating, from 0. */
  @IsInt()
  @Min(0)
  @Max(1000)
  item: number;
  @ApiProperty({ enum: EVIDENCE_MARKS })
  @IsIn(EVIDENCE_MARKS)
  mark: EvidenceMark;
}

export class OwnMarkDto {
  scorecardId: string;
  revision: number;
  criterion: string;
  item: number;
  @ApiProperty({ enum: EVIDENCE_MARKS })
  mark: EvidenceMark;
}

export class MarkCountsDto {
  helpful: number;
  vague: number;
  unsupported: number;
}

export class MarkTotalsDto {
  scorecardId: string;
  revision: number;
  criterion: string;
  item: number;
  @ApiProperty({ type: MarkCountsDto })
  counts: MarkCountsDto;
}

export class FeedbackAbilitiesDto {
  mark: boolean;
}

export class EvidenceFeedbackDto {
  /** Your own marks. Nobody else sees them. */
  @ApiProperty({ type: [OwnMarkDto] })
  mine: OwnMarkDto[];
  /** On your own cards: pieces that at least three people marked. */
  @ApiProperty({ type: [MarkTotalsDto] })
  onYourCards: MarkTotalsDto[];
  @ApiProperty({ type: FeedbackAbilitiesDto })
  abilities: FeedbackAbilitiesDto;
}
