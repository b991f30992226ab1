import { Injectable } from '@nestjs/common';
import type { Standing } from '../access/standing.reader.js';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import { Refusal } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';

/** Tells the record who compared whom, and who was refused. */
@Injectable()
export class RecordComparison {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, standing: Standing, stage: string | null): Promise<void> {
    await this.database.transaction((tx) =>
      this.audit.append(tx, actor, this.clock.now(), { type: 'comparators.read', subject: subjectOf(standing), payload: { stage } }),
    );
  }

  async refuse(actor: Actor, standing: Standing): Promise<never> {
    await this.database.transaction((tx) =>
      this.audit.append(tx, actor, this.clock.now(), { type: 'comparators.reading_refused', subject: subjectOf(standing), payload: {} }),
    );
    throw new Refusal('sealed', 'This is for those who may see every card of the panel. Give your own judgement first, where you owe one.');
  }
}

/** Of the debrief, so that only those who see its content can tell that somebody looked. */
function subjectOf({ debriefId, jobId, applicationId, personId }: Standing) {
  return { kind: 'debrief', id: debriefId, jobId, applicationId, personId } as const;
}
