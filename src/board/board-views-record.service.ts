import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import { Clock } from '../platform/clock.js';
import type { Transaction } from '../platform/database.js';

/** Tells the record what happened to views: which, and with whom they are shared; never what somebody looks for. */
@Injectable()
export class BoardViewsRecord {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  async tell(
    tx: Transaction,
    actor: Actor,
    type: 'board_view.created' | 'board_view.changed' | 'board_view.removed',
    payload: { viewId: string; sharedWithJobId?: string | null },
  ): Promise<void> {
    const told = { viewId: payload.viewId, sharedWithJobId: payload.sharedWithJobId ?? null };
    await this.audit.append(tx, actor, this.clock.now(), { type, subject: { kind: 'user', id: actor.userId }, payload: told });
  }
}
