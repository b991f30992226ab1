import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { ALL_REASON_CODES } from '../domain/application/reason-codes.js';
import { BULK_ACTIONS, BULK_SEATS, type BulkAction, type BulkSeat } from '../domain/board/bulk-request.js';
import { REFUSAL_CODES, type RefusalCode } from '../domain/refusal.js';
import { MayBeAbsent } from '../platform/may-be-absent.js';

export class BulkPreviewBody {
  @ApiProperty({ enum: BULK_ACTIONS })
  @IsIn(BULK_ACTIONS)
  action: BulkAction;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique((id: unknown) => (typeof id === 'string' ? id.toLowerCase() : id))
  @IsUUID('all', { each: true })
  applicationIds: string[];
  /** Needed for moves. */
  @ApiProperty({ enum: ALL_REASON_CODES, required: false })
  @MayBeAbsent()
  @IsString()
  @MaxLength(64)
  reasonCode?: string;
  /** Words; needed where the code says too little. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(4000)
  reason?: string;
  /** Advance only from this round; applications elsewhere are refused. */
  @MayBeAbsent()
  @IsString()
  @Matches(/^[a-z0-9][a-z0-9_-]{0,63}$/)
  round?: string;
  /** For `assign_seat`: which seat of each application's job. */
  @ApiProperty({ enum: BULK_SEATS, required: false })
  @MayBeAbsent()
  @IsIn(BULK_SEATS)
  seat?: BulkSeat;
  /** For `assign_seat`: to whom. */
  @MayBeAbsent()
  @IsUUID()
  userId?: string;
}

export class BulkRunBody extends BulkPreviewBody {
  /** `token` of the preview of exactly this request. */
  @IsUUID()
  token: string;
}

export class BulkRefusalDto {
  /** Code and words of the refusal the single action answers with. */
  @ApiProperty({ enum: REFUSAL_CODES })
  code: RefusalCode;
  detail: string;
}

/** Where an application stands: of a move. Or who sits where: of a seat or a nudge. */
export class BulkStateDto {
  status: string | null;
  roundKey: string | null;
  roundName: string | null;
  /** Whom the seat or the nudge concerns. */
  userId: string | null;
  userName: string | null;
}

export class BulkItemDto {
  applicationId: string;
  /** Null where the application does not exist for you. */
  candidateName: string | null;
  jobTitle: string | null;
  /** In a preview `pending` is what would change. */
  @ApiProperty({ enum: ['pending', 'changed', 'refused'] })
  state: 'pending' | 'changed' | 'refused';
  before: BulkStateDto | null;
  after: BulkStateDto | null;
  refusal: BulkRefusalDto | null;
}

export class BulkAbilitiesDto {
  /** The inverse exists (hold, resume) and has not been run. */
  undo: boolean;
}

export class BulkRunDto {
  id: string;
  @ApiProperty({ enum: BULK_ACTIONS })
  action: BulkAction;
  /** `previewed`: nothing was changed. `running`: goes on in the background. */
  @ApiProperty({ enum: ['previewed', 'running', 'done'] })
  state: 'previewed' | 'running' | 'done';
  /** To be sent with the same request to run it; null once it has run. */
  token: string | null;
  /** Until then the preview can be run. */
  expiresAt: Date;
  /** The run this one takes back. */
  undoOf: string | null;
  total: number;
  pending: number;
  changed: number;
  refused: number;
  items: BulkItemDto[];
  abilities: BulkAbilitiesDto;
}
