import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The product as a process of its own, the way an operator starts it. */
export class ServerProcess {
  private said = '';

  private constructor(
    private readonly child: ChildProcess,
    private readonly exited: Promise<unknown>,
  ) {
    child.stderr?.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
    child.stdout?.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
  }

  static start(environment: Readonly<Record<string, string>>): ServerProcess {
    const hooks = file('./typescript-hooks.js');
    const child = spawn(process.execPath, ['--no-warnings', '--import', hooks, file('../../src/cli.ts'), 'start', '--no-demo'], {
      env: { PATH: process.env['PATH'] ?? '', PORT: '0', LOG_LEVEL: 'error', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new ServerProcess(child, once(child, 'exit'));
  }

  /** What it printed, for the message of a failing test. */
  get output(): string {
    return this.said;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** No last words, no clean-up: as when the power fails. */
  async kill(): Promise<void> {
    if (this.isRunning) this.child.kill('SIGKILL');
    await this.exited;
  }

  /** Asked to stop; answers the exit code. */
  async stop(): Promise<number | null> {
    if (this.isRunning) this.child.kill('SIGTERM');
    await this.exited;
    return this.child.exitCode;
  }
}
