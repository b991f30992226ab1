import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import { Clock } from '../platform/clock.js';
import type { Transaction } from '../platform/database.js';

type ImportEvent =
  | { readonly type: 'import.started'; readonly payload: { readonly planHash: string } }
  | { readonly type: 'import.cancelled'; readonly payload: Record<string, never> }
  | { readonly type: 'import.mapped'; readonly payload: { readonly settings: unknown } }
  | { readonly type: 'import.replanned'; readonly payload: { readonly before: string; readonly after: string } }
  | { readonly type: 'import.failed'; readonly payload: { readonly code: string; readonly detail: string } }
  | {
      readonly type: 'import.finished';
      readonly payload: {
        readonly planHash: string;
        readonly counts: readonly { readonly kind: string; readonly action: string; readonly count: number }[];
      };
    };

/** Tells the record what happened to an import. */
@Injectable()
export class ImportRecord {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  async tell(tx: Transaction, actor: Actor, id: string, event: ImportEvent): Promise<void> {
    await this.audit.append(tx, actor, this.clock.now(), { subject: { kind: 'import', id }, ...event });
  }
}
