import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { eventValues } from '../audit/audit.service.js';
import { scorecardAbilities } from '../domain/abilities/scorecard-abilities.js';
import type { Actor } from '../domain/actor.js';
import { canonicalJson, sha256Hex } from '../domain/audit/canonical-json.js';
import type { DomainEvent } from '../domain/events/events.js';
import { Refusal, invalid } from '../domain/refusal.js';
import { EMPTY_CARD, type CardContent } from '../domain/scorecard/scorecard.js';
import { type CardSituation, beforeFirstBallot, refusalOfMove } from '../domain/scorecard/scorecard-moves.js';
import { cardPermissions } from '../domain/visibility/visibility.js';
import { Database, type Transaction } from '../platform/database.js';
import { CardLocks } from './card-locks.service.js';
import { CardSummaries } from './card-summaries.service.js';
import { CardsStore, type LockedCard, type NewRevision, subjectOf } from './cards.store.js';
import { DraftsService, draftConflict } from './drafts.service.js';
import { PinnedRubrics } from './pinned-rubrics.service.js';
import type { SubmissionDto } from './scorecard-writing.dto.js';
import { checkTypedCard, missingIn, readTypedCard } from './typed-content.js';

type Revising = 'submit' | 'amend';

/** What comes in: the whole card, or nothing to submit the saved draft. */
export interface SubmitCommand {
  readonly content?: unknown;
  readonly reason?: string;
  /** The version the author read, where they sent one. */
  readonly expected: number | null;
}

/** The way from a draft to a revision on the record. */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly database: Database,
    private readonly locks: CardLocks,
    private readonly store: CardsStore,
    private readonly summaries: CardSummaries,
    private readonly rubrics: PinnedRubrics,
    private readonly drafts: DraftsService,
  ) {}

  submit(actor: Actor, cardId: string, command: SubmitCommand): Promise<SubmissionDto> {
    return this.revise(actor, cardId, 'submit', command);
  }

  amend(actor: Actor, cardId: string, command: SubmitCommand): Promise<SubmissionDto> {
    return this.revise(actor, cardId, 'amend', command);
  }

  private async revise(actor: Actor, cardId: string, move: Revising, command: SubmitCommand): Promise<SubmissionDto> {
    const typed = command.content === undefined ? null : readTypedCard(command.content);
    try {
      return await this.database.transaction((tx) => this.reviseIn(tx, actor, cardId, move, typed, command));
    } catch (error) {
      if (typed === null || !(error instanceof Refusal) || (error.code !== 'incomplete' && error.code !== 'wrong_state')) throw error;
      // Nothing typed is lost on a refused request: it is the draft now, and the answer says which version.
      const version = await this.drafts.keepTyped(actor, cardId, typed, command.expected);
      throw version === null ? error : new Refusal(error.code, error.message, error.faults, { ...error.extras, draftVersion: version });
    }
  }

  private async reviseIn(
    tx: Transaction,
    actor: Actor,
    cardId: string,
    move: Revising,
    typed: CardContent | null,
    command: SubmitCommand,
  ): Promise<SubmissionDto> {
    const { card, now } = await this.locks.own(tx, actor, cardId);
    const refusal = refusalOfMove(move, authorSituation(card));
    if (refusal) throw refusal;
    refuseSilentOverwrite(card, move, typed, command.expected);
    const content = await this.completeContent(card, typed ?? card.draft ?? EMPTY_CARD, tx);
    if (move === 'amend' && canonicalJson(content) === canonicalJson(card.content)) throw NO_CHANGE();
    const next = nextRevision(card, content, move, command.reason ?? null);
    const summary = await this.summaries.after(tx, card, { status: 'submitted', counts: next.counts, content });
    await this.store.submit(tx, card, next, summary, now, eventValues(actor, now, revisionEvent(card, next, move)));
    await this.summaries.moveDebrief(tx, actor, now, card, summary);
    return submissionDto(actor, { ...card, debrief: summary.debrief }, next, now);
  }

  private async completeContent(card: LockedCard, typed: CardContent, tx: Transaction): Promise<CardContent> {
    const rubric = await this.rubrics.of(card.rubricVersionId, tx);
    const { content, faults } = checkTypedCard(rubric, card.facts, typed);
    if (faults.length > 0) throw invalid(faults);
    const missing = missingIn(rubric, card.roundKey, content);
    if (missing.length > 0)
      throw new Refusal('incomplete', 'The scorecard cannot be submitted yet; what is missing is named. It is kept as your draft.', missing);
    return content;
  }
}

const NO_CHANGE = () =>
  new Refusal('validation_failed', 'The amendment says what the scorecard says already.', [
    { pointer: '/content', code: 'no_change', detail: 'says what the scorecard says already' },
  ]);

function authorSituation(card: LockedCard): CardSituation {
  return {
    status: card.status,
    isAuthor: true,
    isRecruiter: false,
    isHiringManager: false,
    interview: card.interview,
    started: card.started,
    debrief: card.debrief,
  };
}

/** A submission must not swallow what another tab saved. Without a version it may only repeat or begin the draft. */
function refuseSilentOverwrite(card: LockedCard, move: Revising, typed: CardContent | null, expected: number | null): void {
  const current = (move === 'amend' ? card.content : card.draft) ?? EMPTY_CARD;
  if (expected !== null && expected !== card.version) throw draftConflict(expected, card.version, current, typed);
  if (expected !== null || typed === null || move === 'amend' || card.draft === null) return;
  if (canonicalJson(typed) === canonicalJson(card.draft)) return;
  throw new Refusal(
    'precondition_required',
    'A draft is saved that differs from this. Send the version you read in an If-Match header.',
    [{ pointer: '/if-match', in: 'header', code: 'required', detail: 'send the ETag you read' }],
    { currentVersion: card.version, current: card.draft },
  );
}

function nextRevision(card: LockedCard, content: CardContent, move: Revising, reason: string | null): NewRevision {
  const salt = randomBytes(16).toString('base64url');
  // Waived, and in only after the first ballot: kept, and not counted.
  const counts = card.counts && (move === 'amend' || beforeFirstBallot(card.debrief));
  return {
    number: card.revision + 1,
    content,
    contentHash: sha256Hex(`${salt}\n${canonicalJson(content)}`),
    salt,
    exposed: card.authorExposed,
    counts,
    reason,
  };
}

function revisionEvent(card: LockedCard, next: NewRevision, move: Revising): DomainEvent {
  const told = { roundKey: card.roundKey, revision: next.number, contentHash: next.contentHash, exposed: next.exposed, counts: next.counts };
  const subject = subjectOf(card);
  return move === 'submit'
    ? { type: 'scorecard.submitted', subject, payload: { ...told, before: { status: card.status }, after: { status: 'submitted' } } }
    : { type: 'scorecard.amended', subject, payload: told, ...(next.reason === null ? {} : { reason: next.reason }) };
}

function submissionDto(actor: Actor, card: LockedCard, next: NewRevision, now: Date): SubmissionDto {
  const after: CardSituation = { ...authorSituation(card), status: 'submitted' };
  return {
    id: card.id,
    status: 'submitted',
    revision: next.number,
    version: card.version + 1,
    submittedAt: now,
    contentHash: next.contentHash,
    exposed: next.exposed,
    counts: next.counts,
    content: next.content,
    abilities: scorecardAbilities(after, cardPermissions('status', { isAuthor: true, submitted: true }), actor),
  };
}
