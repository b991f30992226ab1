import type { Command } from 'commander';
import { agreementReport, type AgreementReport } from '../domain/agreement/agreement-report.js';
import { printJson, printTable, printText, runCommand } from './command-io.js';
import { numberCell, readCsvTable, textCell } from './csv-table.js';
import { overTable } from './table-faults.js';

/** `plumbline agreement FILE.csv [--json]`: how far raters agree. */
export function registerAgreement(program: Command): void {
  program
    .command('agreement')
    .description('agreement between raters: Krippendorff’s alpha, intraclass correlations, Kendall’s W')
    .argument('<file>', 'CSV with the columns unit, rater, value (- for standard input); unrated cells are simply absent')
    .option('--json', 'one JSON document')
    .action(runCommand((file: string, options: { readonly json?: boolean }) => printAgreement(file, options)));
}

function printAgreement(path: string, { json }: { readonly json?: boolean }): void {
  const table = readCsvTable(path, ['unit', 'rater', 'value']);
  const ratings = table.rows.map((row) => ({
    unit: textCell(table.file, row, 'unit'),
    rater: textCell(table.file, row, 'rater'),
    value: numberCell(table.file, row, 'value'),
  }));
  const report = overTable(table, () => agreementReport(ratings));
  if (json) printJson(report);
  else printReadable(report);
}

const shown = (figure: number | null | undefined): string => figure?.toFixed(4) ?? 'not computable';

function printReadable(report: AgreementReport): void {
  const { krippendorffAlpha: alpha, icc } = report;
  printText(`${report.units} units, ${report.raters} raters, ${report.ratings} ratings\n`);
  const interval = alpha.interval95?.map((end) => end.toFixed(4)).join(' to ') ?? 'not computable';
  printTable([
    ['figure', 'value'],
    ['raw agreement', shown(report.rawAgreement)],
    ['Krippendorff alpha, nominal', shown(alpha.nominal)],
    ['Krippendorff alpha, ordinal', shown(alpha.ordinal)],
    ['Krippendorff alpha, interval', shown(alpha.interval)],
    ['  95 % bootstrap interval', interval],
    ['Krippendorff alpha, ratio', shown(alpha.ratio)],
    ['ICC(1,1)', shown(icc?.icc11)],
    ['ICC(2,1)', shown(icc?.icc21)],
    ['ICC(3,1)', shown(icc?.icc31)],
    ['ICC(1,k)', shown(icc?.icc1k)],
    ['ICC(2,k)', shown(icc?.icc2k)],
    ['ICC(3,k)', shown(icc?.icc3k)],
    ['Kendall W', shown(report.kendallW)],
  ]);
}
