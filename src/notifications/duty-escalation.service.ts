import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EscalationService } from '../access/escalation.service.js';
import { systemActor } from '../domain/actor.js';
import { JobHandlers } from '../outbox/job-handlers.js';
import { jobKind } from '../outbox/job-kind.js';

export const ESCALATE = jobKind('duty.escalate', 'applicationId', 'duty', 'key', 'lateUserId');

/** Tells somebody who can move it that a duty is late. Asked for twice, it tells nobody twice: the key names the duty and its due time. */
@Injectable()
export class DutyEscalation implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly escalation: EscalationService,
  ) {}

  onModuleInit(): void {
    this.handlers.outside(ESCALATE, async ({ payload }) => {
      await this.escalation.escalate(systemActor('system', randomUUID()), payload);
      return async () => undefined;
    });
  }
}
