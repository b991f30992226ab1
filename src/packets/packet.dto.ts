import { ApiProperty } from '@nestjs/swagger';
import { CLOCK_KEYS } from '../domain/timeline/clock.js';
import { CLOCK_RECORD_STATES } from '../domain/timeline/clock-record.js';
import { NextSignalDto } from './next-signal.dto.js';
import { PacketBallotDto, PacketChallengeDto, PacketDecisionDto, PacketMinutesDto, PacketMovementDto, PacketVetoDto } from './packet-talk.dto.js';

const STATES = ['collecting', 'ready', 'first_ballot', 'discussing', 'second_ballot', 'committee_ballot', 'decided', 'closed'];
const OUTCOMES = ['strong_hire', 'hire', 'no_hire', 'strong_no_hire', 'insufficient_evidence'];

export class PacketOpenedDto {
  userId: string;
  name: string;
  at: Date;
}

export class PacketReopeningDto {
  /** The round it began. */
  roundNumber: number;
  fromState: string;
  reason: string;
  offerHalted: boolean;
  by: string;
  byName: string;
  at: string;
}

export class PacketDebriefDto {
  id: string;
  @ApiProperty({ enum: STATES })
  state: string;
  roundNumber: number;
  dueAt: string | null;
  readyAt: string | null;
  decidedAt: string | null;
  closedAt: string | null;
  reopenings: PacketReopeningDto[];
}

export class PacketApplicationDto {
  id: string;
  status: string;
  reasonCode: string | null;
  visibilityPolicy: string;
  source: string;
  startedAt: string;
  endedAt: string | null;
}

export class PacketNamedDto {
  id: string;
  name: string;
}

export class PacketJobDto {
  id: string;
  title: string;
  department: string;
  location: string;
  timeZone: string;
}

export class PacketRubricVersionDto {
  id: string;
  rubricId: string;
  name: string;
  number: number;
  publishedAt: string | null;
  /** SHA-256 (hex) of the canonical JSON of the content. */
  contentHash: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true })
  content: Record<string, unknown>;
}

export class PacketInterviewDto {
  id: string;
  @ApiProperty({ enum: ['planned', 'scheduled', 'held', 'cancelled', 'no_show'] })
  status: string;
  startsAt: string | null;
  endsAt: string | null;
  timeZone: string;
  reason: string | null;
}

export class PacketPlaceDto {
  title: string;
  count: number;
  qualification?: string;
}

export class PacketRoundDto {
  key: string;
  name: string;
  position: number;
  focus: string;
  @ApiProperty({ type: 'integer', nullable: true })
  minutes: number | null;
  status: string;
  /** The day it should have been held by the plan, on the job's calendar. */
  plannedOn: string | null;
  owesCard: boolean;
  /** Places on its panel by the plan. */
  panel: PacketPlaceDto[];
  outcome: string | null;
  reasonCode: string | null;
  reason: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true })
  facts: Record<string, unknown>;
  decidedBy: string | null;
  decidedByName: string | null;
  decidedAt: string | null;
  interviews: PacketInterviewDto[];
}

/** A promise about time: a card, the decision, the committee's own time, the whole process, the longest silence, the notice given. */
export class PacketClockDto {
  @ApiProperty({ enum: CLOCK_KEYS })
  key: string;
  /** Of the interview it is about. */
  roundKey: string | null;
  @ApiProperty({ enum: ['interviewer', 'hiring_manager', 'recruiter', 'coordinator', 'committee'] })
  holderRole: string;
  holderId: string | null;
  holderName: string | null;
  startedAt: string;
  dueAt: string | null;
  stoppedAt: string | null;
  @ApiProperty({ enum: CLOCK_RECORD_STATES })
  state: string;
}

export class PacketSeatDto {
  kind: string;
  userId: string;
  name: string;
  interviewId: string | null;
  training: string | null;
  lead: boolean;
  /** User whose seat this one stands in for. */
  standsInFor: string | null;
  from: string;
  until: string | null;
}

export class PacketRoundNameDto {
  key: string;
  name: string;
}

