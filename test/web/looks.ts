import type { Language, Scheme } from './browser.js';

/** How a screen is looked at: language, colours, and how wide the window is. */
export type Look = readonly [Language, Scheme, number];

/** `npm test` looks at every screen once, each area in another way; `npm run soak` in all of them. */
export const looksOf = (first: Look, ...others: readonly Look[]): readonly Look[] =>
  process.env['EVERY_LOOK'] === 'yes' ? [first, ...others] : [first];
