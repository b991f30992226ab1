import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, ValidateIf } from 'class-validator';
import { AGENDA_KINDS, type AgendaKind } from '../domain/agenda/agenda-item.js';
import { DEBRIEF_STATES, type DebriefState } from '../domain/debrief/debrief-states.js';

const OUTCOMES = ['strong_hire', 'hire', 'no_hire', 'strong_no_hire', 'insufficient_evidence'] as const;

export class SetCurrentItemBody {
  /** Key of the item the room turns to; null for none. */
  @ApiProperty({ type: String, nullable: true, maxLength: 200 })
  @ValidateIf((body: SetCurrentItemBody) => body.item !== null)
  @IsString()
  @MaxLength(200)
  item: string | null;
}

export class SaveMinutesBody {
  @IsString()
  @MaxLength(20_000)
  text: string;
}

export class CodedWordsDto {
  /** @example 'raters_disagree' */
  code: string;
  @ApiProperty({ type: 'object', additionalProperties: true })
  params: Record<string, unknown>;
  /** The same in your language. */
  words: string;
}

export class MinutesDto {
  text: string;
  /** The number for `If-Match`. */
  revision: number;
  by: string;
  byName: string;
  at: Date;
}

export class MinutesRevisionsDto {
  /** Newest first. */
  items: MinutesDto[];
}

export class AgendaRankDto {
  /** Average deviation about the median over the largest there can be, in [0, 1]. */
  disagreement: number;
  /** The deciding value's change plus the number of outcomes crossed, were its raters to agree on their lowest or highest level. */
  effect: number;
  /** Disagreement × effect: the order of the agenda. */
  priority: number;
}

export class AgendaItemDto {
  /** @example 'criterion:impact' */
  key: string;
  @ApiProperty({ enum: AGENDA_KINDS })
  kind: AgendaKind;
  /** Why it is on the agenda. */
  why: CodedWordsDto;
  /** What settling it could change. */
  could: CodedWordsDto;
  /** Of a criterion, else null. */
  @ApiProperty({ type: AgendaRankDto, nullable: true })
  rank: AgendaRankDto | null;
  /** Its share of the clock. */
  plannedSeconds: number;
  spentSeconds: number;
  @ApiProperty({ type: MinutesDto, nullable: true })
  minutes: MinutesDto | null;
}

export class FormerItemDto {
  key: string;
  spentSeconds: number;
  @ApiProperty({ type: MinutesDto, nullable: true })
  minutes: MinutesDto | null;
}

export class UndisputedDto {
  criterion: string;
  name: string;
  ratings: number;
  level: number;
}

export class AgendaClockDto {
  minutes: number;
  running: boolean;
  elapsedSeconds: number;
  /** Below zero once the time is over. */
  remainingSeconds: number;
  /** The server's time of this reading: a running clock goes on from here. */
  asOf: Date;
}

export class AgendaAbilitiesDto {
  /** Set the current item, start and pause the clock. */
  lead: boolean;
  takeMinutes: boolean;
}

export class AgendaDto {
  debriefId: string;
  @ApiProperty({ enum: DEBRIEF_STATES })
  state: DebriefState;
  roundNumber: number;
  /** The recommendation it was computed from. */
  inputHash: string;
  @ApiProperty({ enum: OUTCOMES })
  outcome: string;
  /** Key of the item the room is on. */
  @ApiProperty({ type: String, nullable: true })
  currentItem: string | null;
  clock: AgendaClockDto;
  /** Criteria by disagreement × effect, then coverage gaps, gates, contradictions and open challenges. */
  items: AgendaItemDto[];
  /** Talked about in this round and settled since. */
  formerItems: FormerItemDto[];
  /** Criteria on which every rating is the same. */
  undisputed: UndisputedDto[];
  abilities: AgendaAbilitiesDto;
}