export class PacketRevisionDto {
  number: number;
  /** Its author had been shown another's card on this candidate before writing it. */
  exposed: boolean;
  /** Why it was amended; null on the first. */
  reason: string | null;
  submittedAt: string;
  /** SHA-256 (hex) of the salt, a line feed and the canonical JSON of the content. */
  contentHash: string;
  salt: string;
  /** Null on the current revision: its content stands on the card. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  content: Record<string, unknown> | null;
}

export class PacketCardDto {
  id: string;
  round: PacketRoundNameDto;
  interviewer: PacketNamedDto;
  interviewId: string;
  @ApiProperty({ enum: ['due', 'not_due', 'submitted', 'declined', 'waived'] })
  status: string;
  /** False for a card that never counts: a shadow's, or one that came after the first ballot. */
  counts: boolean;
  /** It is part of what the recommendation is computed from. */
  counted: boolean;
  reasonCode: string | null;
  reason: string | null;
  dueAt: string | null;
  submittedAt: string | null;
  firstSubmittedAt: string | null;
  revision: number;
  exposed: boolean;
  imported: boolean;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  content: Record<string, unknown> | null;
  revisions: PacketRevisionDto[];
}

export class PacketPolicyDto {
  firstBallot: boolean;
  secondBallot: boolean;
  committeeBallot: boolean;
  @ApiProperty({ type: 'integer', nullable: true })
  quorum: number | null;
  decider: string;
  vetoSeats: string[];
}

export class PacketUnexposedDto {
  @ApiProperty({ enum: OUTCOMES })
  outcome: string;
  @ApiProperty({ type: Number, nullable: true })
  deciding: number | null;
  /** The outcome is another than the latest one. */
  differs: boolean;
}

export class PacketStepDto {
  code: string;
  @ApiProperty({ type: 'object', additionalProperties: true })
  params: Record<string, unknown>;
  /** The step in your language. */
  words: string;
}

export class PacketInputDto {
  @ApiProperty({ type: 'object', additionalProperties: true })
  rubric: Record<string, unknown>;
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  vetoes: Record<string, unknown>[];
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  scorecards: Record<string, unknown>[];
}

export class PacketShownDto {
  inputHash: string;
  engine: number;
  firstShownAt: string;
  @ApiProperty({ type: PacketInputDto })
  input: PacketInputDto;
  /** Byte for byte as it was shown. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  recommendation: Record<string, unknown>;
}

/** Everything a committee or an auditor needs, in one file. `plumbline recommend` on it computes the recommendation again. */
export class PacketDto {
  /** Version of this form of packet. */
  @ApiProperty({ type: 'integer', enum: [1] })
  packet: number;
  /** Who opened this copy, and when: it is on the record. */
  opened: PacketOpenedDto;
  debrief: PacketDebriefDto;
  application: PacketApplicationDto;
  candidate: PacketNamedDto;
  job: PacketJobDto;
  /** The version the application is pinned to. */
  rubricVersion: PacketRubricVersionDto;
  /** Planned and held, in order. */
  rounds: PacketRoundDto[];
  /** Every seat there was on the job, the application and its interviews. */
  seats: PacketSeatDto[];
  /** In the order the arithmetic takes them. */
  cards: PacketCardDto[];
  policy: PacketPolicyDto;
  /** As `plumbline recommend --json` prints it, byte for byte. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  recommendation: Record<string, unknown>;
  /** The outcome on revisions written before their authors saw another's card. */
  unexposed: PacketUnexposedDto;
  /** What the recommendation is computed from, and nothing else. */
  input: PacketInputDto;
  steps: PacketStepDto[];
  /** What would make it steadier, with whom; null once it is decided. */
  @ApiProperty({ type: NextSignalDto, nullable: true })
  nextSignal: NextSignalDto | null;
  /** Votes and counts only of revealed ones. */
  @ApiProperty({ type: [PacketBallotDto] })
  ballots: PacketBallotDto[];
  /** Who changed their mind between the first and the second ballot of a round. */
  @ApiProperty({ type: [PacketMovementDto] })
  movements: PacketMovementDto[];
  @ApiProperty({ type: [PacketChallengeDto] })
  challenges: PacketChallengeDto[];
  @ApiProperty({ type: [PacketVetoDto] })
  vetoes: PacketVetoDto[];
  /** Oldest first; one that was superseded says when. */
  @ApiProperty({ type: [PacketDecisionDto] })
  decisions: PacketDecisionDto[];
  @ApiProperty({ type: [PacketMinutesDto] })
  minutes: PacketMinutesDto[];
  /** What was due when, with whom, and how it ended; oldest first. */
  @ApiProperty({ type: [PacketClockDto] })
  timeline: PacketClockDto[];
  /** Recommendations as they were shown at ballots, challenges and decisions. */
  shown: PacketShownDto[];
}
