import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { DebriefFactsReader, type DebriefView } from '../debriefs/debrief-facts.reader.js';
import type { Actor } from '../domain/actor.js';
import { Refusal } from '../domain/refusal.js';
import { seesAggregates } from '../domain/visibility/visibility.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';

/** Lets in whoever may follow a debrief live. A sealed one is refused, and the record says so in a transaction of its own. */
@Injectable()
export class LiveDoor {
  constructor(
    private readonly facts: DebriefFactsReader,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async enter(actor: Actor, debriefId: string): Promise<DebriefView> {
    const view = await this.facts.ofDebrief(actor, debriefId);
    if (seesAggregates(view.standing.sight)) return view;
    await this.record(actor, view);
    throw new Refusal('sealed', 'This is for those who may see every card of the panel. Give your own judgement first, where you owe one.');
  }

  private record(actor: Actor, { standing }: DebriefView): Promise<void> {
    const { debriefId, jobId, applicationId, personId } = standing;
    const subject = { kind: 'debrief', id: debriefId, jobId, applicationId, personId } as const;
    return this.database.transaction((tx) =>
      this.audit.append(tx, actor, this.clock.now(), { type: 'debrief.reading_refused', subject, payload: { part: 'events' } }),
    );
  }
}
