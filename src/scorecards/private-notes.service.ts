import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import { Refusal, notFound } from '../domain/refusal.js';
import { cardPermissions } from '../domain/visibility/visibility.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { versionConflict } from '../platform/version.js';
import { CardReadingService } from './card-reading.service.js';
import { subjectOf } from './cards.store.js';
import { PrivateNotesStore, type NoteRow } from './private-notes.store.js';
import type { PrivateNoteDto, SavePrivateNoteBody } from './scorecard-writing.dto.js';

/**
 * Notes an interviewer keeps beside the card. They are the author's; recruiters and the hiring manager read them only where the
 * author chose so and only once they may read the card itself. Nobody else does, an auditor included: there is no legal hold to read
 * them under.
 */
@Injectable()
export class PrivateNotesService {
  constructor(
    private readonly database: Database,
    private readonly store: PrivateNotesStore,
    private readonly cards: CardReadingService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, cardId: string): Promise<PrivateNoteDto> {
    const card = await this.cards.existing(actor, cardId);
    const note = await this.store.find(cardId);
    if (card.interviewerId === actor.userId) return present(note, true);
    const { content } = cardPermissions(card.sight, { isAuthor: false, submitted: card.status === 'submitted' });
    // The same answer whether or not there is one.
    if (!content || !note?.sharedWithHiringTeam || !(card.isRecruiter || card.isHiringManager)) throw notFound('private note');
    await this.cards.recordShown(actor, card, 'private_note');
    return present(note, false);
  }

  async save(actor: Actor, cardId: string, expected: number, body: SavePrivateNoteBody): Promise<PrivateNoteDto> {
    const card = await this.cards.existing(actor, cardId);
    if (card.interviewerId !== actor.userId) throw new Refusal('forbidden', 'Only its interviewer keeps notes beside a scorecard.');
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const before = await this.store.find(cardId, tx);
      const saved = await this.store.save(tx, cardId, expected, { text: body.text, shared: body.sharedWithHiringTeam }, now);
      if (!saved) {
        // Read again: another tab may have saved since the first look.
        const other = await this.store.find(cardId, tx);
        throw versionConflict(expected, other?.version ?? 0, other && { text: other.text, sharedWithHiringTeam: other.sharedWithHiringTeam });
      }
      const told = (note: NoteRow) => ({ version: note.version, sharedWithHiringTeam: note.sharedWithHiringTeam });
      const payload = { ...(before ? { before: told(before) } : {}), after: told(saved) };
      await this.audit.append(tx, actor, now, { type: 'scorecard.private_note_saved', subject: subjectOf(card), payload });
      return present(saved, true);
    });
  }
}

function present(note: NoteRow | undefined, isAuthor: boolean): PrivateNoteDto {
  const { text, sharedWithHiringTeam, version, savedAt } = note ?? { text: '', sharedWithHiringTeam: false, version: 0, savedAt: null };
  return { text, sharedWithHiringTeam, version, savedAt, abilities: { edit: isAuthor } };
}
