/**
 * Working days must not depend on the time zone the server happens to run in; the holiday packages partly do. A process
 * takes its zone once, so each zone is asked in a process of its own, on the same sources compiled aside.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformFileSync } from '@swc/core';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const CACHE = fileURLToPath(new URL('../../../node_modules/.cache', import.meta.url));

const ASK = `
import { businessCalendar } from './timeline/business-calendar.js';
import { createHash } from 'node:crypto';
const answers = [];
for (const [country, from, to] of [['CN', 2007, 2026], ['US', 2021, 2028], ['SA', 2024, 2026], ['CL', 2024, 2026], ['IL', 2020, 2022]]) {
  const { dayOf } = businessCalendar({ country });
  for (let t = Date.UTC(from, 0, 1); t < Date.UTC(to + 1, 0, 1); t += 864e5) answers.push(dayOf(new Date(t).toISOString().slice(0, 10)).kind);
}
process.stdout.write(answers.length + ' ' + createHash('sha256').update(answers.join()).digest('hex'));
`;

describe('working days', () => {
  let folder = '';

  beforeAll(() => {
    mkdirSync(CACHE, { recursive: true });
    folder = mkdtempSync(join(CACHE, 'plumbline-zone-'));
    mkdirSync(join(folder, 'timeline'));
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    const sources = readdirSync(HERE).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
    for (const name of [...sources.map((each) => `timeline/${each}`), 'refusal.ts']) {
      const { code } = transformFileSync(join(HERE, '..', name), {
        configFile: false,
        swcrc: false,
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'es6' },
      });
      writeFileSync(join(folder, name.replace(/\.ts$/, '.js')), code);
    }
    writeFileSync(join(folder, 'ask.js'), ASK);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are the same whatever zone the server runs in', () => {
    const zones = ['UTC', 'America/Los_Angeles', 'America/Santiago', 'Pacific/Apia'];
    const answers = zones.map((zone) =>
      execFileSync(process.execPath, [join(folder, 'ask.js')], {
        env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
        encoding: 'utf8',
      }),
    );
    expect(answers[0]).toMatch(/^\d{5} [0-9a-f]{64}$/);
    expect(new Set(answers).size).toBe(1);
  });
});
