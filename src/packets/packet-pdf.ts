import pdfmake from 'pdfmake';
import type { Content, CustomTableLayout, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { PDF_FONTS, pdfRuns, pdfText } from './pdf-text.js';
import type { Block, Cell, Column, Fact, PacketSheet, Section, Tone } from './sheet.js';

type Table = Extract<Block, { kind: 'table' }>;

/** Points between the margins of an A4 page, and to the left and right inside a cell. */
const TEXT_WIDTH = 505;
const CELL_PADDING = 10;
const INK = '#1a2230';
const SOFT = '#566074';
const LINE = '#d8dde6';
const COLOURS: Readonly<Record<Tone, string>> = {
  plain: INK,
  good: '#0b6b50',
  bad: '#a4262c',
  warn: '#8a5a00',
  muted: SOFT,
  'level-0': INK,
  'level-1': INK,
  'level-2': INK,
  'level-3': INK,
};
const FILLS: Readonly<Partial<Record<Tone, string>>> = { 'level-0': '#f6c9a0', 'level-1': '#fbe5d0', 'level-2': '#d5e5f5', 'level-3': '#a3c9ea' };
const WASHES: Readonly<Partial<Record<Tone, string>>> = { good: '#e3f3ec', bad: '#fae8e8', warn: '#fdf1d8' };

pdfmake.setFonts(PDF_FONTS);
// A document is made of texts alone: nothing is fetched, and no file but the fonts is read.
const fontFiles = new Set(Object.values(PDF_FONTS).flatMap((font) => Object.values(font)));
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => fontFiles.has(path));

/** The sheet as an A4 PDF with fonts embedded. */
export function packetPdf(sheet: PacketSheet, at: Date): Promise<Buffer> {
  return pdfmake.createPdf(definition(sheet, at)).getBuffer();
}

function definition(sheet: PacketSheet, at: Date): TDocumentDefinitions {
  return {
    pageSize: 'A4',
    pageMargins: [45, 48, 45, 56],
    language: sheet.language,
    info: { title: `${sheet.title} – ${sheet.subtitle}`, creator: 'Plumbline', producer: 'Plumbline', creationDate: at },
    defaultStyle: { font: 'Latin', fontSize: 9.5, lineHeight: 1.2, color: INK },
    header: (page) =>
      page === 1 ? null : { text: pdfText(`${sheet.title} · ${sheet.subtitle}`), color: SOFT, fontSize: 8, margin: [45, 24, 45, 0] },
    footer: (page, of) => ({
      columns: [
        { text: pdfText(sheet.stamp), width: '*' },
        { text: pdfText(sheet.page(page, of)), width: 'auto' },
      ],
      color: SOFT,
      fontSize: 8,
      margin: [45, 20, 45, 0],
    }),
    content: [
      { text: pdfText(sheet.subtitle), color: SOFT, bold: true, fontSize: 10.5 },
      { text: pdfText(sheet.title), bold: true, fontSize: 22, lineHeight: 1.1, margin: [0, 0, 0, 4] },
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 505, y2: 0, lineWidth: 1.5, lineColor: INK }], margin: [0, 2, 0, 0] },
      ...sheet.sections.flatMap(sectionContent),
    ],
  };
}

/** A heading stays with what comes first under it, where that fits a page for certain; laying out again after a look would take seconds. */
function sectionContent({ title, note, blocks }: Section): Content[] {
  const head: Content[] = [
    { text: pdfText(title), bold: true, fontSize: 13.5, margin: [0, 20, 0, note === undefined ? 4 : 0] },
    ...(note === undefined
      ? []
      : [{ text: pdfText(note), color: SOFT, fontSize: 8.5, margin: [0, 0, 0, 4] satisfies [number, number, number, number] }]),
  ];
  return kept(head, blocks, 0);
}

function kept(head: readonly Content[], [first, ...rest]: readonly Block[], depth: number): Content[] {
  const others = rest.map((block) => blockContent(block, depth));
  if (first === undefined) return [...head];
  if (first.kind === 'group') return [...kept([...head, groupHead(first.title, first.tags, first.note, depth)], first.blocks, depth + 1), ...others];
  if (isShort(first)) return [{ stack: [...head, blockContent(first, depth)], unbreakable: true }, ...others];
  return [{ stack: [...head], unbreakable: true }, blockContent(first, depth), ...others];
}

