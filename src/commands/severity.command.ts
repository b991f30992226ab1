import type { Command } from 'commander';
import type { Effect } from '../domain/severity/crossed-effects.js';
import { fitCrossedEffects, type CrossedFit } from '../domain/severity/fit-crossed-effects.js';
import { printJson, printTable, printText, runCommand } from './command-io.js';
import { numberCell, readCsvTable, textCell } from './csv-table.js';
import { overTable } from './table-faults.js';

interface SeverityOptions {
  readonly json?: boolean;
  readonly effects: boolean;
}

/** `plumbline severity FILE.csv [--json] [--no-effects]`: always the REML fit. */
export function registerSeverity(program: Command): void {
  program
    .command('severity')
    .description('how severe each rater is: score = mean + subject + rater + error, fitted by REML')
    .argument('<file>', 'CSV with the columns subject, rater, score (- for standard input), one score per pair')
    .option('--json', 'one JSON document')
    .option('--no-effects', 'leave the effects of subjects and raters out')
    .action(runCommand((file: string, options: SeverityOptions) => printSeverity(file, options)));
}

function printSeverity(path: string, { json, effects }: SeverityOptions): void {
  const table = readCsvTable(path, ['subject', 'rater', 'score']);
  const ratings = table.rows.map((row) => ({
    subject: textCell(table.file, row, 'subject'),
    rater: textCell(table.file, row, 'rater'),
    score: numberCell(table.file, row, 'score'),
  }));
  const fit = overTable(table, () => fitCrossedEffects(ratings));
  if (json) printJson(document(fit, effects));
  else printReadable(fit, effects);
  for (const side of fit.zeroVariances)
    process.stderr.write(
      `note: the ${side} variance is estimated as exactly zero: these scores cannot tell ${side}s apart, which does not mean that they are equal\n`,
    );
}

/** `fromEntries` makes a property of every id, "__proto__" included. */
function pairs(effects: ReadonlyMap<string, Effect>): Record<string, readonly [number, number]> {
  return Object.fromEntries([...effects].map(([id, { blup, sd }]) => [id, [blup, sd]]));
}

function document(fit: CrossedFit, effects: boolean) {
  return {
    observations: fit.observations,
    subjects: fit.subjects.size,
    raters: fit.raters.size,
    intercept: fit.intercept,
    interceptStandardError: fit.interceptStandardError,
    variance: fit.variance,
    remlCriterion: fit.remlCriterion,
    ...(effects ? { raterEffects: pairs(fit.raters), subjectEffects: pairs(fit.subjects) } : {}),
  };
}

function printReadable(fit: CrossedFit, effects: boolean): void {
  const { variance } = fit;
  printText(`${fit.observations} scores, ${fit.subjects.size} subjects, ${fit.raters.size} raters\n`);
  printTable([
    ['figure', 'value'],
    ['mean', `${fit.intercept.toFixed(4)} (standard error ${fit.interceptStandardError.toFixed(4)})`],
    ['variance between subjects', variance.subject.toFixed(6)],
    ['variance between raters', variance.rater.toFixed(6)],
    ['residual variance', variance.residual.toFixed(6)],
    ['REML criterion', fit.remlCriterion.toFixed(4)],
  ]);
  if (!effects) return;
  printEffects('rater', fit.raters);
  printEffects('subject', fit.subjects);
}

function printEffects(name: string, effects: ReadonlyMap<string, Effect>): void {
  printText('');
  const rows = [...effects].map(([id, { blup, sd, ratings }]) => [id, ratings, blup.toFixed(4), sd.toFixed(4)]);
  printTable([[name, 'scores', 'effect', 'standard deviation'], ...rows]);
}
