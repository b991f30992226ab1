import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsString, IsUUID, Max, MaxLength, Min, ValidateIf } from 'class-validator';
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
  /** Null takes your mark back. */
  @ApiProperty({ enum: [...EVIDENCE_MARKS, null], type: String, nullable: true })
  @ValidateIf((body: MarkEvidenceBody) => body.mark !== null)
  @IsIn(EVIDENCE_MARKS)
  mark: EvidenceMark | null;
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

export class MarksReceivedDto {
  /** Pieces of your evidence that enough people marked; the others add to no figure. */
  pieces: number;
  @ApiProperty({ type: MarkCountsDto })
  counts: MarkCountsDto;
  /** So many people must have marked a piece before it is counted. */
  fewestForTotals: number;
}

export class MarkableCardDto {
  scorecardId: string;
  revision: number;
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
  /** So many people must have marked a piece before you see its totals. */
  fewestForTotals: number;
  /** Others' cards whose evidence you may mark now, as they stand. */
  @ApiProperty({ type: [MarkableCardDto] })
  markable: MarkableCardDto[];
  @ApiProperty({ type: FeedbackAbilitiesDto })
  abilities: FeedbackAbilitiesDto;
}
