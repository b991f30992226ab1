import { Injectable } from '@nestjs/common';
import { ExposureStore, type ShownIn } from '../access/exposure.store.js';
import type { Actor } from '../domain/actor.js';
import { Refusal, invalid, notFound } from '../domain/refusal.js';
import { compareRevisions } from '../domain/scorecard/card-changes.js';
import { cardPermissions } from '../domain/visibility/visibility.js';
import { Clock } from '../platform/clock.js';
import type { Page } from '../platform/cursor.js';
import { Database } from '../platform/database.js';
import { RevisionsReader, type RevisionRow } from './revisions.reader.js';
import type { ListScorecardsQuery, RevisionComparisonDto, ScorecardDto } from './scorecards.dto.js';
import { presentCard } from './scorecards.presenter.js';
import { ScorecardsReader, needsRecord, type CardRow } from './scorecards.reader.js';

/** Shows cards, and records to whom somebody else's was shown, in the same request and before the answer goes out. */
@Injectable()
export class CardReadingService {
  constructor(
    private readonly reader: ScorecardsReader,
    private readonly revisions: RevisionsReader,
    private readonly exposures: ExposureStore,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: ListScorecardsQuery): Promise<Page<ScorecardDto>> {
    const page =
      query.applicationId !== undefined ? await this.reader.ofApplication(actor, query.applicationId, query) : await this.ownPage(actor, query);
    if (!page) throw notFound('application');
    return { items: page.items.map((row) => presentCard(actor, row, 'listed')), nextCursor: page.nextCursor };
  }

  async read(actor: Actor, cardId: string): Promise<ScorecardDto> {
    const row = await this.existing(actor, cardId);
    await this.recordShown(actor, row, 'scorecard');
    return presentCard(actor, row, 'content');
  }

  async readRevisions(actor: Actor, cardId: string): Promise<RevisionRow[]> {
    const row = await this.readable(actor, cardId);
    await this.recordShown(actor, row, 'revisions');
    return this.revisions.of(cardId);
  }

  async compare(actor: Actor, cardId: string, from: number, to: number): Promise<RevisionComparisonDto> {
    const revisions = await this.readRevisions(actor, cardId);
    const of = (number: number, field: string) => {
      const found = revisions.find((revision) => revision.number === number);
      if (!found)
        throw invalid([{ pointer: `/${field}`, in: 'query', code: 'unknown_revision', detail: `the scorecard has ${revisions.length} revisions` }]);
      return found.content;
    };
    return { from, to, changes: compareRevisions(of(from, 'from'), of(to, 'to')) };
  }

  /** The card, whose content this person may see; refused otherwise, in the same words whether or not there is any. */
  async readable(actor: Actor, cardId: string): Promise<CardRow> {
    const row = await this.existing(actor, cardId);
    const { content } = cardPermissions(row.sight, { isAuthor: row.interviewerId === actor.userId, submitted: row.status === 'submitted' });
    if (!content) throw new Refusal('forbidden', 'The content of this scorecard is not open to you.');
    return row;
  }

  async recordShown(actor: Actor, row: CardRow, via: ShownIn): Promise<void> {
    if (needsRecord(actor, row)) await this.exposures.record(this.database, actor.userId, [row], via, this.clock.now());
  }

  async existing(actor: Actor, cardId: string): Promise<CardRow> {
    const row = await this.reader.card(actor, cardId);
    if (!row) throw notFound('scorecard');
    return row;
  }

  private ownPage(actor: Actor, query: ListScorecardsQuery): Promise<Page<CardRow>> {
    if (query.mine !== true) {
      throw invalid([
        { pointer: '/applicationId', in: 'query', code: 'required', detail: 'name an application, or ask for your own with mine=true' },
      ]);
    }
    return this.reader.mine(actor, query);
  }
}
