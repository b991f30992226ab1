import type { Command } from 'commander';
import { parsePacket } from '../domain/recommendation/packet-parser.js';
import type { Packet } from '../domain/recommendation/packet.js';
import type { Recommendation } from '../domain/recommendation/recommendation.js';
import { recommend, recommendationJson } from '../domain/recommendation/recommend.js';
import { stepInWords } from '../domain/recommendation/step-in-words.js';
import { Refusal } from '../domain/refusal.js';
import { failInput, printTable, printText, readInput, runCommand } from './command-io.js';
import { readJson } from './json-input.js';

/** `plumbline recommend FILE [--json]`: the recommendation of a packet, exactly as the server computes it. */
export function registerRecommend(program: Command): void {
  program
    .command('recommend')
    .description('compute the recommendation of a packet, exactly as the server does')
    .argument('<file>', 'packet JSON, or a packet downloaded from the server; - reads standard input')
    .option('--json', 'print the recommendation as one JSON document')
    .action(
      runCommand((file: string, options: { json?: boolean }) => {
        const recommendation = recommend(readPacket(file));
        if (options.json === true) printText(recommendationJson(recommendation));
        else printRecommendation(recommendation);
      }),
    );
}

function readPacket(path: string): Packet {
  const input = readInput(path);
  const json = readJson(input);
  try {
    return parsePacket(json.value);
  } catch (error) {
    const [fault, ...more] = error instanceof Refusal ? error.faults : [];
    if (fault === undefined) throw error;
    const others = more.length > 0 ? ` (and ${more.length} more)` : '';
    return failInput(input.file, json.lineOf(fault.pointer), fault.pointer || '/', `${fault.detail}${others}`);
  }
}

function printRecommendation(recommendation: Recommendation): void {
  const { outcome, deciding, overall, inputHash, engine } = recommendation;
  printTable([
    ['outcome', outcome],
    [`deciding (${deciding.key})`, deciding.value],
    ['overall', overall],
    ['input hash', inputHash],
    ['engine', engine],
  ]);
  printFigures(recommendation);
  printStability(recommendation);
  section('Steps', [['step'], ...recommendation.steps.map((step) => [stepInWords(step, 'en')])]);
}

function printFigures({ criteria, signals, gates, missing, contradictions }: Recommendation): void {
  section('Criteria', [
    ['criterion', 'n', 'mean', 'median', 'min', 'max', 'standard deviation', 'average deviation'],
    ...criteria.map((c) => [c.key, c.n, c.mean, c.median, c.min, c.max, c.standardDeviation, c.averageDeviation]),
  ]);
  section('Signals', [
    ['signal', 'kind', 'value', 'quadrant'],
    ...signals.map(({ key, kind, value, quadrant }) => [key, kind, value, quadrant ?? null]),
  ]);
  section('Gates', [['gate', 'triggered', 'effect'], ...gates.map((gate) => [gate.key, gate.triggered, gate.effect])]);
  section('Missing', [
    ['what', 'scorecard', 'criterion'],
    ...missing.map((one) => [one.kind, 'scorecard' in one ? one.scorecard : null, 'criterion' in one ? one.criterion : null]),
  ]);
  section('Contradictions', [['what', 'scorecard'], ...contradictions.map(({ kind, scorecard }) => [kind, scorecard ?? null])]);
}

function printStability({ stability }: Recommendation): void {
  const { leaveOneOut, influence, minimumFlips, weights } = stability;
  section('Leaving one card out', [
    ['scorecard', 'outcome', 'deciding', 'influence'],
    ...leaveOneOut.map(({ scorecard, outcome, deciding }, at) => [scorecard, outcome, deciding, influence[at]?.value ?? null]),
  ]);
  section(minimumFlips === null ? 'Fewest steps to another outcome' : `${minimumFlips.count} steps to ${minimumFlips.outcome}`, [
    ['scorecard', 'criterion', 'from', 'to'],
    ...(minimumFlips?.changes ?? []).map(({ scorecard, criterion, from, to }) => [scorecard, criterion, from, to]),
  ]);
  section('Weights that flip it', [
    ['criterion', 'from', 'to', 'outcome'],
    ...weights.map(({ criterion, from, to, outcome }) => [criterion, from, to, outcome]),
  ]);
}

/** A heading and its rows; nothing where there is only the heading row. */
function section(title: string, rows: Parameters<typeof printTable>[0]): void {
  if (rows.length < 2) return;
  printText(`\n${title}`);
  printTable(rows);
}
