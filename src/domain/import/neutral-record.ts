/**
 * The neutral form every source is read into, so that the rest of an import knows no vendor. Ids are the source's own, as text; texts are
 * kept as they came; nothing is guessed: what a source does not say is null.
 *
 * Private words of an interviewer have a place of their own (`privateNote`). A reader that finds them among ordinary answers takes them out
 * there: what was private at the source never becomes public here.
 *
 * Source: product design, "Meeting the outside world"; the vendors' documented payloads in test/reference/ats-exports.
 */
import type { ApplicationStatus } from '../application/application-life.js';
import type { JobRequirement, PayBand } from '../rubric/template-pack.js';

export const IMPORT_SOURCES = ['greenhouse', 'lever', 'ashby', 'csv', 'schema_org'] as const;
export type ImportSource = (typeof IMPORT_SOURCES)[number];

/** In the order in which they are made: each hangs only on kinds before it. */
export const RECORD_KINDS = ['user', 'job', 'stage', 'candidate', 'application', 'interview', 'card', 'unknown'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export interface NeutralUser {
  readonly kind: 'user';
  readonly name: string;
  readonly email: string | null;
}

export interface NeutralJob {
  readonly kind: 'job';
  readonly title: string;
  readonly summary: string;
  readonly department: string;
  readonly location: string;
  readonly status: 'draft' | 'open' | 'closed';
  readonly country: string | null;
  readonly responsibilities: readonly string[];
  readonly requirements: readonly JobRequirement[];
  readonly band: PayBand | null;
}

/** A stage of the source's own process: known by name, never made into a round. */
export interface NeutralStage {
  readonly kind: 'stage';
  readonly name: string;
}

export interface NeutralCandidate {
  readonly kind: 'candidate';
  readonly name: string;
  readonly email: string | null;
  readonly otherEmails: readonly string[];
  readonly phone: string;
  readonly location: string;
  readonly links: readonly string[];
  /** Ids of the source's users who are this person. */
  readonly linkedUsers: readonly string[];
}

export interface NeutralApplication {
  readonly kind: 'application';
  readonly candidate: string;
  /** The source's id of the job; null where it says none. */
  readonly job: string | null;
  readonly jobTitle: string | null;
  readonly status: ApplicationStatus;
  readonly stage: string | null;
  readonly source: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly reason: string;
}

export interface NeutralPerson {
  readonly id: string | null;
  readonly name: string;
  readonly email: string | null;
}

export interface NeutralInterview {
  readonly kind: 'interview';
  readonly application: string;
  readonly name: string;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly timeZone: string | null;
  readonly location: string;
  readonly cancelled: boolean;
  /** The source says that it is over. */
  readonly over: boolean;
  /** Ids of the cards written about it. */
  readonly cards: readonly string[];
}

/** One named judgement, as the source words it. */
export interface NeutralRating {
  readonly name: string;
  readonly group: string;
  /** The source's own word for the level: "strong_yes", "4", "3 - Hire". Null where it was not given. */
  readonly rating: string | null;
  readonly note: string;
}

export interface NeutralAnswer {
  readonly question: string;
  readonly answer: string;
}

export interface NeutralCard {
  readonly kind: 'card';
  /** Null where the source does not say: the card is then found by its interview. */
  readonly application: string | null;
  readonly interview: string | null;
  readonly title: string;
  readonly author: NeutralPerson;
  readonly interviewedAt: string | null;
  readonly submittedAt: string | null;
  /** The overall call, in the source's own word. */
  readonly overall: string | null;
  readonly ratings: readonly NeutralRating[];
  readonly answers: readonly NeutralAnswer[];
  readonly privateNote: string | null;
  /** The source deleted it. */
  readonly deleted: boolean;
}

/** Something the source holds that has no place here, or that could not be told what it is. */
export interface NeutralUnknown {
  readonly kind: 'unknown';
}

export type NeutralContent =
  NeutralUser | NeutralJob | NeutralStage | NeutralCandidate | NeutralApplication | NeutralInterview | NeutralCard | NeutralUnknown;

/** What was found odd in a record. `skip`: the record cannot be taken over because of it; `note`: it can, and the report says so. */
export interface RecordFault {
  readonly weight: 'skip' | 'note';
  /** Below the record. */
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

export interface NeutralRecord {
  readonly externalId: string;
  readonly content: NeutralContent;
  /** Where it stands below the record it was read from. */
  readonly pointer: string;
  readonly faults: readonly RecordFault[];
}
