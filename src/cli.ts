#!/usr/bin/env node
import 'reflect-metadata';
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { registerDeadline } from './commands/deadline.command.js';
import { registerServer } from './commands/server.command.js';

/** The `plumbline` command: the server, the operator's tools, and the arithmetic on files. */
export function createCli(): Command {
  const program = new Command('plumbline').description('Turns independent interview scorecards into a decision a company can defend.');
  registerServer(program);
  registerDeadline(program);
  return program;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await createCli().parseAsync();
