import { createHash } from 'node:crypto';
import type { Block, Cell, Column, PacketSheet, Section } from './sheet.js';
import { PAGE_STYLE } from './packet-page-style.js';

/** Everything the page may do: use its own style. No script, no image, no request. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** The sheet as one HTML document that needs nothing else, to be read or printed. */
export function packetPage(sheet: PacketSheet): string {
  const contents = sheet.sections.map((section, at) => `<li><a href="#s${at}">${escapeHtml(section.title)}</a></li>`).join('');
  return `<!doctype html>
<html lang="${sheet.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(`${sheet.title} – ${sheet.subtitle}`)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header><p class="kicker">${escapeHtml(sheet.subtitle)}</p><h1>${escapeHtml(sheet.title)}</h1><p class="stamp">${escapeHtml(sheet.stamp)}</p></header>
<nav><ol>${contents}</ol></nav>
<main>
${sheet.sections.map(sectionHtml).join('\n')}
</main>
</body>
</html>
`;
}

/** Nothing of a packet is markup: every text goes through here. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}

function sectionHtml({ title, note, blocks }: Section, at: number): string {
  return `<section id="s${at}"><h2>${escapeHtml(title)}</h2>${note === undefined ? '' : `<p class="note">${escapeHtml(note)}</p>`}${blocksHtml(blocks, title)}</section>`;
}

function blocksHtml(blocks: readonly Block[], heading: string): string {
  return blocks.map((block) => blockHtml(block, heading)).join('');
}

function blockHtml(block: Block, heading: string): string {
  switch (block.kind) {
    case 'text':
      return `<p class="text${block.tone ? ` ${block.tone}` : ''}">${escapeHtml(block.text)}</p>`;
    case 'facts':
      return `<dl>${block.facts.map(({ label, value }) => `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd></div>`).join('')}</dl>`;
    case 'table':
      return tableHtml(block, heading);
    case 'steps':
      return `<ol class="steps">${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ol>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
    case 'quote':
      return `<figure><figcaption>${escapeHtml(block.by)}</figcaption><blockquote>${escapeHtml(block.text)}</blockquote></figure>`;
    case 'banner':
      return `<div class="banner">${block.items.map((item) => `<div class="${item.tone}"><span>${escapeHtml(item.label)}</span><strong>${escapeHtml(item.value)}</strong><small>${escapeHtml(item.detail)}</small></div>`).join('')}</div>`;
    case 'group':
      return `<article><h3>${escapeHtml(block.title)}${block.tags.map((tag) => ` <span class="tag ${tag.tone ?? 'plain'}">${escapeHtml(tag.text)}</span>`).join('')}</h3>${block.note === '' ? '' : `<p class="note">${escapeHtml(block.note)}</p>`}${blocksHtml(block.blocks, block.title)}</article>`;
  }
}

/** Under its heading; where it is wider than the window, the keyboard can scroll it too. */
function tableHtml({ columns, rows, shaded }: Extract<Block, { kind: 'table' }>, heading: string): string {
  const head = columns.map((column) => `<th scope="col"${column.align ? ` class="${column.align}"` : ''}>${escapeHtml(column.title)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((one, at) => cellHtml(one, columns[at])).join('')}</tr>`).join('');
  return `<div class="scroll" tabindex="0" role="group" aria-label="${escapeHtml(heading)}"><table${shaded ? ' class="shaded"' : ''}><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function cellHtml(one: Cell, column: Column | undefined): string {
  const classes = [column?.align, one.strong ? 'strong' : undefined].filter((name) => name !== undefined);
  const text = escapeHtml(one.text);
  return `<td${classes.length > 0 ? ` class="${classes.join(' ')}"` : ''}>${one.tone ? `<span class="${one.tone}">${text}</span>` : text}</td>`;
}
