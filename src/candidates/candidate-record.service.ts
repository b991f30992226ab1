import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import type { DomainEvent, EventType } from '../domain/events/events.js';
import { Clock } from '../platform/clock.js';
import type { Transaction } from '../platform/database.js';

/** Tells the record what happened to a candidate, now. */
@Injectable()
export class CandidateRecord {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  tell<Type extends EventType>(tx: Transaction, actor: Actor, event: DomainEvent<Type>): Promise<void> {
    return this.audit.append(tx, actor, this.clock.now(), event);
  }
}
