import { DateTime } from 'luxon';
import type { Locale } from '../domain/debrief/step-words.js';
import type { DocumentCard, PacketDocument } from './packet-document.js';
import { type PacketWords, WORDS_EN } from './packet-words-en.js';
import { WORDS_ZH } from './packet-words-zh.js';
import type { Tone } from './sheet.js';

/** What every section of the sheet needs: the packet, the words, and names and times as the reader knows them. */
export class SheetContext {
  readonly words: PacketWords;
  private readonly criteria: ReadonlyMap<string, string>;
  private readonly people: ReadonlyMap<string, string>;

  constructor(
    readonly packet: PacketDocument,
    readonly locale: Locale,
  ) {
    this.words = locale === 'zh-CN' ? WORDS_ZH : WORDS_EN;
    this.criteria = new Map(packet.rubricVersion.content.criteria.map(({ key, name }) => [key, name]));
    this.people = new Map([
      ...packet.seats.map(({ userId, name }) => [userId, name] as const),
      ...packet.cards.map(({ interviewer }) => [interviewer.id, interviewer.name] as const),
    ]);
  }

  criterion(key: string): string {
    return this.criteria.get(key) ?? key;
  }

  person(id: string | null): string {
    return id === null ? this.words.notSaid : (this.people.get(id) ?? id);
  }

  card(id: string): DocumentCard | undefined {
    return this.packet.cards.find((one) => one.id === id);
  }

  /** Who wrote the card. */
  author(cardId: string): string {
    return this.card(cardId)?.interviewer.name ?? cardId;
  }

  /** A day and a time on the job's clock. */
  at(instant: string | null): string {
    return this.format(instant, this.locale === 'zh-CN' ? 'yyyy年L月d日 HH:mm' : 'd LLL yyyy, HH:mm');
  }

  /** A calendar day as it stands; no zone moves it. */
  day(date: string | null): string {
    if (date === null) return this.words.notSaid;
    return DateTime.fromISO(date, { zone: 'utc', locale: this.locale }).toFormat(this.locale === 'zh-CN' ? 'yyyy年L月d日' : 'd LLL yyyy');
  }

  private format(instant: string | null, pattern: string): string {
    return instant === null
      ? this.words.notSaid
      : DateTime.fromISO(instant, { zone: this.packet.job.timeZone, locale: this.locale }).toFormat(pattern);
  }

  /** At most four decimals, without trailing zeros. */
  figure(value: number | null): string {
    return value === null ? this.words.notSaid : String(Number(value.toFixed(4)));
  }

  outcome(key: string): string {
    return wordFor(this.words.outcome, key);
  }

  /** The shade of a level by its place on the scale. */
  shade(level: number): Tone {
    const share = (level - 1) / (this.packet.rubricVersion.content.scale.levels - 1);
    return share < 0.25 ? 'level-0' : share < 0.5 ? 'level-1' : share < 0.75 ? 'level-2' : 'level-3';
  }
}

/** The word for a code; a code without a word is shown as it is. */
export function wordFor(words: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code;
}

/** The tone of an outcome. */
export function toneOf(outcome: string): Tone {
  if (outcome === 'strong_hire' || outcome === 'hire') return 'good';
  return outcome === 'no_hire' || outcome === 'strong_no_hire' ? 'bad' : 'warn';
}

/** Enough of a hash to tell two apart by eye; the whole one stands at the end. */
export function shortHash(hash: string): string {
  return hash.slice(0, 12);
}
