import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import { canonicalJson, sha256Hex } from '../domain/audit/canonical-json.js';
import type { DomainEvent, EventType } from '../domain/events/events.js';
import { Refusal, invalid, notFound } from '../domain/refusal.js';
import { draftSave } from '../domain/rubric/draft-sitting.js';
import type { RubricContent } from '../domain/rubric/rubric.js';
import { parseRubricContent } from '../domain/rubric/rubric-structure.js';
import { validateRubric } from '../domain/rubric/rubric-validation.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { versionConflict } from '../platform/version.js';
import type { RubricVersionEntity } from './rubric.entity.js';
import { RubricsStore } from './rubrics.store.js';

/** Draft → published, immutable from then on; editing makes a new draft that names its parent. */
@Injectable()
export class RubricsService {
  constructor(
    private readonly database: Database,
    private readonly store: RubricsStore,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Makes a rubric with its first draft; answers the draft's id. */
  createRubric(actor: Actor, name: string, content: unknown): Promise<string> {
    const draft = readContent(content);
    return this.database.transaction((tx) => this.createRubricIn(tx, actor, name, draft));
  }

  async createRubricIn(tx: Transaction, actor: Actor, name: string, content: RubricContent): Promise<string> {
    const now = this.clock.now();
    const rubricId = newId();
    await this.store.insertRubric(tx, { id: rubricId, name, createdBy: actor.userId, createdAt: now, archivedAt: null });
    const version = draftOf(rubricId, 1, null, content, actor, now);
    await this.store.insertVersion(tx, version);
    await this.tell(tx, actor, now, { type: 'rubric.created', subject: { kind: 'rubric', id: rubricId }, payload: { name, versionId: version.id } });
    return version.id;
  }

  async saveDraft(actor: Actor, versionId: string, expected: number, content: unknown): Promise<void> {
    const draft = readContent(content);
    await this.database.transaction(async (tx) => {
      const version = await this.lockDraft(tx, versionId);
      if (version.version !== expected) throw versionConflict(expected, version.version, version.content);
      const now = this.clock.now();
      const { sitting, changed } = draftSave(version.sitting, actor.userId, now, version.content, draft);
      await this.store.saveVersion(tx, versionId, { content: draft, version: version.version + 1, sitting });
      if (changed.length === 0) return;
      const payload = { versionId, changed };
      await this.tell(tx, actor, now, { type: 'rubric.draft_saved', subject: { kind: 'rubric', id: version.rubricId }, payload });
    });
  }

  publish(actor: Actor, versionId: string): Promise<void> {
    return this.database.transaction((tx) => this.publishIn(tx, actor, versionId));
  }

  async publishIn(tx: Transaction, actor: Actor, versionId: string): Promise<void> {
    const version = await this.lockDraft(tx, versionId);
    const faults = validateRubric(version.content);
    if (faults.length > 0) throw new Refusal('validation_failed', 'The rubric cannot be published yet; mend what is named.', faults);
    const now = this.clock.now();
    const contentHash = sha256Hex(canonicalJson(version.content));
    await this.store.saveVersion(tx, versionId, {
      status: 'published',
      sitting: null,
      contentHash,
      publishedBy: actor.userId,
      publishedAt: now,
      version: version.version + 1,
    });
    const payload = { versionId, number: version.number, contentHash };
    await this.tell(tx, actor, now, { type: 'rubric.published', subject: { kind: 'rubric', id: version.rubricId }, payload });
  }

  /** Starts a new draft from a published version; answers the draft's id. */
  openDraft(actor: Actor, parentId: string): Promise<string> {
    return this.database.transaction(async (tx) => {
      const parent = await this.store.lockVersion(tx, parentId);
      if (!parent) throw notFound('rubric version');
      if (parent.status === 'draft') throw new Refusal('wrong_state', 'This version is a draft already: edit it.');
      await this.store.lockRubric(tx, parent.rubricId);
      const latest = await this.store.latestVersion(tx, parent.rubricId);
      if (latest?.status === 'draft')
        throw new Refusal('conflict', 'This rubric has an open draft. Publish it first, or edit it.', [], { draftId: latest.id });
      const now = this.clock.now();
      const draft = draftOf(parent.rubricId, (latest?.number ?? 0) + 1, parentId, parent.content, actor, now);
      await this.store.insertVersion(tx, draft);
      const payload = { versionId: draft.id, parentId, number: draft.number };
      await this.tell(tx, actor, now, { type: 'rubric.draft_opened', subject: { kind: 'rubric', id: parent.rubricId }, payload });
      return draft.id;
    });
  }

  async setArchived(actor: Actor, rubricId: string, archived: boolean): Promise<void> {
    await this.database.transaction(async (tx) => {
      const rubric = await this.store.lockRubric(tx, rubricId);
      if (!rubric) throw notFound('rubric');
      if ((rubric.archivedAt !== null) === archived) return;
      const now = this.clock.now();
      await this.store.saveRubric(tx, rubricId, { archivedAt: archived ? now : null });
      const payload = { before: { archived: !archived }, after: { archived } };
      await this.tell(tx, actor, now, { type: 'rubric.archived', subject: { kind: 'rubric', id: rubricId }, payload });
    });
  }

  private async lockDraft(tx: Transaction, versionId: string): Promise<RubricVersionEntity> {
    const version = await this.store.lockVersion(tx, versionId);
    if (!version) throw notFound('rubric version');
    if (version.status !== 'draft') {
      throw new Refusal('wrong_state', 'A published rubric version never changes. Open a new draft from it.');
    }
    return version;
  }

  private tell<Type extends EventType>(tx: Transaction, actor: Actor, now: Date, event: DomainEvent<Type>): Promise<void> {
    return this.audit.append(tx, actor, now, event);
  }
}

/** Faults are named where they stand in the request. */
function readContent(content: unknown): RubricContent {
  try {
    return parseRubricContent(content);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw invalid(error.faults.map((fault) => ({ ...fault, pointer: `/content${fault.pointer}` })));
  }
}

function draftOf(rubricId: string, number: number, parentId: string | null, content: RubricContent, actor: Actor, now: Date): RubricVersionEntity {
  return {
    id: newId(),
    rubricId,
    number,
    parentId,
    status: 'draft',
    content,
    contentHash: null,
    version: 1,
    sitting: null,
    createdBy: actor.userId,
    createdAt: now,
    publishedBy: null,
    publishedAt: null,
  };
}
