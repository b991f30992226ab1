import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { checkAnswer, checkChallenged, ratedLevel } from '../domain/debrief/challenge.js';
import { checkChallenge, checkChallengeTalk } from '../domain/debrief/debrief-actions.js';
import { Refusal, invalid, notFound } from '../domain/refusal.js';
import type { AnswerBody, RaiseChallengeBody, ReplyBody } from './challenges.dto.js';
import { type ChallengeRow, ChallengesReader } from './challenges.reader.js';
import { ChallengesStore } from './challenges.store.js';
import { DebriefSittings, type Sitting, refuse } from './debrief-sittings.service.js';
import { DebriefsStore } from './debriefs.store.js';
import { type ComputedRecommendation, PanelReader, figuresOf } from './panel.reader.js';
import { newId } from '../platform/new-id.js';

/** A rating is challenged, talked about and answered; the values before and after stay side by side. */
@Injectable()
export class ChallengesService {
  constructor(
    private readonly sittings: DebriefSittings,
    private readonly store: ChallengesStore,
    private readonly reader: ChallengesReader,
    private readonly panels: PanelReader,
    private readonly debriefs: DebriefsStore,
  ) {}

  raise(actor: Actor, debriefId: string, body: RaiseChallengeBody): Promise<void> {
    return this.sittings.run(actor, debriefId, async (sitting) => {
      const { tx, head, facts, now } = sitting;
      refuse(checkChallenge(facts));
      const { scorecardId, criterion, reasonCode, words } = body;
      const card = await this.reader.card(scorecardId, head.applicationId, tx);
      if (!card) throw invalid([{ pointer: '/scorecardId', code: 'unknown', detail: 'is no card of this panel' }]);
      refuse(checkChallenged(card, criterion, actor.userId));
      const shown = await this.showNow(sitting);
      const id = newId();
      const rated = { revision: card.revision, level: ratedLevel(card.content, criterion) ?? null };
      const { inputHash, engine } = shown.recommendation;
      const raised = await this.store.raise(tx, {
        id,
        debriefId: head.id,
        applicationId: head.applicationId,
        roundNumber: head.roundNumber,
        scorecardId,
        criterion,
        ...rated,
        reasonCode,
        words,
        raisedBy: actor.userId,
        raisedAt: now,
        inputHash,
        engine,
      });
      if (!raised) throw new Refusal('already_exists', 'You have an open challenge of this rating already.');
      await this.sittings.tell(sitting, 'challenge.raised', {
        challengeId: id,
        scorecardId,
        criterion,
        ...rated,
        reasonCode,
        words,
        shown: figuresOf(shown),
      });
    });
  }

  reply(actor: Actor, debriefId: string, challengeId: string, body: ReplyBody): Promise<void> {
    return this.sittings.run(actor, debriefId, async (sitting) => {
      const { tx, now } = sitting;
      const challenge = await this.challengeOf(sitting, challengeId);
      refuse(checkChallengeTalk(sitting.facts));
      const parentId = body.parentId ?? null;
      if (parentId !== null && !challenge.replies.some((reply) => reply.id === parentId)) {
        throw invalid([{ pointer: '/parentId', code: 'unknown', detail: 'is no reply in this challenge' }]);
      }
      const replyId = newId();
      await this.store.reply(tx, { id: replyId, challengeId, parentId, authorId: actor.userId, words: body.words, at: now });
      await this.sittings.tell(sitting, 'challenge.replied', { challengeId, replyId, parentId, words: body.words });
    });
  }

  /** Upheld or revised by the card's author, or withdrawn by whoever raised it. */
  answer(actor: Actor, debriefId: string, challengeId: string, body: AnswerBody): Promise<void> {
    return this.sittings.run(actor, debriefId, async (sitting) => {
      const { tx, facts, now } = sitting;
      const challenge = await this.challengeOf(sitting, challengeId);
      const { card, criterion, before, scorecardId } = challenge;
      refuse(checkChallengeTalk(facts) ?? checkAnswer({ ...challenge, revision: before.revision }, body.outcome, card, actor.userId));
      const shown = await this.showNow(sitting);
      const after = { revision: card.revision, level: ratedLevel(card.content, criterion) ?? null };
      const { inputHash, engine } = shown.recommendation;
      await this.store.resolve(tx, {
        id: challengeId,
        status: body.outcome,
        words: body.words,
        by: actor.userId,
        at: now,
        ...after,
        inputHash,
        engine,
      });
      const payload = { challengeId, scorecardId, outcome: body.outcome, words: body.words, criterion, before, after, shown: figuresOf(shown) };
      await this.sittings.tell(sitting, 'challenge.resolved', payload);
    });
  }

  private async challengeOf({ tx, head, standing }: Sitting, challengeId: string): Promise<ChallengeRow> {
    // Whoever sees the stage alone may not learn that a challenge exists.
    const challenge = standing.sight === 'content' ? await this.reader.one(head.id, challengeId, tx) : undefined;
    if (!challenge) throw notFound('challenge');
    return challenge;
  }

  /** What everybody has before them now, kept. */
  private async showNow({ tx, head, now }: Sitting): Promise<ComputedRecommendation> {
    const shown = await this.panels.latest(head.applicationId, tx);
    await this.debriefs.keepShown(tx, head.applicationId, shown, now);
    return shown;
  }
}
