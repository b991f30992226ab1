/** What a language has to say. Source: product design, "Pipeline and timeline". */
import type { NotificationFacts, NotificationKind } from './notification-kinds.js';

export type Locale = 'en' | 'zh-CN';

type Sentence = (facts: NotificationFacts) => readonly [subject: string, sentence: string, action: string];

export interface Phrasebook {
  readonly kinds: Readonly<Record<NotificationKind, Sentence>>;
  readonly seats: Readonly<Record<string, string>>;
  readonly somebody: string;
  readonly news: { readonly subject: string; readonly action: string };
  readonly digest: { readonly subject: (count: number) => string; readonly lead: (count: number) => string };
  readonly footer: { readonly why: string; readonly unsubscribe: string; readonly settings: string };
  readonly unsubscribed: { readonly title: string; readonly ask: string; readonly confirm: string; readonly done: string; readonly broken: string };
}
