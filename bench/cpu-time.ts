/** Processor time of processes, where the system tells (Linux): steadier than the clock on a machine that does other things too. */
import { readFileSync, readdirSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

interface Process {
  readonly parent: number;
  readonly milliseconds: number;
  /** Of its children that have ended. */
  readonly endedChildren: number;
}

function processOf(pid: number | string): Process | undefined {
  try {
    // After the name, which may hold anything: state, parent, …; user and system time are the 12th and 13th, those of ended children follow.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    const time = (user: number) => ((Number(fields[user]) + Number(fields[user + 1])) * 1000) / TICKS_PER_SECOND;
    return { parent: Number(fields[1]), milliseconds: time(11), endedChildren: time(13) };
  } catch {
    return undefined;
  }
}

/** Milliseconds so far of a process; NaN where the system does not tell. */
export function cpuOf(pid: number): number {
  return processOf(pid)?.milliseconds ?? NaN;
}

/** Milliseconds so far of the children of a process, living and ended: the connections of a PostgreSQL server. */
export function cpuOfChildren(pid: number): number {
  const parent = processOf(pid);
  if (!parent) return NaN;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => processOf(name));
  return children.reduce((sum, child) => sum + (child?.parent === pid ? child.milliseconds : 0), parent.endedChildren);
}
