/**
 * A value as a cell of a CSV file that people open in a spreadsheet. A text that a spreadsheet would take for a formula gets an apostrophe before it, which
 * spreadsheets read as "this is text"; so does one that begins with an apostrophe before such a character, so that taking one apostrophe away always gives
 * the text back. Numbers stay numbers: a negative number is no formula. Texts that look like numbers (a phone number with a plus) are texts.
 *
 * Source: OWASP, "CSV Injection": = + - @ tab CR LF, and the full-width forms that spreadsheets fold to them.
 */

const DANGEROUS = '=+\\-@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20';
const FORMULA = new RegExp(`^'*[${DANGEROUS}]`, 'u');
const GUARDED = new RegExp(`^'('*[${DANGEROUS}])`, 'u');

/** What a cell can hold: JSON values and times. */
export type CellValue = string | number | boolean | Date | null | undefined | object;

/** A text that no spreadsheet computes. In: any text. Out: the text, or the text after an apostrophe. Total. */
export function guardedText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text that was guarded. In: a cell `guardedText` made. Out: what it was made from. */
export function unguardedText(cell: string): string {
  return cell.replace(GUARDED, '$1');
}

/** The cell of a value: numbers as they are, times as ISO 8601 UTC, nothing as an empty cell, lists and objects as JSON. Total. */
export function csvCell(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  return guardedText(typeof value === 'string' ? value : JSON.stringify(value));
}
