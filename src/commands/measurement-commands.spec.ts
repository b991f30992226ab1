import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { jest } from '@jest/globals';
import { registerAdverseImpact } from './adverse-impact.command.js';
import { registerAgreement } from './agreement.command.js';
import { registerSeverity } from './severity.command.js';

let folder = '';
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'plumbline-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function csv(...lines: readonly string[]): string {
  const path = join(folder, 'input.csv');
  writeFileSync(path, lines.join('\n'));
  return path;
}

/** Runs a command in this process and gives what it printed and its exit code. */
async function run(...args: readonly string[]) {
  let [out, err] = ['', ''];
  const stdout = jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));
  const before = process.exitCode;
  process.exitCode = undefined;
  try {
    const program = new Command('plumbline');
    for (const register of [registerAgreement, registerSeverity, registerAdverseImpact]) register(program);
    await program.parseAsync(args, { from: 'user' });
    return { out, err, exit: process.exitCode ?? 0 };
  } finally {
    process.exitCode = before;
    stdout.mockRestore();
    stderr.mockRestore();
  }
}

const json = async (...args: readonly string[]) => JSON.parse((await run(...args, '--json')).out);

describe('plumbline agreement', () => {
  it('prints every figure under its name', async () => {
    const rows = ['unit,rater,value', 'a,x,1', 'a,y,1', 'b,x,2', 'b,y,3', 'c,x,5', 'c,y,4'];
    const report = await json('agreement', csv(...rows));
    expect(Object.keys(report)).toEqual(['krippendorffAlpha', 'icc', 'kendallW', 'rawAgreement', 'units', 'raters', 'ratings']);
    expect(Object.keys(report.krippendorffAlpha)).toEqual(['nominal', 'ordinal', 'interval', 'ratio', 'interval95']);
    expect(Object.keys(report.icc)).toEqual(['icc11', 'icc21', 'icc31', 'icc1k', 'icc2k', 'icc3k']);
    expect(report).toMatchObject({ kendallW: 1, rawAgreement: 1 / 3, units: 3, raters: 2, ratings: 6 });
    const { out, exit } = await run('agreement', csv(...rows));
    expect(exit).toBe(0);
    expect(out).toContain('Kendall W');
  });

  it('prints null for what cannot be computed', async () => {
    const report = await json('agreement', csv('unit,rater,value', 'a,x,3', 'a,y,3', 'b,x,3', 'b,y,3'));
    expect(report).toMatchObject({
      krippendorffAlpha: { interval: null, interval95: null },
      icc: null,
      kendallW: null,
    });
    expect(report.rawAgreement).toBe(1);
  });

  it('takes columns in any order, a byte order mark, quotes, CRLF and columns it does not know', async () => {
    const path = csv('\uFEFFvalue,note,rater,unit\r', '1,"a, ""b""\nc",x,a\r', '2,,y,a\r', '');
    expect(await json('agreement', path)).toMatchObject({ units: 1, raters: 2, ratings: 2 });
  });
});

describe('plumbline severity', () => {
  it('prints the REML fit, with the effects unless told otherwise', async () => {
    const file = 'test/reference/calibration/penicillin.csv';
    const expected = JSON.parse(readFileSync('test/reference/calibration/penicillin.expected.json', 'utf8'));
    const fit = await json('severity', file);
    expect(fit.remlCriterion).toBeCloseTo(expected.remlCriterion, 6);
    expect(fit.raterEffects.F[0]).toBeCloseTo(expected.raterEffects.F[0], 5);
    expect(fit.subjectEffects.a[1]).toBeCloseTo(expected.subjectEffects.a[1], 5);
    const short = await json('severity', file, '--no-effects');
    expect(Object.keys(short)).toEqual(['observations', 'subjects', 'raters', 'intercept', 'interceptStandardError', 'variance', 'remlCriterion']);
    expect((await run('severity', file)).out).toContain('REML criterion');
    expect((await run('severity', file, '--no-effects')).out).not.toContain('scores  effect');
  });

  it('says when a variance is estimated as exactly zero', async () => {
    const rows = Array.from({ length: 12 }, (_, i) => `s${i % 4},r${Math.floor(i / 4)},${(i + Math.floor(i / 4)) % 2}`);
    const { out, err, exit } = await run('severity', csv('subject,rater,score', ...rows), '--json');
    expect(JSON.parse(out).variance.subject).toBe(0);
    expect(err).toContain('the subject variance is estimated as exactly zero');
    expect(exit).toBe(0);
  });
});

