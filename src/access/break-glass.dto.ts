import { IsInt, Max, Min } from 'class-validator';
import { ReasonBody } from './users.dto.js';

/** Why somebody has to read without a seat, and for how long. */
export class OpenBreakGlassBody extends ReasonBody {
  /** 1 to 240. */
  @IsInt()
  @Min(1)
  @Max(240)
  minutes: number;
}

/** What the caller may do with a break-glass reading. */
export class BreakGlassAbilitiesDto {
  end: boolean;
}

/** A break-glass reading, running or over. */
export class BreakGlassDto {
  id: string;
  userId: string;
  userName: string;
  reason: string;
  grantedAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
  abilities: BreakGlassAbilitiesDto;
}

/** Break-glass readings of an application, the latest first. */
export class BreakGlassListDto {
  items: BreakGlassDto[];
}
