import type { Actor } from '../domain/actor.js';
import type { NeutralContent } from '../domain/import/neutral-record.js';
import type { Transaction } from '../platform/database.js';
import type { StoredImport } from './imports.store.js';

/** A run in hand: everything it does is in this one transaction. */
export interface ImportRun {
  readonly tx: Transaction;
  readonly one: StoredImport;
  readonly actor: Actor;
  readonly now: Date;
}

/** A row of the plan as it is carried out. */
export interface PlannedRow<Content extends NeutralContent = NeutralContent> {
  readonly position: number;
  readonly externalId: string;
  readonly content: Content;
  readonly contentHash: string;
  readonly action: 'make' | 'change' | 'unchanged';
  readonly targetId: string;
  readonly parentId: string | null;
  readonly secondId: string | null;
}
