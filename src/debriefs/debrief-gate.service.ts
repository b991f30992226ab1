import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { Refusal } from '../domain/refusal.js';
import { seesAggregates } from '../domain/visibility/visibility.js';
import { DebriefFactsReader, type DebriefView } from './debrief-facts.reader.js';

/** What is said in a debrief is for those who may see every card in it. */
@Injectable()
export class DebriefGate {
  constructor(private readonly facts: DebriefFactsReader) {}

  async content(actor: Actor, debriefId: string): Promise<DebriefView> {
    const view = await this.facts.ofDebrief(actor, debriefId);
    if (!seesAggregates(view.standing.sight)) throw new Refusal('forbidden', 'This is for those who may see every card of the panel.');
    return view;
  }
}