/** Fits on what is left of a page, or on the next one, for certain. */
function isShort(block: Block): boolean {
  switch (block.kind) {
    case 'text':
    case 'quote':
      return block.text.length < 1500;
    case 'facts':
      return textOf(block.facts.map(({ value }) => value)) < 1200 && block.facts.length <= 12;
    case 'steps':
    case 'list':
      return block.items.length <= 10 && textOf(block.items) < 1200;
    case 'table':
      return isShortTable(block);
    case 'banner':
      return true;
    case 'group':
      return false;
  }
}

/** A few rows of sentences, or a page's half of figures. */
function isShortTable({ rows }: Table): boolean {
  const size = textOf(rows.flatMap((row) => row.map((one) => one.text)));
  return (rows.length <= 6 && size < 500) || (rows.length <= 14 && size < 450);
}

/** Length in Latin letters; a Chinese character takes the room of two. */
function textOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length + (text.match(/[\u2e80-\u9fff]/g)?.length ?? 0), 0);
}

function blockContent(block: Block, depth: number): Content {
  switch (block.kind) {
    case 'text':
      return { text: pdfText(block.text), color: COLOURS[block.tone ?? 'plain'], margin: [0, 2, 0, 4] };
    case 'facts':
      return factsContent(block.facts);
    case 'table':
      return isShort(block) ? { stack: [tableContent(block)], unbreakable: true } : tableContent(block);
    case 'steps':
      return { ol: block.items.map((item) => ({ text: pdfText(item), margin: [0, 1, 0, 1] })), margin: [0, 2, 0, 4] };
    case 'list':
      return { ul: block.items.map((item) => ({ text: pdfText(item), margin: [0, 1, 0, 1] })), margin: [0, 2, 0, 4] };
    case 'quote':
      return {
        table: { widths: ['*'], body: [[{ stack: [{ text: pdfText(block.by), color: SOFT, fontSize: 8.5 }, { text: pdfText(block.text) }] }]] },
        layout: QUOTE,
        margin: [0, 3, 0, 3],
      };
    case 'banner':
      return bannerContent(block.items);
    case 'group':
      return { stack: kept([groupHead(block.title, block.tags, block.note, depth)], block.blocks, depth + 1), margin: [0, 0, 0, 4] };
  }
}

/** Short ones side by side, so that what it is about fits the first page. */
function factsContent(facts: readonly Fact[]): Content {
  const row = ({ label, value }: Fact): TableCell[] => [{ text: pdfText(label), color: SOFT }, { text: pdfText(value) }];
  const isPaired = facts.length >= 4 && facts.every(({ value }) => textOf([value]) < 60);
  const half = Math.ceil(facts.length / 2);
  const body = isPaired
    ? facts.slice(0, half).map((fact, at) => [...row(fact), ...row(facts[half + at] ?? { label: '', value: '' })])
    : facts.map(row);
  return { table: { widths: isPaired ? [70, '*', 70, '*'] : [110, '*'], body }, layout: PLAIN, margin: [0, 2, 0, 4] };
}

function groupHead(title: string, tags: readonly Cell[], note: string, depth: number): Content {
  const said = tags.flatMap((tag) => [
    { text: '   ' },
    ...pdfRuns(tag.text, { color: COLOURS[tag.tone ?? 'plain'], fontSize: 9, bold: tag.strong === true }),
  ]);
  const head = { text: [...pdfRuns(title, { bold: true }), ...said], fontSize: depth === 0 ? 10.5 : 9.5 };
  const under = note === '' ? [] : [{ text: pdfText(note), color: SOFT, fontSize: 8.5 }];
  return { stack: [head, ...under], margin: [0, depth === 0 ? 8 : 4, 0, 2] };
}

