import { Injectable } from '@nestjs/common';
import type { Standing } from '../access/standing.reader.js';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import { Refusal } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';

/** Somebody asked for what is sealed to them: it is refused, and the record says so in a transaction of its own. */
@Injectable()
export class SealedRefusals {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async refuse(actor: Actor, standing: Standing, part: string): Promise<never> {
    const { debriefId, jobId, applicationId, personId } = standing;
    const subject = { kind: 'debrief', id: debriefId, jobId, applicationId, personId } as const;
    await this.database.transaction((tx) =>
      this.audit.append(tx, actor, this.clock.now(), { type: 'debrief.reading_refused', subject, payload: { part } }),
    );
    throw new Refusal('sealed', 'This is for those who may see every card of the panel. Give your own judgement first, where you owe one.');
  }
}
