import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { checkDissent } from '../domain/debrief/debrief-actions.js';
import { isEscalated } from '../domain/debrief/debrief-facts.js';
import { checkDecision, departs } from '../domain/debrief/decision.js';
import { Refusal } from '../domain/refusal.js';
import { BallotsReader } from './ballots.reader.js';
import { DebriefSittings, type Sitting, refuse } from './debrief-sittings.service.js';
import type { DecideBody } from './decisions.dto.js';
import { DecisionsStore, type NewDecision } from './decisions.store.js';
import { PanelReader, figuresOf } from './panel.reader.js';
import { newId } from '../platform/new-id.js';

/** Arithmetic, then judgement: records what people decided beside what the rules said at that moment. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly sittings: DebriefSittings,
    private readonly store: DecisionsStore,
    private readonly panels: PanelReader,
    private readonly ballots: BallotsReader,
  ) {}

  decide(actor: Actor, debriefId: string, body: DecideBody): Promise<void> {
    return this.sittings.run(actor, debriefId, async (sitting) => {
      const { tx, head, facts } = sitting;
      const shown = await this.panels.latest(head.applicationId, tx);
      const challenges = await this.store.openChallenges(tx, head.id);
      const committee = await this.ballots.committeeTally(head.id, head.roundNumber, tx);
      const request = {
        outcome: body.outcome,
        explanation: body.explanation ?? null,
        overrideReason: body.overrideReason ?? null,
        escalationReason: body.escalationReason ?? null,
        inputHash: body.inputHash,
      };
      refuse(checkDecision(facts, request, { recommendation: shown.recommendation, committee, openChallenges: challenges.length }));
      const decision = await this.decisionOf(sitting, body, departs(body.outcome, shown.recommendation.outcome), challenges.length > 0);
      await this.store.insert(tx, decision, shown);
      const { id: decisionId, roundNumber, decider, outcome, rationale, explanation, level, conditions, onBehalfOf, escalationReason } = decision;
      const payload = {
        decisionId,
        roundNumber,
        decider,
        outcome,
        departs: decision.departs,
        rationale,
        explanation,
        level,
        conditions,
        overrodeChallenges: challenges,
        shown: figuresOf(shown),
      };
      const reason = [decision.overrideReason, escalationReason].filter((text) => text !== null).join('\n');
      await this.sittings.tell(sitting, 'decision.recorded', payload, { ...(onBehalfOf ? { onBehalfOf } : {}), ...(reason ? { reason } : {}) });
      await this.sittings.move(sitting, 'decide');
    });
  }

  /** A dissent is the dissenter's own: nobody writes it for them, and it is never rewritten. */
  dissent(actor: Actor, debriefId: string, words: string): Promise<void> {
    return this.sittings.run(actor, debriefId, async (sitting) => {
      refuse(checkDissent(sitting.facts));
      const { tx, head, now } = sitting;
      const decisionId = await this.store.standing(tx, head.id);
      if (!decisionId) throw new Error('a decided debrief without its decision');
      if (!(await this.store.insertDissent(tx, decisionId, actor.userId, words, now)))
        throw new Refusal('already_exists', 'Your dissent is on the record already.');
      await this.sittings.tell(sitting, 'decision.dissented', { decisionId, words });
    });
  }

  private async decisionOf(sitting: Sitting, body: DecideBody, differs: boolean, overrides: boolean): Promise<NewDecision> {
    const { tx, head, facts, standing, actor, now } = sitting;
    const { decider } = facts.policy;
    const onBehalfOf = decider === 'hiring_manager' ? await this.store.actsFor(tx, actor.userId, standing.jobId, now) : null;
    return {
      id: newId(),
      debriefId: head.id,
      roundNumber: head.roundNumber,
      outcome: body.outcome,
      rationale: body.rationale,
      explanation: body.explanation ?? null,
      level: body.level ?? '',
      conditions: body.conditions ?? '',
      departs: differs,
      decider,
      decidedBy: actor.userId,
      onBehalfOf,
      overrideReason: overrides ? (body.overrideReason ?? null) : null,
      escalationReason: isEscalated(facts) ? (body.escalationReason ?? null) : null,
      decidedAt: now,
    };
  }
}
