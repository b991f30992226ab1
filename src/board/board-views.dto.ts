import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsObject,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { BOARD_SORTS, type BoardSort, LANE, WAITS_FOR, type WaitsFor } from '../domain/board/board-line.js';
import { MayBeAbsent } from '../platform/may-be-absent.js';
import { URGENCIES, type Urgency } from './board.dto.js';

/** The filters of the board, as its query names them. */
export class BoardViewFiltersDto {
  @MayBeAbsent()
  @IsUUID()
  jobId?: string;
  @MayBeAbsent()
  @IsUUID()
  recruiterId?: string;
  @MayBeAbsent()
  @IsUUID()
  holderId?: string;
  @ApiProperty({ pattern: LANE.source, required: false })
  @MayBeAbsent()
  @IsString()
  @Matches(LANE)
  column?: string;
  @ApiProperty({ enum: URGENCIES, required: false })
  @MayBeAbsent()
  @IsIn(URGENCIES)
  urgency?: Urgency;
  @ApiProperty({ enum: WAITS_FOR, required: false })
  @MayBeAbsent()
  @IsIn(WAITS_FOR)
  waitingFor?: WaitsFor;
  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  search?: string;
  @MayBeAbsent()
  @IsBoolean()
  ended?: boolean;
}

export class BoardViewBody {
  @IsString()
  @Matches(/\S/, { message: 'must hold a word' })
  @MaxLength(100)
  name: string;
  @IsObject()
  @ValidateNested()
  @Type(() => BoardViewFiltersDto)
  filters: BoardViewFiltersDto;
  @ApiProperty({ enum: BOARD_SORTS })
  @IsIn(BOARD_SORTS)
  sort: BoardSort;
  /** The job whose recruiters may use the view too; null for nobody. A view that looks for a name is never shared: the name may be of somebody hidden from another. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  @ValidateIf((_, value: unknown) => value !== null)
  @IsUUID()
  sharedWithJobId: string | null;
}

export class OrderBoardViewsBody {
  /** Ids of every view of one's own, in their new order. */
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  order: string[];
}

export class DefaultBoardViewBody {
  /** The view the board opens with: one of one's own or one shared with one; null for none. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  @ValidateIf((_, value: unknown) => value !== null)
  @IsNotEmpty()
  @IsUUID()
  viewId: string | null;
}

export class BoardViewAbilitiesDto {
  change: boolean;
  remove: boolean;
}

export class BoardViewDto {
  id: string;
  name: string;
  filters: BoardViewFiltersDto;
  @ApiProperty({ enum: BOARD_SORTS })
  sort: BoardSort;
  ownerId: string;
  ownerName: string;
  sharedWithJobId: string | null;
  isDefault: boolean;
  version: number;
  abilities: BoardViewAbilitiesDto;
}

export class BoardViewsDto {
  /** One's own in one's own order, then those shared with one, by name. */
  items: BoardViewDto[];
}
