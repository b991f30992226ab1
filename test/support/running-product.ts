import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** The built product as its own process, as a person starts it. */
export class RunningProduct {
  private constructor(
    private readonly child: ChildProcess,
    readonly address: string,
    /** Everything it told the person at the terminal. */
    readonly said: () => string,
  ) {}

  /** Starts it on a free port and waits until it says where it is. */
  static async start(environment: Readonly<Record<string, string>>, flags: readonly string[] = []): Promise<RunningProduct> {
    const child = spawn(process.execPath, [CLI, 'start', ...flags], {
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: '0', LOG_LEVEL: 'silent', ...environment },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let text = '';
    const address = await new Promise<string>((found, failed) => {
      child.stderr?.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        const ready = /ready at (http:\/\/\S+)[\s\S]*\n$/.exec(text)?.[1];
        if (ready) found(ready);
      });
      child.on('exit', (code) => failed(new Error(`It ended with ${String(code)} and said:\n${text}`)));
    });
    return new RunningProduct(child, address, () => text);
  }

  /** Sends a signal and waits for the end; answers the exit code, or null when the signal ended it. */
  end(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    const ended = new Promise<number | null>((done) => this.child.on('exit', (code) => done(code)));
    this.child.kill(signal);
    return ended;
  }
}

/** The process of the embedded database on this data folder, while it runs. */
export function databaseProcess(dataFolder: string): number | undefined {
  const file = join(dataFolder, 'postgres', 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  try {
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}
