import type { Command } from 'commander';
import { adverseImpact, type AdverseImpactTable, type GroupImpact } from '../domain/adverse-impact/adverse-impact.js';
import { printJson, printTable, printText, runCommand } from './command-io.js';
import { numberCell, readCsvTable, textCell } from './csv-table.js';
import { overTable } from './table-faults.js';

/** `plumbline adverse-impact FILE.csv [--json]`: selection rates compared. */
export function registerAdverseImpact(program: Command): void {
  program
    .command('adverse-impact')
    .description('selection rates by group: impact ratio, four-fifths rule, Fisher’s exact test')
    .argument('<file>', 'CSV with the columns group, selected, total (- for standard input), one row per group')
    .option('--json', 'one JSON document')
    .action(runCommand((file: string, options: { readonly json?: boolean }) => printAdverseImpact(file, options)));
}

function printAdverseImpact(path: string, { json }: { readonly json?: boolean }): void {
  const csv = readCsvTable(path, ['group', 'selected', 'total']);
  const groups = csv.rows.map((row) => ({
    group: textCell(csv.file, row, 'group'),
    selected: numberCell(csv.file, row, 'selected'),
    total: numberCell(csv.file, row, 'total'),
  }));
  const table = overTable(csv, () => adverseImpact(groups));
  if (json) printJson(table);
  else printReadable(table);
}

const percent = (share: number | null): string | null => (share === null ? null : `${(100 * share).toFixed(1)} %`);
const decimal = (figure: number | null): string | null => figure?.toFixed(4) ?? null;

function remarks(row: GroupImpact): string {
  return [
    row.belowFourFifths ? 'below four fifths' : '',
    row.onePersonFlip ? 'one different person would turn the order round' : '',
    row.smallSample ? 'small numbers' : '',
    row.underTwoPercent ? 'under 2 % of all' : '',
  ]
    .filter((remark) => remark !== '')
    .join('; ');
}

function printReadable(table: AdverseImpactTable): void {
  printText(`${table.selected} of ${table.total} selected; compared with the highest rate: ${table.highestRateGroup ?? 'none'}\n`);
  printTable([
    ['group', 'selected', 'total', 'rate', 'impact ratio', 'p (Fisher)', 'ratio to largest', 'remarks'],
    ...table.groups.map((row) => [
      row.group,
      row.selected,
      row.total,
      percent(row.rate),
      decimal(row.impactRatio),
      decimal(row.fisherP),
      decimal(row.againstLargest?.impactRatio ?? null),
      remarks(row),
    ]),
  ]);
}
