import { computeEvidence, isRows } from '../domain/rubric/computed-evidence.js';
import { type EvidenceItem, type EvidenceRow, type EvidenceValue, formOf } from '../domain/rubric/evidence.js';
import type { EvidenceField, ListField } from '../domain/rubric/rubric.js';
import type { CardContent, Rating } from '../domain/scorecard/scorecard.js';
import type { DocumentCard } from './packet-document.js';
import { type Block, type Cell, type Section, cell } from './sheet.js';
import { type SheetContext, toneOf, wordFor } from './sheet-context.js';

/** Every card of the panel, whole. */
export function scorecards(context: SheetContext): Section {
  const { packet, words } = context;
  const blocks = packet.cards.map((card): Block => ({
    kind: 'group',
    title: `${card.interviewer.name}${words.and}${card.round.name}`,
    note: noteOf(context, card),
    tags: tagsOf(context, card),
    blocks: blocksOf(context, card),
  }));
  return { title: words.section.cards, blocks: blocks.length > 0 ? blocks : [{ kind: 'text', text: words.none }] };
}

function noteOf(context: SheetContext, card: DocumentCard): string {
  const { words } = context;
  return [
    ...(card.submittedAt === null ? [] : [words.cards.submitted(context.at(card.submittedAt))]),
    ...(card.revision > 1 ? [words.cards.revision(card.revision)] : []),
    ...(card.reason === null ? [] : [card.reason]),
  ].join(words.and);
}

function tagsOf(context: SheetContext, card: DocumentCard): Cell[] {
  const { words } = context;
  const verdict = card.content?.verdict;
  return [
    verdict ? cell(context.outcome(verdict), toneOf(verdict), true) : cell(wordFor(words.cardStatus, card.status), 'muted'),
    ...(card.exposed ? [cell(words.cards.exposed, 'warn')] : []),
    ...(card.counts ? [] : [cell(words.cards.notCounted, 'muted')]),
    ...(card.imported ? [cell(words.cards.imported, 'muted')] : []),
  ];
}

function blocksOf(context: SheetContext, card: DocumentCard): Block[] {
  const { content } = card;
  if (content === null) return [{ kind: 'text', text: context.words.cards.noContent, tone: 'muted' }];
  const facts = Object.entries(content.facts).map(([label, value]) => ({ label, value: value ? context.words.yes : context.words.no }));
  return [
    ...(content.summary.trim() === '' ? [] : [{ kind: 'text' as const, text: content.summary }]),
    ...(facts.length > 0 ? [{ kind: 'facts' as const, facts }] : []),
    ratingsTable(context, content),
    ...historyOf(context, card),
  ];
}

function ratingsTable(context: SheetContext, { ratings }: CardContent): Block {
  const { words } = context;
  const columns = [
    { title: words.ratings.criterion, share: 2 },
    { title: words.cards.level, align: 'center' as const },
    { title: words.cards.evidence, share: 5 },
  ];
  const rows = ratings.map((rating) => [
    cell(context.criterion(rating.criterion), 'plain', true),
    levelCell(context, rating),
    cell(wordsOf(context, rating)),
  ]);
  return { kind: 'table', columns, rows };
}

function levelCell(context: SheetContext, { level }: Rating): Cell {
  if (level === undefined) return cell(context.words.notSaid, 'muted');
  return level === null ? cell(context.words.ratings.notAssessed, 'muted') : cell(String(level), context.shade(level), true);
}

function wordsOf(context: SheetContext, { confidence, evidence, note }: Rating): string {
  const lines = evidence.map((item) => evidenceText(context, item));
  return [...lines, ...(note.trim() === '' ? [] : [note]), ...(confidence ? [`(${context.words.confidence[confidence]})`] : [])].join('\n');
}

/** A form on one line per field, what it computes filled in. */
function evidenceText(context: SheetContext, { form: key, fields }: EvidenceItem): string {
  const form = formOf(context.packet.rubricVersion.content, key);
  if (!form) return `${key}: ${JSON.stringify(fields)}`;
  const values = computeEvidence(form, fields);
  const parts = form.fields.flatMap((field) => fieldText(context, field, values[field.key], values));
  return key === 'note'
    ? parts.join('\n').replace(/^[^:：]*[:：] /, '')
    : `${form.name}${context.locale === 'zh-CN' ? '：' : ': '}${parts.join('; ')}`;
}

function fieldText(
  context: SheetContext,
  field: EvidenceField,
  value: EvidenceValue | undefined,
  values: Readonly<Record<string, EvidenceValue>>,
): string[] {
  if (value === undefined || value === null || value === '') return [];
  if (field.kind === 'list')
    return isRows(value) && value.length > 0 ? [`${field.name}: ${value.map((row, at) => rowText(context, field, row, at)).join(' | ')}`] : [];
  if (isRows(value)) return [];
  const shown = valueText(context, field, value);
  const unit = 'unit' in field && field.unit !== undefined ? (typeof field.unit === 'string' ? field.unit : values[field.unit.field]) : undefined;
  return [`${field.name}: ${shown}${typeof unit === 'string' && unit !== '' ? ` ${unit}` : ''}`];
}

function rowText(context: SheetContext, list: ListField, row: EvidenceRow, at: number): string {
  const parts = list.fields.flatMap((field) => fieldText(context, field, row[field.key], row));
  return `${at + 1}. ${parts.join(', ')}`;
}

function valueText(context: SheetContext, field: EvidenceField, value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? context.words.yes : context.words.no;
  if (typeof value === 'number') return context.figure(value);
  return field.kind === 'choice' ? (field.choices.find((choice) => choice.key === value)?.name ?? value) : value;
}

/** Each amendment: when, why, after seeing another card or not, and which levels it changed. */
function historyOf(context: SheetContext, card: DocumentCard): Block[] {
  if (card.revisions.length < 2) return [];
  const { words } = context;
  const contents = card.revisions.map((revision) => (revision.number === card.revision ? card.content : revision.content));
  const blocks = card.revisions.slice(1).flatMap((revision, at): Block[] => {
    const changes = changesBetween(context, contents[at] ?? null, contents[at + 1] ?? null);
    const head = words.cards.amended(revision.number, context.at(revision.submittedAt), revision.reason ?? words.notSaid);
    return [
      {
        kind: 'text',
        text: `${head}${revision.exposed ? ` (${words.cards.exposed})` : ''}\n${changes.length > 0 ? changes.join(words.separator) : words.cards.wordsOnly}`,
      },
    ];
  });
  return [{ kind: 'group', title: words.cards.history, note: '', tags: [], blocks }];
}

function changesBetween(context: SheetContext, before: CardContent | null, after: CardContent | null): string[] {
  if (before === null || after === null) return [];
  const { words } = context;
  const levelOf = (content: CardContent, criterion: string) => content.ratings.find((one) => one.criterion === criterion)?.level;
  const said = (level: number | null | undefined) =>
    level === undefined ? words.notSaid : level === null ? words.ratings.notAssessed : String(level);
  const keys = [...new Set([...before.ratings, ...after.ratings].map((rating) => rating.criterion))];
  const levels = keys.flatMap((key) => {
    const [from, to] = [levelOf(before, key), levelOf(after, key)];
    return from === to ? [] : [words.cards.was(context.criterion(key), said(from), said(to))];
  });
  const verdict =
    before.verdict === after.verdict
      ? []
      : [words.cards.verdictWas(context.outcome(before.verdict ?? words.notSaid), context.outcome(after.verdict ?? words.notSaid))];
  return [...levels, ...verdict];
}
