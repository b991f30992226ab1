/**
 * One value of a foreign file, read with care: a member that is missing, null or of another type never stops the reading, it becomes nothing and
 * is named with its place. Text is kept as it came, except for what no database can hold: U+0000 and halves of surrogate pairs become U+FFFD,
 * and the report says so.
 *
 * Source: RFC 6901 (pointers), RFC 8259 (JSON), ISO 8601 as ECMAScript reads it for times.
 */
import { pointerStep } from '../json-shape.js';
import type { RecordFault } from './neutral-record.js';

const EMAIL = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+$/;
const FIRST = Date.UTC(1900, 0, 1);
const LAST = Date.UTC(9999, 11, 31);
/** Longest text of one line: a name, a place, a title. UTF-16 code units. */
export const LONGEST_LINE = 500;
/** Longest running text. */
export const LONGEST_WORDS = 20_000;

export class SourceValue {
  constructor(
    readonly value: unknown,
    readonly pointer: string,
    readonly faults: RecordFault[],
  ) {}

  /** The member of that name; nothing where there is none. Never one that an object only inherits. */
  at(name: string): SourceValue {
    const { value } = this;
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    const member: unknown = isObject ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
    return new SourceValue(member, `${this.pointer}/${pointerStep(name)}`, this.faults);
  }

  has(...names: readonly string[]): boolean {
    const { value } = this;
    return typeof value === 'object' && value !== null && names.every((name) => Object.hasOwn(value, name));
  }

  get isAbsent(): boolean {
    return this.value === undefined || this.value === null;
  }

  get isObject(): boolean {
    return typeof this.value === 'object' && this.value !== null && !Array.isArray(this.value);
  }

  /** The elements of a list; none where it is not one. */
  items(): readonly SourceValue[] {
    if (Array.isArray(this.value)) return this.value.map((one: unknown, index) => new SourceValue(one, `${this.pointer}/${index}`, this.faults));
    if (!this.isAbsent) this.note('not_a_list', 'should be a list; it is left out');
    return [];
  }

  /** Text; numbers and flags as text, lists of them joined. Empty where there is nothing. */
  text(maximum: number = LONGEST_LINE): string {
    const text = plainText(this.value);
    if (text === null) {
      if (!this.isAbsent) this.note('not_text', 'should be text; it is left out');
      return '';
    }
    const storable = text.replaceAll('\u0000', '\uFFFD').toWellFormed();
    if (storable !== text) this.note('unstorable_text', 'held a character that cannot be stored; U+FFFD stands in its place');
    if (storable.length <= maximum) return storable;
    this.skip('too_long', `has ${storable.length} characters, and may have ${maximum}`);
    return '';
  }

  textOrNull(maximum: number = LONGEST_LINE): string | null {
    const text = this.text(maximum);
    return text === '' ? null : text;
  }

  /** An id as text, also where it is a number. */
  id(): string | null {
    return typeof this.value === 'number' && !Number.isSafeInteger(this.value) ? null : this.textOrNull(200);
  }

  email(): string | null {
    const text = this.text().trim();
    if (text === '') return null;
    if (text.length <= 254 && EMAIL.test(text)) return text;
    this.note('not_an_email', 'is not an e-mail address; it is left out');
    return null;
  }

  /** A time, ISO 8601 in UTC: from text, or from milliseconds since 1970. */
  time(): string | null {
    if (this.isAbsent || this.value === '') return null;
    const time = typeof this.value === 'number' ? this.value : typeof this.value === 'string' ? Date.parse(this.value.trim()) : Number.NaN;
    if (time >= FIRST && time <= LAST) return new Date(time).toISOString();
    this.note('not_a_time', 'is not a time; it is left out');
    return null;
  }

  flag(): boolean {
    return this.value === true;
  }

  number(): number | null {
    const value = typeof this.value === 'string' && this.value.trim() !== '' ? Number(this.value.replaceAll(/[,\s_]/g, '')) : this.value;
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  }

  note(code: string, detail: string): void {
    this.faults.push({ weight: 'note', pointer: this.pointer, code, detail });
  }

  skip(code: string, detail: string): void {
    this.faults.push({ weight: 'skip', pointer: this.pointer, code, detail });
  }
}

function plainText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!Array.isArray(value)) return null;
  const parts = value.map((one: unknown) => (Array.isArray(one) ? null : plainText(one)));
  return parts.some((part) => part === null) ? null : parts.join('; ');
}
