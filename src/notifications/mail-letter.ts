import type { Locale } from '../domain/notification/notification-phrasebook.js';
import { phrasebook, type Wording } from '../domain/notification/notification-words.js';

/** One thing a mail tells of. */
export interface LetterItem extends Wording {
  readonly url: string;
}

export interface LetterLinks {
  readonly unsubscribe: string;
  readonly settings: string;
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Names come from people: nothing in them may become markup. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function link(url: string, words: string): string {
  return `<a href="${escaped(url)}">${escaped(words)}</a>`;
}

/** A mail as text and as HTML that say the same, in one language. */
export function writeLetter(kind: 'single' | 'digest', items: readonly LetterItem[], locale: Locale, links: LetterLinks): Letter {
  const { digest, footer } = phrasebook(locale);
  const lead = kind === 'digest' ? digest.lead(items.length) : null;
  const text = [
    ...(lead === null ? [] : [lead]),
    ...items.map((item) => `${item.sentence}\n${item.action}: ${item.url}`),
    `-- \n${footer.why}\n${footer.unsubscribe}: ${links.unsubscribe}\n${footer.settings}: ${links.settings}`,
  ];
  const html = [
    ...(lead === null ? [] : [`<p>${escaped(lead)}</p>`]),
    ...items.map((item) => `<p>${escaped(item.sentence)}<br>${link(item.url, item.action)}</p>`),
    `<hr><p style="color:#666;font-size:small">${escaped(footer.why)}<br>${link(links.unsubscribe, footer.unsubscribe)} · ${link(links.settings, footer.settings)}</p>`,
  ];
  const subject = kind === 'digest' ? digest.subject(items.length) : (items[0]?.subject ?? '');
  return {
    subject,
    text: `${text.join('\n\n')}\n`,
    html: `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body style="font-family:sans-serif;line-height:1.5">${html.join('')}</body></html>`,
  };
}
