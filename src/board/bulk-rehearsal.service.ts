import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import type { BulkRequest } from '../domain/board/bulk-request.js';
import { Refusal, type RefusalCode } from '../domain/refusal.js';
import { Database, type Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import { BulkActions, type BulkOutcome } from './bulk-actions.service.js';

export interface RefusedItem {
  readonly code: RefusalCode;
  readonly detail: string;
}

export type RehearsedItem =
  { readonly applicationId: string; readonly outcome: BulkOutcome } | { readonly applicationId: string; readonly refusal: RefusedItem };

const SAVEPOINT = sql`savepoint bulk_item`;
const BACK = sql`rollback to savepoint bulk_item`;
const RELEASE = sql`release savepoint bulk_item`;

/** Carries the result out of the transaction that is not to be kept. */
class Rehearsed extends Error {
  constructor(readonly items: ReadonlyMap<string, RehearsedItem>) {
    super('rehearsed');
  }
}

export function refusedOf(error: unknown): RefusedItem {
  if (!(error instanceof Refusal)) throw error;
  return { code: error.code, detail: error.message };
}

/**
 * What a request would do: it is done, by the very use cases, in a transaction that is rolled back. So a preview cannot know other rules
 * than the run, and an item sees what those before it would have changed.
 */
@Injectable()
export class BulkRehearsal {
  constructor(
    private readonly database: Database,
    private readonly actions: BulkActions,
  ) {}

  /** In the order of the request. Applications are locked in the order of their ids, so that two rehearsals never wait for each other in a ring. */
  async rehearse(actor: Actor, request: BulkRequest): Promise<RehearsedItem[]> {
    const items = await this.database
      .transaction(async (tx) => {
        throw new Rehearsed(await this.tryAll(tx, actor, request));
      })
      .catch((error: unknown) => {
        if (error instanceof Rehearsed) return error.items;
        throw error;
      });
    return request.applicationIds.flatMap((id) => items.get(id) ?? []);
  }

  private async tryAll(tx: Transaction, actor: Actor, request: BulkRequest): Promise<ReadonlyMap<string, RehearsedItem>> {
    const items = new Map<string, RehearsedItem>();
    const jobs = new Set<string>();
    for (const applicationId of [...request.applicationIds].sort()) {
      await tx.query(SAVEPOINT);
      try {
        const outcome = await this.actions.perform(tx, actor, request, applicationId, async (jobId) => jobs.has(jobId));
        if (outcome.after.jobId !== undefined) jobs.add(outcome.after.jobId);
        items.set(applicationId, { applicationId, outcome });
        await tx.query(RELEASE);
      } catch (error) {
        items.set(applicationId, { applicationId, refusal: refusedOf(error) });
        await tx.query(BACK);
      }
    }
    return items;
  }
}
