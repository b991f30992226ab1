import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../domain/events/events.js';
import type { NeutralCard } from '../domain/import/neutral-record.js';
import { atMost } from './card-subject.js';
import { ImportEventsStore, inImport } from './import-events.store.js';
import { ImportedAuthors } from './imported-authors.store.js';
import { type CardPlace, ImportedCardsStore } from './imported-cards.store.js';
import { ImportedRounds } from './imported-rounds.store.js';
import type { ImportRun, PlannedRow } from './import-run.js';
import { newId } from '../platform/new-id.js';

/** Finds an imported card its interview and its author. */
@Injectable()
export class CardInterviews {
  constructor(
    private readonly store: ImportedCardsStore,
    private readonly rounds: ImportedRounds,
    private readonly authors: ImportedAuthors,
    private readonly events: ImportEventsStore,
  ) {}

  async interviewFor(run: ImportRun, { content, secondId }: PlannedRow<NeutralCard>, place: CardPlace) {
    const { tx, one, actor, now } = run;
    const author = await this.authors.authorOf(run, content.author);
    const held = secondId === null ? undefined : await this.store.freeInterview(tx, secondId, place.applicationId, author.id);
    if (held) return { author, interview: { id: held.id, startsAt: held.startsAt.toISOString() } };
    const round = await this.rounds.roundFor(run, place.applicationId, content.title);
    const startsAt = atMost(content.interviewedAt ?? content.submittedAt, now);
    const id = newId();
    await this.store.makeInterview(tx, { id, applicationId: place.applicationId, roundId: round.id, startsAt, by: actor.userId, at: now });
    const { applicationId, jobId, personId } = place;
    const about = { kind: 'interview', id, applicationId, jobId, personId } as const;
    const planned: DomainEvent = { type: 'interview.planned', subject: about, payload: inImport(one.id, { roundKey: round.key }) };
    const payload = inImport(one.id, { before: { status: 'planned' }, after: { status: 'held' } });
    await this.events.append(tx, actor, now, [planned, { type: 'interview.held', subject: about, payload }]);
    return { author, interview: { id, startsAt: null } };
  }
}
