import { phrasebook } from '../domain/notification/notification-words.js';
import type { Locale } from '../domain/notification/notification-phrasebook.js';

export type UnsubscribeState = 'ask' | 'done' | 'broken';

/** A page that works without the web app and without signing in. Reading it changes nothing: mail scanners open every link. */
export function unsubscribePage(state: UnsubscribeState, locale: Locale): string {
  const words = phrasebook(locale).unsubscribed;
  const form =
    state === 'ask' ? `<form method="post"><button type="submit" name="List-Unsubscribe" value="One-Click">${words.confirm}</button></form>` : '';
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${words.title}</title></head><body style="font-family:sans-serif;max-width:32rem;margin:4rem auto;padding:0 1rem;line-height:1.5"><main><h1>${words.title}</h1><p>${words[state]}</p>${form}</main></body></html>`;
}
