#!/usr/bin/env node
import 'reflect-metadata';
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { registerAccess } from './commands/access.command.js';
import { registerAdverseImpact } from './commands/adverse-impact.command.js';
import { registerAgreement } from './commands/agreement.command.js';
import { registerDeadline } from './commands/deadline.command.js';
import { registerRecommend } from './commands/recommend.command.js';
import { registerServer } from './commands/server.command.js';
import { registerSeverity } from './commands/severity.command.js';

/** The `plumbline` command: the server, the operator's tools, and the arithmetic on files. */
export function createCli(): Command {
  const program = new Command('plumbline').description('Turns independent interview scorecards into a decision a company can defend.');
  // A usage fault is bad input like any other: one line, exit 2. Set first, so that every command inherits it.
  program.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
  registerServer(program);
  registerAccess(program);
  registerRecommend(program);
  registerAgreement(program);
  registerSeverity(program);
  registerAdverseImpact(program);
  registerDeadline(program);
  return program;
}

// Output piped into `head` ends early: that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await createCli().parseAsync();
