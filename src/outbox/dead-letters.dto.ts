import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

export class DeadLetterAbilitiesDto {
  retry: boolean;
  discard: boolean;
}

/** A job given up. What it was about is in its own room's log: this list must not tell an admin of a candidate hidden from them. */
export class DeadLetterDto {
  id: string;
  /** @example 'mail.send' */
  kind: string;
  attempts: number;
  /** Why the last attempt failed. */
  error: string;
  diedAt: Date;
  abilities: DeadLetterAbilitiesDto;
}

export class DeadLetterPageDto {
  items: DeadLetterDto[];
  /** Null on the last page. */
  nextCursor: string | null;
}

export class DiscardBody {
  /** Why this work need not be done. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  reason: string;
}

export class BackgroundWorkDto {
  /** Kinds with work in the table, by name. */
  kinds: BackgroundKindDto[];
}

export class BackgroundKindDto {
  kind: string;
  /** Due now and not yet taken. */
  due: number;
  /** Planned for later, or waiting to be tried again. */
  later: number;
  running: number;
  dead: number;
}
