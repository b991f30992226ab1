import { Injectable } from '@nestjs/common';
import type { SessionProof } from '../access/session-proof.js';
import type { Actor } from '../domain/actor.js';
import { Refusal, invalid, notFound } from '../domain/refusal.js';
import { EMPTY_CARD, type CardContent } from '../domain/scorecard/scorecard.js';
import { refusalOfMove } from '../domain/scorecard/scorecard-moves.js';
import { Clock } from '../platform/clock.js';
import { CardStandings } from './card-standings.service.js';
import { DraftsStore, type DraftFrame, type DraftRow } from './drafts.store.js';
import { PinnedRubrics } from './pinned-rubrics.service.js';
import type { DraftDto } from './scorecard-writing.dto.js';
import { checkTypedCard, missingIn, readTypedCard } from './typed-content.js';

const MOST_FRAMES = 5000;

/** What is typed, and the version it was typed upon. */
export interface SaveCommand {
  readonly expected: number;
  readonly content: unknown;
}

/** Drafts are their author's alone: saved as typed, overwritten in place, and no part of the record. */
@Injectable()
export class DraftsService {
  /** A hint only: the saving statement checks that the frame still holds. */
  private readonly frames = new Map<string, DraftFrame>();

  constructor(
    private readonly store: DraftsStore,
    private readonly rubrics: PinnedRubrics,
    private readonly standings: CardStandings,
    private readonly clock: Clock,
  ) {}

  async saveDraft(actor: Actor, proof: SessionProof | null, cardId: string, command: SaveCommand): Promise<DraftDto> {
    const { expected } = command;
    const typed = await readProven(command.content, proof);
    const remembered = this.frames.get(cardId);
    if (remembered?.authorId === actor.userId) {
      const saved = await this.trySave(actor, cardId, expected, typed, remembered, proof);
      if (saved) return saved;
    }
    await proof?.confirm();
    // Not seen before, or something in the condition did not hold (perhaps the rubric was exchanged): look, try once more, explain.
    const row = await this.ownCard(actor, cardId);
    const saved = await this.trySave(actor, cardId, expected, typed, row);
    if (saved) return saved;
    throw await this.refusalOfSaving(actor, cardId, expected, typed);
  }

  async readDraft(actor: Actor, cardId: string): Promise<DraftDto> {
    const row = await this.ownCard(actor, cardId);
    const content = row.draft ?? row.content ?? EMPTY_CARD;
    const rubric = await this.rubrics.of(row.rubricVersionId);
    return { content, version: row.version, status: row.status, savedAt: row.savedAt, missing: missingIn(rubric, row.roundKey, content) };
  }

  /** After a refused submission or amendment: what was typed becomes the draft. Answers its version, or null where it could not be kept. */
  async keepTyped(actor: Actor, cardId: string, typed: CardContent, expected: number | null): Promise<number | null> {
    const row = await this.ownCard(actor, cardId);
    if (row.version !== (expected ?? row.version)) return null;
    const { content, faults } = checkTypedCard(await this.rubrics.of(row.rubricVersionId), row.facts, typed);
    if (faults.length > 0) return null;
    const now = this.clock.now();
    const saved =
      row.status === 'submitted'
        ? await this.store.keepBeside(cardId, actor.userId, content, now, row.version)
        : await this.store.save(cardId, actor.userId, row.version, content, now, row.rubricVersionId);
    return saved?.version ?? null;
  }

  /** Undefined when the condition of the saving statement did not hold. */
  private async trySave(
    actor: Actor,
    cardId: string,
    expected: number,
    typed: CardContent,
    frame: DraftFrame,
    proof: SessionProof | null = null,
  ): Promise<DraftDto | undefined> {
    const rubric = await this.rubrics.of(frame.rubricVersionId);
    const { content, faults } = checkTypedCard(rubric, frame.facts, typed);
    if (faults.length > 0) {
      await proof?.confirm();
      await this.ownCard(actor, cardId);
      throw invalid(faults);
    }
    const now = this.clock.now();
    const saved = await this.store.save(cardId, actor.userId, expected, content, now, frame.rubricVersionId, proof);
    return saved && { content, version: saved.version, status: saved.status, savedAt: now, missing: missingIn(rubric, frame.roundKey, content) };
  }

  /** The author's own card. Others learn that it is not theirs; for whom the application does not exist, neither does the card. */
  private async ownCard(actor: Actor, cardId: string): Promise<DraftRow> {
    const row = await this.store.find(cardId);
    if (!row) throw notFound('scorecard');
    await this.standings.onCard(actor, row.applicationId);
    if (row.authorId !== actor.userId) throw new Refusal('forbidden', "A draft is its author's alone.");
    const [oldest] = this.frames.keys();
    if (this.frames.size >= MOST_FRAMES && oldest !== undefined) this.frames.delete(oldest);
    this.frames.set(cardId, { authorId: row.authorId, rubricVersionId: row.rubricVersionId, roundKey: row.roundKey, facts: row.facts });
    return row;
  }

  private async refusalOfSaving(actor: Actor, cardId: string, expected: number, typed: CardContent): Promise<Refusal> {
    const row = await this.ownCard(actor, cardId);
    const situation = {
      status: row.status,
      isAuthor: true,
      isRecruiter: false,
      isHiringManager: false,
      interview: row.interview,
      started: false,
      debrief: 'collecting' as const,
    };
    return refusalOfMove('saveDraft', situation) ?? draftConflict(expected, row.version, row.draft ?? EMPTY_CARD, typed);
  }
}

/** Who is not signed in is told so, and not what is wrong with a card. */
async function readProven(json: unknown, proof: SessionProof | null): Promise<CardContent> {
  try {
    return readTypedCard(json);
  } catch (error) {
    await proof?.confirm();
    throw error;
  }
}

/** Two tabs: neither is lost, both are in the answer. Only the author ever gets it. */
export function draftConflict(expected: number, actual: number, current: CardContent, yours: CardContent | null): Refusal {
  return new Refusal(
    'version_conflict',
    `This draft changed since you read it (version ${expected}, now ${actual}). Compare the two and save again.`,
    [],
    {
      currentVersion: actual,
      current,
      ...(yours === null ? {} : { yours }),
    },
  );
}
