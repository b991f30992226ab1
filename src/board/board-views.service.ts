import { Injectable } from '@nestjs/common';
import { StandingReader } from '../access/standing.reader.js';
import type { Actor } from '../domain/actor.js';
import { invalid, notFound, Refusal } from '../domain/refusal.js';
import { Database, type Transaction } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { versionConflict } from '../platform/version.js';
import { BoardViewsRecord } from './board-views-record.service.js';
import { type BoardViewRow, BoardViewsReader } from './board-views.reader.js';
import { type BoardViewContent, BoardViewsStore } from './board-views.store.js';

const MOST_VIEWS = 100;

/** Saved views of the board: made, changed, shared, put in order, and chosen to begin with. */
@Injectable()
export class BoardViewsService {
  constructor(
    private readonly database: Database,
    private readonly store: BoardViewsStore,
    private readonly reader: BoardViewsReader,
    private readonly standing: StandingReader,
    private readonly record: BoardViewsRecord,
  ) {}

  /** Answers the new view's id. */
  create(actor: Actor, content: BoardViewContent): Promise<string> {
    return this.database.transaction(async (tx) => {
      const own = await this.store.own(tx, actor.userId);
      if (own.length >= MOST_VIEWS) throw new Refusal('wrong_state', `You have ${MOST_VIEWS} views. Remove one first.`);
      await this.checkSharing(tx, actor, content, null);
      const id = newId();
      await this.store.insert(tx, id, actor.userId, content, this.record.now());
      await this.record.tell(tx, actor, 'board_view.created', { viewId: id, sharedWithJobId: content.sharedWithJobId });
      return id;
    });
  }

  change(actor: Actor, id: string, expected: number, content: BoardViewContent): Promise<void> {
    return this.database.transaction(async (tx) => {
      const view = await this.owned(tx, actor, id);
      if (view.version !== expected) throw versionConflict(expected, view.version);
      await this.checkSharing(tx, actor, content, view.sharedWithJobId);
      await this.store.change(tx, id, expected, content);
      await this.record.tell(tx, actor, 'board_view.changed', { viewId: id, sharedWithJobId: content.sharedWithJobId });
    });
  }

  remove(actor: Actor, id: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      await this.owned(tx, actor, id);
      await this.store.remove(tx, id);
      await this.record.tell(tx, actor, 'board_view.removed', { viewId: id });
    });
  }

  order(actor: Actor, order: readonly string[]): Promise<void> {
    return this.database.transaction(async (tx) => {
      const own = await this.store.own(tx, actor.userId);
      if (order.length !== own.length || !own.every((id) => order.includes(id)))
        throw invalid([{ pointer: '/order', code: 'not_your_views', detail: 'must name each of your own views once' }]);
      await this.store.place(tx, order);
    });
  }

  chooseDefault(actor: Actor, id: string | null): Promise<void> {
    return this.database.transaction(async (tx) => {
      if (id !== null && !(await this.reader.view(actor, id, tx)))
        throw invalid([{ pointer: '/viewId', code: 'unknown_view', detail: 'names no view of yours or shared with you' }]);
      await this.store.setDefault(tx, actor.userId, id);
    });
  }

  /** One's own view, after the list is locked. */
  private async owned(tx: Transaction, actor: Actor, id: string): Promise<BoardViewRow> {
    await this.store.own(tx, actor.userId);
    const view = await this.reader.view(actor, id, tx);
    if (!view) throw notFound('view');
    if (view.ownerId !== actor.userId) throw new Refusal('forbidden', 'Only its owner may change a view. Make your own from it.');
    return view;
  }

  private async checkSharing(tx: Transaction, actor: Actor, { sharedWithJobId, filters }: BoardViewContent, before: string | null): Promise<void> {
    if (sharedWithJobId === null) return;
    // A name somebody is looked for by may be of a person whom a conflict hides from another recruiter.
    if (filters.search !== undefined)
      throw invalid([{ pointer: '/filters/search', code: 'not_shared', detail: 'a view that looks for a name cannot be shared' }]);
    if (sharedWithJobId === before) return;
    const seats = await this.standing.onJob(actor, sharedWithJobId, tx);
    if (!seats.some((seat) => seat === 'recruiter' || seat === 'hiring_manager' || seat === 'coordinator'))
      throw invalid([{ pointer: '/sharedWithJobId', code: 'unknown_job', detail: 'names no job you recruit for' }]);
  }
}
