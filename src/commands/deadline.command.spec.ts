import { Command } from 'commander';
import { jest } from '@jest/globals';
import { registerDeadline } from './deadline.command.js';

/** Runs the command in this process and gives what it printed and its exit code. */
async function run(...args: readonly string[]) {
  let out = '';
  let err = '';
  const stdout = jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));
  const before = process.exitCode;
  process.exitCode = undefined;
  try {
    const program = new Command('plumbline');
    registerDeadline(program);
    await program.parseAsync(['deadline', ...args], { from: 'user' });
    return { out, err, exit: process.exitCode ?? 0 };
  } finally {
    process.exitCode = before;
    stdout.mockRestore();
    stderr.mockRestore();
  }
}

const json = async (...args: readonly string[]) => JSON.parse((await run(...args, '--json')).out);

describe('plumbline deadline', () => {
  it('gives the date, the instant and each day skipped with its reason', async () => {
    expect(await json('2025-09-30T14:00:00+08:00', '--add', '1', '--calendar', 'CN', '--zone', 'Asia/Shanghai')).toEqual({
      start: '2025-09-30T14:00:00+08:00',
      day0: '2025-09-30',
      add: 1,
      calendar: 'CN',
      zone: 'Asia/Shanghai',
      known: true,
      date: '2025-10-09',
      dueAt: '2025-10-09T10:00:00.000Z',
      dueLocal: '2025-10-09T18:00:00+08:00',
      madeUp: [],
      skipped: [1, 2, 3, 4, 5, 6, 7, 8].map((day) => ({
        date: `2025-10-0${day}`,
        kind: 'holiday',
        reason: day === 6 ? 'Mid-autumn Festival (中秋)' : 'National Day (国庆节)',
      })),
    });
  });

  it('reads an instant in the zone, and without a zone as the date written', async () => {
    const start = '2026-07-14T20:30:00-07:00';
    expect(await json(start, '--add', '1', '--calendar', 'US', '--zone', 'Asia/Shanghai')).toMatchObject({
      day0: '2026-07-15',
      date: '2026-07-16',
    });
    expect(await json(start, '--add', '1', '--calendar', 'US')).toMatchObject({
      day0: '2026-07-14',
      date: '2026-07-15',
      dueAt: null,
    });
    expect(await json('2026-07-14T20:30', '--add', '1', '--calendar', 'US', '--zone', 'Asia/Shanghai')).toMatchObject({
      day0: '2026-07-14',
    });
  });

  it('counts back', async () => {
    expect(await json('2026-10-08', '--add', '-3', '--calendar', 'CN')).toMatchObject({ date: '2026-09-28' });
  });

  it('prints a table without --json', async () => {
    const { out, exit } = await run('2026-07-02', '--add', '1', '--calendar', 'us');
    expect(exit).toBe(0);
    expect(out).toContain('2026-07-06, due 2026-07-06T18:00:00');
    expect(out).toMatch(/2026-07-03 +Independence Day/);
  });

  it('says "not known" past the covered years, and exits 0', async () => {
    expect(await json('2026-12-30', '--add', '5', '--calendar', 'CN')).toMatchObject({
      known: false,
      code: 'calendar_not_known',
      date: '2027-01-01',
    });
    const { out, exit } = await run('2026-12-30', '--add', '5', '--calendar', 'CN');
    expect([out.startsWith('Not known. '), exit]).toEqual([true, 0]);
  });

  it.each([
    ['START', '2026-02-30', '1', 'US', 'UTC'],
    ['START', 'tomorrow', '1', 'US', 'UTC'],
    ['START', '2026-02-03T25:00:00Z', '1', 'US', 'UTC'],
    ['START', '2026-02-03T25:00:00', '1', 'US', 'UTC'],
    ['--add', '2026-02-03', '1.5', 'US', 'UTC'],
    ['--add', '2026-02-03', '99999', 'US', 'UTC'],
    ['--calendar', '2026-02-03', '1', 'ZZ', 'UTC'],
    ['--zone', '2026-02-03', '1', 'US', 'Nowhere'],
  ])('refuses a bad %s in one line and exits 2: %s %s %s %s', async (field, start, add, calendar, zone) => {
    const { out, err, exit } = await run(start, '--add', add, '--calendar', calendar, '--zone', zone, '--json');
    expect([out, exit, err.split('\n').length]).toEqual(['', 2, 2]);
    expect(err).toContain(field);
  });
});
