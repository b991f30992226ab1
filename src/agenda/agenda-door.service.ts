import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { DebriefFactsReader, type DebriefView } from '../debriefs/debrief-facts.reader.js';
import type { Actor } from '../domain/actor.js';
import { checkReadAgenda } from '../domain/agenda/agenda-actions.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';

/** Lets in whoever may read the agenda. A sealed one is refused, and the record says so in a transaction of its own. */
@Injectable()
export class AgendaDoor {
  constructor(
    private readonly facts: DebriefFactsReader,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async enter(actor: Actor, debriefId: string): Promise<DebriefView> {
    const view = await this.facts.ofDebrief(actor, debriefId);
    const refusal = checkReadAgenda(view.facts);
    if (refusal?.code === 'sealed') await this.record(actor, view);
    if (refusal) throw refusal;
    return view;
  }

  private record(actor: Actor, { standing }: DebriefView): Promise<void> {
    const { debriefId, jobId, applicationId, personId } = standing;
    const subject = { kind: 'debrief', id: debriefId, jobId, applicationId, personId } as const;
    return this.database.transaction((tx) =>
      this.audit.append(tx, actor, this.clock.now(), { type: 'debrief.reading_refused', subject, payload: { part: 'agenda' } }),
    );
  }
}
