import type { Actor } from '../domain/actor.js';
import type { ApplicationMove, ApplicationStatus } from '../domain/application/application-life.js';
import type { Transaction } from '../platform/database.js';

export interface MoveInput {
  readonly reasonCode: string;
  readonly reason: string;
  /** The round the caller means; refused when the application stands elsewhere by now. */
  readonly round?: string;
  /** The version the caller was shown; refused when the application changed since. */
  readonly version?: number;
}

export interface ApplicationStand {
  readonly status: ApplicationStatus;
  readonly roundKey: string | null;
  readonly roundName: string | null;
  readonly version: number;
}

export interface Moved {
  readonly before: ApplicationStand;
  readonly after: ApplicationStand;
}

/** What other rooms may ask of this one: the single move with all its rules, inside a transaction of theirs. */
export abstract class ApplicationMoving {
  /** Refuses what the route of the move refuses, in the same words. */
  abstract moveWithin(tx: Transaction, actor: Actor, id: string, move: ApplicationMove, input: MoveInput): Promise<Moved>;
}
