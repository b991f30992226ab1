import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { Command } from 'commander';
import { cardOf, packetOf, rubricOf } from '../../test/support/panel-packets.js';
import { recommend, recommendationJson } from '../domain/recommendation/recommend.js';
import { registerRecommend } from './recommend.command.js';

let folder = '';
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'plumbline-'))));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command in this process and gives what it printed and its exit code. */
async function run(text: string | Uint8Array, ...options: readonly string[]) {
  const file = join(folder, 'packet.json');
  writeFileSync(file, text);
  return runOn(file, ...options);
}

async function runOn(file: string, ...options: readonly string[]) {
  let [out, err] = ['', ''];
  const stdout = jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));
  const before = process.exitCode;
  process.exitCode = undefined;
  try {
    const program = new Command('plumbline');
    registerRecommend(program);
    await program.parseAsync(['recommend', file, ...options], { from: 'user' });
    return { out, err: err.replaceAll(folder, ''), exit: process.exitCode ?? 0 };
  } finally {
    process.exitCode = before;
    stdout.mockRestore();
    stderr.mockRestore();
  }
}

const packet = packetOf(rubricOf({ impact: 0.55, depth: 0.45 }), cardOf('s1', { impact: 4, depth: 1 }));
const lines = JSON.stringify(packet, null, 1);

describe('plumbline recommend', () => {
  it('prints the document the server sends', async () => {
    const { out, err, exit } = await run(lines, '--json');
    expect([out, err, exit]).toEqual([`${recommendationJson(recommend(packet))}\n`, '', 0]);
  });

  it('prints the same for a downloaded packet', async () => {
    const download = JSON.stringify({ recommendation: {}, input: packet });
    expect((await run(download, '--json')).out).toBe((await run(lines, '--json')).out);
  });

  it('prints what a person can read', async () => {
    const { out } = await run(`\uFEFF${lines}`);
    expect(out).toContain('outcome             hire\n');
    expect(out).toContain('s1         impact     4     3');
    expect(out).not.toContain('undefined');
  });

  it.each([
    [
      'a level off the scale',
      lines.replace('"level": 1', '"level": 9'),
      /^\/packet\.json:31: \/scorecards\/0\/ratings\/1\/level: must be a whole number from 1 to 4\n$/,
    ],
    ['several faults', '{"rubric": 1,\n"scorecards": 2}', /^\/packet\.json:1: \/rubric: must be an object \(and 1 more\)\n$/],
    ['a member left out', '{\n"scorecards": []}', /^\/packet\.json:1: \/rubric: "rubric" is missing\n$/],
    ['broken JSON', '{"rubric": {\n  "scale": }}', /^\/packet\.json:2: \/rubric\/scale: is not JSON: value expected\n$/],
    ['JSON cut off', '{"rubric": {', /^\/packet\.json:1: .*is not JSON: .*\n$/],
    ['an empty file', '', /^\/packet\.json:1: \/: is not JSON: value expected\n$/],
    ['a comment', '{} // later', /^\/packet\.json:1: \/: is not JSON: invalid comment token\n$/],
    ['NaN', '{"rubric":\nNaN}', /^\/packet\.json:2: \/rubric: is not JSON: invalid symbol\n$/],
    ['a member given twice', '{"rubric": 1,\n"rubric": 2}', /^\/packet\.json:2: \/rubric: is given twice\n$/],
    ['a line break in a name', '{"rubric": 1, "a\\nb": 2, "a\\nb": 3}', /^\/packet\.json:1: \/a\\nb: is given twice\n$/],
    ['endless nesting', '['.repeat(100_000), /^\/packet\.json:1: \/: is nested deeper than 500\n$/],
    ['bytes that are not text', Uint8Array.of(0x7b, 0x0a, 0xff, 0x7d), /^\/packet\.json:2: is not UTF-8 text\n$/],
  ])('refuses %s with one line and exit 2', async (_what, text, reason) => {
    const { out, err, exit } = await run(text, '--json');
    expect([out, exit]).toEqual(['', 2]);
    expect(err).toMatch(reason);
  });

  it('refuses a file that is not there', async () => {
    expect(await runOn(join(folder, 'nothing.json'))).toEqual({
      out: '',
      err: '/nothing.json: no such file\n',
      exit: 2,
    });
  });
});