function bannerContent(items: Extract<Block, { kind: 'banner' }>['items']): Content {
  const cells = items.map((item): TableCell => ({
    stack: [
      { text: pdfText(item.label), color: SOFT, fontSize: 8.5 },
      { text: pdfText(item.value), color: COLOURS[item.tone], bold: true, fontSize: 14, margin: [0, 1, 0, 1] },
      { text: pdfText(item.detail), color: SOFT, fontSize: 8.5 },
    ],
    fillColor: WASHES[item.tone] ?? '#f5f7fa',
  }));
  return { table: { widths: items.map(() => '*'), body: [cells] }, layout: BANNER, margin: [0, 4, 0, 8] };
}

function tableContent({ columns, rows, shaded }: Table): Content {
  const head = columns.map((column): TableCell => ({
    text: pdfText(column.title),
    color: SOFT,
    bold: true,
    fontSize: 8,
    alignment: column.align ?? 'left',
  }));
  const body = rows.map((row) => row.map((one, at) => cellContent(one, columns[at], shaded === true)));
  const dontBreakRows = rows.every((row) => row.every((one) => one.text.length < 1200));
  return {
    table: { headerRows: 1, keepWithHeaderRows: 1, dontBreakRows, widths: columnWidths(columns, rows), body: [head, ...body] },
    layout: RULED,
    fontSize: 9,
    margin: [0, 3, 0, 6],
  };
}

/** Narrow columns are as wide as what stands in them; the others share the rest of the line by their shares. */
function columnWidths(columns: readonly Column[], rows: readonly (readonly Cell[])[]): number[] {
  const narrow = columns.map((column, at) =>
    column.share === undefined ? Math.min(90, Math.max(30, ...[column.title, ...rows.map((row) => row[at]?.text ?? '')].map(lineWidth))) : 0,
  );
  const shares = columns.reduce((sum, column) => sum + (column.share ?? 0), 0);
  const rest = TEXT_WIDTH - columns.length * CELL_PADDING - narrow.reduce((sum, width) => sum + width, 0);
  return columns.map((column, at) => (column.share === undefined ? (narrow[at] ?? 0) : (rest * column.share) / shares));
}

/** About how many points a word takes in bold; one that breaks nowhere is the least a column needs. */
function lineWidth(text: string): number {
  return Math.max(...text.split(/\s/).map((word) => [...word].length)) * 5.4;
}

function cellContent(one: Cell, column: Column | undefined, shaded: boolean): TableCell {
  const fill = one.tone === undefined ? undefined : FILLS[one.tone];
  const style = { color: COLOURS[one.tone ?? 'plain'], bold: one.strong === true, alignment: column?.align ?? 'left' } as const;
  if (fill === undefined) return { text: pdfText(one.text), ...style };
  return shaded ? { text: pdfText(one.text), ...style, fillColor: fill } : { text: `\u00a0${one.text}\u00a0`, ...style, background: fill };
}

const NO_LINES = { hLineWidth: () => 0, vLineWidth: () => 0 };
const PLAIN: CustomTableLayout = { ...NO_LINES, paddingLeft: () => 0, paddingRight: () => 8, paddingTop: () => 1.5, paddingBottom: () => 1.5 };
const RULED: CustomTableLayout = {
  hLineWidth: (at) => (at === 0 ? 0 : at === 1 ? 1 : 0.5),
  vLineWidth: () => 0,
  hLineColor: (at) => (at === 1 ? INK : LINE),
  paddingLeft: () => 5,
  paddingRight: () => 5,
  paddingTop: () => 3,
  paddingBottom: () => 3,
};
const QUOTE: CustomTableLayout = {
  hLineWidth: () => 0,
  vLineWidth: (at) => (at === 0 ? 2 : 0),
  vLineColor: () => LINE,
  paddingLeft: () => 8,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
};
const BANNER: CustomTableLayout = {
  hLineWidth: () => 0,
  vLineWidth: (at, node) => (at === 0 || at === node.table.body[0]?.length ? 0 : 8),
  vLineColor: () => '#ffffff',
  paddingLeft: () => 9,
  paddingRight: () => 9,
  paddingTop: () => 8,
  paddingBottom: () => 8,
};