describe('plumbline adverse-impact', () => {
  it('prints each group beside the highest rate', async () => {
    const path = csv('group,selected,total', 'men,48,80', 'women,12,40');
    const table = await json('adverse-impact', path);
    expect(table).toMatchObject({ highestRateGroup: 'men', selected: 60, total: 120 });
    expect(table.groups[1]).toMatchObject({
      group: 'women',
      rate: 0.3,
      impactRatio: 0.5,
      belowFourFifths: true,
      smallSample: false,
    });
    expect(table.groups[1].fisherP).toBeCloseTo(0.00340922176784918, 14);
    expect((await run('adverse-impact', path)).out).toContain('below four fifths');
  });
});

describe('bad input', () => {
  const head = {
    agreement: 'unit,rater,value',
    severity: 'subject,rater,score',
    'adverse-impact': 'group,selected,total',
  };
  it.each([
    ['agreement', ['unit,value', 'a,1'], ':1: rater: column is missing'],
    ['agreement', ['unit,unit,rater,value', 'a,a,x,1'], ':1: unit: column is given twice'],
    ['agreement', [head.agreement, 'a,x,1', 'a,y,high'], ':3: value: "high" is not a number'],
    ['agreement', [head.agreement, 'a,x,'], ':2: value: is blank'],
    ['agreement', [head.agreement, 'a,x,1', '', 'a,x,2'], ':4: rater: Rater "x" rates unit "a" twice'],
    ['agreement', [head.agreement, 'a,x'], ':2: has 2 cells where the header has 3'],
    ['agreement', [head.agreement, 'a,"x,1'], ':2: Quote Not Closed'],
    ['agreement', [''], 'is empty'],
    ['agreement', [head.agreement], ':1: has a header but no rows'],
    ['severity', [head.severity, 'a,x,0x10'], ':2: score: "0x10" is not a number'],
    ['severity', [head.severity, ',x,1'], ':2: subject: is blank'],
    ['severity', [head.severity, 'a,x,1', 'a,x,1'], ':3: rater: Rater "x" scores subject "a" twice'],
    ['severity', [head.severity, 'a,x,1', 'b,y,2'], ': The severity model cannot be fitted'],
    ['adverse-impact', [head['adverse-impact'], 'a,5,4'], ':2: selected: 5 selected of only 4'],
    ['adverse-impact', [head['adverse-impact'], 'a,1,4', 'b,0.5,3'], ':3: selected: must be a whole number'],
    ['adverse-impact', [head['adverse-impact'], 'a,1,4', 'a,1,3'], ':3: group: group "a" is given twice'],
    ['adverse-impact', [head['adverse-impact'], 'a,-1,4'], ':2: selected: must be a whole number'],
  ])('%s: %j', async (command, lines, words) => {
    const path = csv(...lines);
    const { out, err, exit } = await run(command, path, '--json');
    expect(err).toContain(`${path}${words.startsWith(':') ? '' : ': '}${words}`);
    expect(err.trimEnd()).not.toContain('\n');
    expect([out, exit]).toEqual(['', 2]);
  });

  it('names a file that is not there', async () => {
    const { out, err, exit } = await run('severity', join(folder, 'nothing.csv'));
    expect(err).toMatch(/nothing\.csv: .+\n$/);
    expect([out, exit]).toEqual(['', 2]);
  });
});
