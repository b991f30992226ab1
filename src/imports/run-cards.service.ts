import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson, sha256Hex } from '../domain/audit/canonical-json.js';
import type { DomainEvent } from '../domain/events/events.js';
import { type ImportedContent, importedContent } from '../domain/import/card-content.js';
import type { NeutralCard } from '../domain/import/neutral-record.js';
import { CardInterviews } from './card-interviews.service.js';
import { atMost, subjectOf } from './card-subject.js';
import { ImportEventsStore, inImport } from './import-events.store.js';
import { ImportedSummaries } from './imported-summaries.service.js';
import { type CardPlace, ImportedCardsStore } from './imported-cards.store.js';
import type { ImportRun, PlannedRow } from './import-run.js';
import { PlannedRowsStore } from './planned-rows.store.js';

interface Warning {
  readonly position: number;
  readonly code: string;
}

/** Makes the cards of an import: marked, kept to read, and counted where an explicit mapping reads them on the rubric's scale. */
@Injectable()
export class RunCards {
  constructor(
    private readonly rows: PlannedRowsStore,
    private readonly store: ImportedCardsStore,
    private readonly interviews: CardInterviews,
    private readonly events: ImportEventsStore,
    private readonly summaries: ImportedSummaries,
  ) {}

  async run(run: ImportRun, batch: readonly PlannedRow<NeutralCard>[]): Promise<void> {
    const warnings: Warning[] = [];
    const versions = new Map<string, number>();
    for (const row of batch) {
      if (row.action === 'unchanged') continue;
      const place = await this.store.place(run.tx, row.parentId ?? '');
      const version = row.action === 'make' ? await this.make(run, row, place, warnings) : await this.change(run, row, place, warnings);
      versions.set(row.targetId, version);
      await this.summaries.settle(run, place);
    }
    await this.rows.warn(run, warnings);
    await this.rows.know(run, 'card', batch, (row) => versions.get(row.targetId) ?? null);
  }

  private async make(run: ImportRun, row: PlannedRow<NeutralCard>, place: CardPlace, warnings: Warning[]): Promise<number> {
    const { tx, one, actor, now } = run;
    const { interview, author } = await this.interviews.interviewFor(run, row, place);
    if (author.isNew) warnings.push({ position: row.position, code: 'author_without_account' });
    const read = readCard(run, { ...row.content, interviewedAt: row.content.interviewedAt ?? interview.startsAt }, place, row.position, warnings);
    const submittedAt = atMost(row.content.submittedAt, now);
    const revision = hashed(read);
    const id = row.targetId;
    const counts = read.notCounted === null;
    const exposed = await this.store.wasExposed(tx, author.id, place.personId, submittedAt);
    const card = { id, applicationId: place.applicationId, interviewId: interview.id, authorId: author.id, counts, submittedAt, at: now };
    await this.store.make(tx, { ...card, ...revision }, exposed);
    const { key } = await this.store.revisionOf(tx, id);
    const told = { roundKey: key, revision: 1, contentHash: revision.contentHash, exposed, counts };
    const payload = inImport(one.id, { ...told, before: { status: 'assigned' }, after: { status: 'submitted' } });
    await this.events.append(tx, actor, now, [{ type: 'scorecard.submitted', subject: subjectOf(id, place), payload }]);
    await this.keep(run, row, place);
    return 1;
  }

  /** A submitted card is never edited: what the source says now is a new revision. */
  private async change(run: ImportRun, row: PlannedRow<NeutralCard>, place: CardPlace, warnings: Warning[]): Promise<number> {
    const { tx, one, actor, now } = run;
    const id = row.targetId;
    const { key, revision, exposed } = await this.store.revisionOf(tx, id);
    const read = readCard(run, row.content, place, row.position, warnings);
    const counts = read.notCounted === null;
    const reason = `Changed in ${one.system}`;
    const next = hashed(read);
    await this.store.amend(tx, id, { ...next, counts, at: now, reason });
    const told = { roundKey: key, revision: revision + 1, contentHash: next.contentHash, exposed, counts };
    await this.events.append(tx, actor, now, [{ type: 'scorecard.amended', subject: subjectOf(id, place), payload: inImport(one.id, told), reason }]);
    await this.keep(run, row, place);
    return revision + 1;
  }

  private async keep(
    { tx, one, actor, now }: ImportRun,
    { targetId, externalId, content }: PlannedRow<NeutralCard>,
    place: CardPlace,
  ): Promise<void> {
    await this.store.keepOriginal(tx, targetId, one.id, one.system, externalId, content);
    if (content.privateNote === null) return;
    const version = await this.store.keepNote(tx, targetId, content.privateNote, now);
    if (version === undefined) return;
    const saved: DomainEvent = {
      type: 'scorecard.private_note_saved',
      subject: subjectOf(targetId, place),
      payload: inImport(one.id, { after: { version, sharedWithHiringTeam: false } }),
    };
    await this.events.append(tx, actor, now, [saved]);
  }
}

function readCard({ one }: ImportRun, card: NeutralCard, place: CardPlace, position: number, warnings: Warning[]): ImportedContent {
  const rubric = { levels: place.rubric.scale.levels, criteria: place.rubric.criteria.map((criterion) => criterion.key) };
  const read = importedContent(card, one.settings.cards, rubric);
  if (read.notCounted !== null) warnings.push({ position, code: read.notCounted });
  return read;
}

function hashed({ content }: ImportedContent) {
  const salt = randomBytes(16).toString('base64url');
  return { content, salt, contentHash: sha256Hex(`${salt}\n${canonicalJson(content)}`) };
}
