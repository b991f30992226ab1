import { Refusal } from '../domain/refusal.js';
import { failInput } from './command-io.js';
import type { CsvTable } from './csv-table.js';

/**
 * Runs the arithmetic over the rows of a table. A refusal that points at a row (`/12/score`) becomes bad input at that row's line
 * and column; one that points nowhere is about the whole file.
 */
export function overTable<T>({ file, rows }: CsvTable, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const fault = error.faults[0];
    const [, row = '', field = ''] = fault?.pointer.split('/') ?? [];
    return failInput(file, rows[Number(row === '' ? NaN : row)]?.line ?? null, field, fault?.detail ?? error.message);
  }
}
