/** What the printable page and the PDF both show: sections of plain blocks. Nothing here knows HTML or PDF. */

/** `level-0` (lowest) to `level-3` (highest) shade a rating by its place on the scale; the number always stands beside the shade. */
export type Tone = 'plain' | 'good' | 'bad' | 'warn' | 'muted' | 'level-0' | 'level-1' | 'level-2' | 'level-3';

export interface Cell {
  readonly text: string;
  readonly tone?: Tone;
  readonly strong?: boolean;
}

export interface Column {
  readonly title: string;
  /** Share of the width among columns with one; without, as wide as its content. */
  readonly share?: number;
  readonly align?: 'left' | 'center' | 'right';
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export type Block =
  | { readonly kind: 'text'; readonly text: string; readonly tone?: Tone }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Cell[])[];
      /** Levels fill their cells, to be compared at a glance. */ readonly shaded?: boolean;
    }
  /** In order, numbered. */
  | { readonly kind: 'steps'; readonly items: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Somebody's own words. */
  | { readonly kind: 'quote'; readonly by: string; readonly text: string }
  | {
      readonly kind: 'banner';
      readonly items: readonly { readonly label: string; readonly value: string; readonly detail: string; readonly tone: Tone }[];
    }
  | { readonly kind: 'group'; readonly title: string; readonly note: string; readonly tags: readonly Cell[]; readonly blocks: readonly Block[] };

export interface Section {
  readonly title: string;
  readonly note?: string;
  readonly blocks: readonly Block[];
}

export interface PacketSheet {
  readonly language: 'en' | 'zh-CN';
  readonly title: string;
  readonly subtitle: string;
  /** Who opened this copy and when; on every page. */
  readonly stamp: string;
  /** "Page 2 of 9". */
  readonly page: (number: number, of: number) => string;
  readonly sections: readonly Section[];
}

export function cell(text: string, tone?: Tone, strong = false): Cell {
  return { text, ...(tone ? { tone } : {}), ...(strong ? { strong } : {}) };
}
