import { Injectable } from '@nestjs/common';
import type { ShownIn } from '../access/exposure.store.js';
import type { Actor } from '../domain/actor.js';
import { seesAggregates } from '../domain/visibility/visibility.js';
import { DebriefExposures } from './debrief-exposures.service.js';
import { DebriefFactsReader, type DebriefView } from './debrief-facts.reader.js';
import { SealedRefusals } from './sealed-refusals.service.js';

export type DebriefPart = 'recommendation' | 'ballots' | 'challenges' | 'decision';

/** What is said in a debrief is for those who may see every card in it; and whoever reads it has been shown those cards. */
@Injectable()
export class DebriefGate {
  constructor(
    private readonly facts: DebriefFactsReader,
    private readonly exposures: DebriefExposures,
    private readonly refusals: SealedRefusals,
  ) {}

  async content(actor: Actor, debriefId: string, part: DebriefPart): Promise<DebriefView> {
    const view = await this.facts.ofDebrief(actor, debriefId);
    if (!seesAggregates(view.standing.sight)) return this.refusals.refuse(actor, view.standing, part);
    const shownIn: ShownIn = part === 'recommendation' ? 'recommendation' : 'debrief';
    await this.exposures.record(actor, view.head.applicationId, shownIn);
    return view;
  }
}
