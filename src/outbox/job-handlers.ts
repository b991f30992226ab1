import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database.js';
import { type JobKind, type JobPayload, readPayload } from './job-kind.js';
import { retryDelay } from './retry-delay.js';
import type { JobRow } from './jobs.store.js';

export interface Job<Field extends string = string> {
  readonly ref: string;
  readonly payload: JobPayload<Field>;
  /** 1 for the first. */
  readonly attempt: number;
}

/** What is written together with the end of the job. */
export type Recording = (tx: Transaction) => Promise<void>;

export interface RetryRules<Field extends string> {
  /** Attempts before the job is given up; default 12, about eight hours. */
  readonly attempts?: number;
  /** Milliseconds to wait after the n-th failed attempt. */
  readonly delay?: (attempt: number, ref: string) => number;
  /** Called when it is given up, in the transaction that says so. `drop` where another record already shows the failure. */
  readonly givenUp?: (tx: Transaction, job: Job<Field>, error: string) => Promise<'keep' | 'drop'>;
}

/** Failed for good: trying again would change nothing. */
export class PermanentFailure extends Error {}

/** Failed, and the other side said when to come back. */
export class RetryLater extends Error {
  constructor(
    message: string,
    readonly delay: number,
  ) {
    super(message);
  }
}

interface Handler {
  readonly attempts: number;
  readonly delay: (attempt: number, ref: string) => number;
  readonly inDatabase?: (tx: Transaction, row: JobRow) => Promise<void>;
  readonly outside?: (row: JobRow) => Promise<Recording>;
  readonly givenUp: (tx: Transaction, row: JobRow, error: string) => Promise<'keep' | 'drop'>;
}

/** Who does what kind of work. Rooms register when their module starts; a process takes only kinds it has a handler for. */
@Injectable()
export class JobHandlers {
  private readonly handlers = new Map<string, Handler>();

  /** Work that touches nothing but the database: it commits together with the end of the job, so it happens exactly once. */
  inDatabase<Field extends string>(
    kind: JobKind<Field>,
    run: (tx: Transaction, job: Job<Field>) => Promise<void>,
    rules: RetryRules<Field> = {},
  ): void {
    this.add(kind, rules, { inDatabase: (tx, row) => run(tx, jobOf(kind, row)) });
  }

  /**
   * Work that reaches outside (a mail, a call): at least once. A process that dies between the effect and its record lets
   * it happen again, so the effect must carry an id by which the other side can tell.
   */
  outside<Field extends string>(kind: JobKind<Field>, run: (job: Job<Field>) => Promise<Recording>, rules: RetryRules<Field> = {}): void {
    this.add(kind, rules, { outside: (row) => run(jobOf(kind, row)) });
  }

  get kinds(): readonly string[] {
    return [...this.handlers.keys()];
  }

  of(kind: string): Handler {
    const handler = this.handlers.get(kind);
    if (!handler) throw new Error(`Nobody handles jobs of the kind ${kind}.`);
    return handler;
  }

  private add<Field extends string>(kind: JobKind<Field>, rules: RetryRules<Field>, work: Pick<Handler, 'inDatabase' | 'outside'>): void {
    if (this.handlers.has(kind.name)) throw new Error(`Two handlers for jobs of the kind ${kind.name}.`);
    const givenUp: Handler['givenUp'] = async (tx, row, error) => (rules.givenUp ? rules.givenUp(tx, jobOf(kind, row), error) : 'keep');
    this.handlers.set(kind.name, { attempts: rules.attempts ?? 12, delay: rules.delay ?? retryDelay, givenUp, ...work });
  }
}

function jobOf<Field extends string>(kind: JobKind<Field>, row: JobRow): Job<Field> {
  return { ref: row.ref, payload: readPayload(kind, row.payload), attempt: row.attempts };
}
