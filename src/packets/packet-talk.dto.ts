import { ApiProperty } from '@nestjs/swagger';

const CHOICES = ['strong_hire', 'hire', 'no_hire', 'strong_no_hire', 'abstain'];
const OUTCOMES = ['strong_hire', 'hire', 'no_hire', 'strong_no_hire'];

export class PacketShownRefDto {
  inputHash: string;
  engine: number;
}

export class PacketVoteDto {
  userId: string;
  name: string;
  @ApiProperty({ enum: CHOICES })
  choice: string;
  words: string;
  /** With these three anybody can check the commitment in the history. */
  salt: string;
  commitment: string;
  /** Why the vote does not count. */
  voided: string | null;
}

export class PacketTallyDto {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  counts: Record<string, number>;
  forHire: number;
  against: number;
  tie: boolean;
  @ApiProperty({ enum: OUTCOMES })
  result: string;
  @ApiProperty({ enum: OUTCOMES, nullable: true })
  committeeOutcome: string | null;
}

export class PacketBallotDto {
  id: string;
  @ApiProperty({ enum: ['first', 'second', 'committee'] })
  kind: string;
  roundNumber: number;
  @ApiProperty({ enum: ['open', 'revealed'] })
  status: string;
  openedAt: string;
  revealedAt: string | null;
  closedBy: string | null;
  /** What the voters had before them; it stands in `shown`. */
  shown: PacketShownRefDto;
  /** Who had a seat at the reveal, who voted, and why who did not. */
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true }, nullable: true })
  seats: Record<string, unknown>[] | null;
  /** Null until the reveal. */
  @ApiProperty({ type: [PacketVoteDto], nullable: true })
  votes: PacketVoteDto[] | null;
  @ApiProperty({ type: PacketTallyDto, nullable: true })
  tally: PacketTallyDto | null;
}

export class PacketMovementDto {
  roundNumber: number;
  userId: string;
  name: string;
  @ApiProperty({ enum: CHOICES })
  from: string;
  @ApiProperty({ enum: CHOICES })
  to: string;
  @ApiProperty({ type: Number, nullable: true })
  steps: number | null;
  towards: string[];
}

export class PacketRatingAtDto {
  revision: number;
  @ApiProperty({ type: 'integer', nullable: true })
  level: number | null;
}

export class PacketReplyDto {
  id: string;
  parentId: string | null;
  authorId: string;
  authorName: string;
  words: string;
  saidAt: string;
}

export class PacketChallengeDto {
  id: string;
  roundNumber: number;
  scorecardId: string;
  criterion: string;
  reasonCode: string;
  words: string;
  raisedBy: string;
  raisedByName: string;
  raisedAt: string;
  @ApiProperty({ enum: ['open', 'upheld', 'revised', 'withdrawn'] })
  status: string;
  before: PacketRatingAtDto;
  @ApiProperty({ type: PacketRatingAtDto, nullable: true })
  after: PacketRatingAtDto | null;
  resolution: string | null;
  resolvedBy: string | null;
  resolvedAt: string | null;
  shownBefore: PacketShownRefDto;
  @ApiProperty({ type: PacketShownRefDto, nullable: true })
  shownAfter: PacketShownRefDto | null;
  replies: PacketReplyDto[];
}

export class PacketVetoDto {
  id: string;
  seat: string;
  by: string;
  name: string;
  reason: string;
  at: string;
  roundNumber: number;
  withdrawnAt: string | null;
  withdrawnReason: string | null;
}

export class PacketDissentDto {
  authorId: string;
  authorName: string;
  words: string;
  writtenAt: string;
}

export class PacketDecisionDto {
  id: string;
  roundNumber: number;
  @ApiProperty({ enum: OUTCOMES })
  outcome: string;
  rationale: string;
  explanation: string | null;
  level: string;
  conditions: string;
  /** It differs from the recommendation. */
  departs: boolean;
  decider: string;
  decidedBy: string;
  decidedByName: string;
  onBehalfOf: string | null;
  overrideReason: string | null;
  escalationReason: string | null;
  decidedAt: string;
  supersededAt: string | null;
  /** What the decider had before them; it stands in `shown`. */
  shown: PacketShownRefDto;
  dissents: PacketDissentDto[];
}

export class PacketMinutesDto {
  roundNumber: number;
  /** Key of the agenda item. */
  item: string;
  revision: number;
  text: string;
  by: string;
  byName: string;
  at: string;
}
