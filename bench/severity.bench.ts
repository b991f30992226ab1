/**
 * How long the severity fit takes: lme4's InstEval ratings (73,421) and simulated panels of 5,000 ratings. Prints milliseconds of
 * processor time (median of the runs) and the share of the time the product allows.
 *
 * Run after compiling: `npx tsc --outDir dist/bench && node dist/bench/bench/severity.bench.js`, from the project's folder.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { fitCrossedEffects } from '../src/domain/severity/fit-crossed-effects.js';
import type { ScoredRating } from '../src/domain/severity/ratings-table.js';

function insteval(): ScoredRating[] {
  const rows: { subject: string; rater: string; score: string }[] = parse(readFileSync('test/reference/calibration/insteval.csv'), { columns: true });
  return rows.map(({ subject, rater, score }) => ({ subject, rater, score: Number(score) }));
}

/** Park & Miller's generator: the same panels on every machine. */
function uniforms(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

function panels(raters: number): ScoredRating[] {
  const next = uniforms(20240501);
  const bell = (): number => Array.from({ length: 12 }, next).reduce((sum, u) => sum + u, -6);
  const severity = Array.from({ length: raters }, () => 0.3 * bell());
  return Array.from({ length: 1000 }, (_, c) => {
    const strength = 0.6 * bell();
    const panel = new Set<number>();
    while (panel.size < 5) panel.add(Math.floor(next() * raters));
    return [...panel].map((r) => ({
      subject: `c${c}`,
      rater: `i${r}`,
      score: Math.min(5, Math.max(1, Math.round(3 + strength + (severity[r] ?? 0) + 0.7 * bell()))),
    }));
  }).flat();
}

function measure(name: string, ratings: readonly ScoredRating[], allowedMs: number, runs: number): void {
  const times = Array.from({ length: runs }, () => {
    const from = process.cpuUsage();
    fitCrossedEffects(ratings);
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  });
  const first = times[0] ?? 0;
  const median = times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
  const share = ((100 * median) / allowedMs).toFixed(0);
  console.log(`${name}: ${median.toFixed(0)} ms (first run ${first.toFixed(0)}), ${share} % of the ${allowedMs} ms allowed`);
}

measure('InstEval, 73421 ratings', insteval(), 10_000, 3);
measure('5000 ratings, 60 interviewers', panels(60), 200, 9);
measure('5000 ratings, 200 interviewers', panels(200), 200, 9);
measure('5000 ratings, 500 interviewers', panels(500), 200, 9);
