import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { ChallengesReader } from '../debriefs/challenges.reader.js';
import { DebriefFactsReader } from '../debriefs/debrief-facts.reader.js';
import { type Actor, systemActor } from '../domain/actor.js';
import { canonicalJson, sha256Hex } from '../domain/audit/canonical-json.js';
import { checkMarking, checkPlace, type EvidenceMark, type EvidencePlace } from '../domain/feedback/evidence-feedback.js';
import { invalid } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { FeedbackStore } from './feedback.store.js';

type Tx = Parameters<Audit['append']>[0];
type Subject = Parameters<Audit['append']>[3]['subject'];

/**
 * The history says that a mark was made, changed or taken back, by a commitment whose salt is kept nowhere: not which of these, nor by whom,
 * nor on which card.
 */
@Injectable()
export class RecordMark {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  append(
    tx: Tx,
    subject: Subject,
    content: { readonly place: EvidencePlace; readonly markedBy: string; readonly mark: EvidenceMark | null },
  ): Promise<void> {
    const commitment = sha256Hex(`${randomBytes(16).toString('base64url')}\n${canonicalJson(content)}`);
    return this.audit.append(tx, systemActor('system', subject.id), this.clock.now(), { type: 'feedback.marked', subject, payload: { commitment } });
  }
}

/** Marks a piece of evidence, for its author to learn from, or takes the mark back. */
@Injectable()
export class FeedbackService {
  constructor(
    private readonly database: Database,
    private readonly store: FeedbackStore,
    private readonly facts: DebriefFactsReader,
    private readonly cards: ChallengesReader,
    private readonly record: RecordMark,
  ) {}

  mark(actor: Actor, debriefId: string, place: EvidencePlace, mark: EvidenceMark | null): Promise<void> {
    return this.database.transaction(async (tx) => {
      const applicationId = await this.facts.applicationOf(debriefId, tx);
      await this.store.lock(tx, applicationId);
      const { facts, standing } = await this.facts.ofApplication(actor, applicationId, tx);
      const refusal = checkMarking(facts);
      if (refusal) throw refusal;
      const card = await this.cards.card(place.scorecardId, applicationId, tx);
      if (!card) throw invalid([{ pointer: '/scorecardId', code: 'unknown_scorecard', detail: 'is not a card of this debrief' }]);
      const misplaced = checkPlace(place, card, actor.userId);
      if (misplaced) throw misplaced;
      if (mark !== null) await this.store.mark(tx, debriefId, place, actor.userId, mark);
      else if (!(await this.store.takeBack(tx, place, actor.userId))) return;
      const subject = { kind: 'debrief', id: debriefId, jobId: standing.jobId, applicationId, personId: standing.personId } as const;
      await this.record.append(tx, subject, { place, markedBy: actor.userId, mark });
    });
  }
}
