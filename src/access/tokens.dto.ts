import { ApiProperty } from '@nestjs/swagger';
import { ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import type { TokenScope } from '../domain/actor.js';
import { MayBeAbsent } from '../platform/may-be-absent.js';

export const TOKEN_SCOPES = ['read', 'write', 'scorecards', 'export', 'admin'] as const satisfies readonly TokenScope[];

/** Whose tokens to list. */
export class ListTokensQuery {
  /** Another user's; for admins. Default: one's own. */
  @IsOptional()
  @IsUUID()
  userId?: string;
}

/** A token to make. */
export class CreateTokenBody {
  /** What it is for. */
  @IsString()
  @Matches(/\S/, { message: 'must not be blank' })
  @MaxLength(100)
  name: string;
  /** What it opens: `read`, `write` (and read), `scorecards`, `export`, `admin`. Never more than its owner may. */
  @ApiProperty({ enum: TOKEN_SCOPES, isArray: true })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(TOKEN_SCOPES, { each: true })
  scopes: TokenScope[];
  /** Days until it expires, 1 to 366; absent: it does not. */
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(366)
  expiresInDays?: number;
}

/** What the caller may do with a token. */
export class TokenAbilitiesDto {
  revoke: boolean;
}

/** An API token, without its secret. */
export class TokenDto {
  id: string;
  userId: string;
  name: string;
  /** The end of the secret, to tell tokens apart. */
  hint: string;
  @ApiProperty({ enum: TOKEN_SCOPES, isArray: true })
  scopes: TokenScope[];
  createdAt: Date;
  expiresAt: Date | null;
  /** To the minute. */
  lastUsedAt: Date | null;
  revokedAt: Date | null;
  abilities: TokenAbilitiesDto;
}

/** Tokens of a user, the latest first. */
export class TokensDto {
  items: TokenDto[];
}

/** A token that was made, with its secret: shown this once. */
export class CreatedTokenDto extends TokenDto {
  /** For `Authorization: Bearer …`. Null when this answer is repeated for the same `Idempotency-Key`. */
  @ApiProperty({ type: String, nullable: true })
  secret: string | null;
}
