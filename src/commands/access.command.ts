import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Actor, systemActor } from '../domain/actor.js';
import { Refusal } from '../domain/refusal.js';
import { failInput, printJson, printText, runCommand } from './command-io.js';

interface Output {
  readonly json?: boolean;
}

interface BreakGlassFlags extends Output {
  readonly reader: string;
  readonly reason: string;
  readonly minutes: string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** The operator's way back in when nobody can get in by themselves. Everything is recorded as the operator's act. */
export function registerAccess(program: Command): void {
  program
    .command('user:link')
    .description('make a one-time link, good for a day, with which a user chooses a new password')
    .argument('<email>')
    .option('--json', 'one JSON document')
    .action(runCommand((email: string, flags: Output) => act(flags, 'EMAIL', (app, actor) => linkFor(app, actor, email))));
  program
    .command('user:admin')
    .description('make an active user an admin')
    .argument('<email>')
    .option('--json', 'one JSON document')
    .action(runCommand((email: string, flags: Output) => act(flags, 'EMAIL', (app, actor) => makeAdmin(app, actor, email))));
  program
    .command('user:unlock')
    .description('forget the failed attempts to sign in to an account')
    .argument('<email>')
    .option('--json', 'one JSON document')
    .action(runCommand((email: string, flags: Output) => act(flags, 'EMAIL', (app, actor) => unlock(app, actor, email))));
  program
    .command('break-glass')
    .description('let an admin without a conflict of interest read an application, where every admin in office has one; announced')
    .argument('<application>', 'id of the application')
    .requiredOption('--reader <email>', 'who reads; make them admin first')
    .requiredOption('--reason <text>', 'why; hiring manager, recruiter and the record are told')
    .option('--minutes <n>', '1 to 240', '60')
    .option('--json', 'one JSON document')
    .action(
      runCommand((application: string, flags: BreakGlassFlags) =>
        act(flags, 'APPLICATION', (app, actor) => breakGlass(app, actor, application, flags)),
      ),
    );
}

interface Done {
  readonly words: string;
  readonly document: Readonly<Record<string, unknown>>;
}

/** Runs one act of the operator; a refusal is bad input, named by the argument it is about. */
async function act(flags: Output, argument: string, work: (app: NestFastifyApplication, actor: Actor) => Promise<Done>): Promise<void> {
  const { withProduct } = await import('./operator-product.js');
  try {
    const done = await withProduct(process.env, say, (app) => work(app, systemActor('cli', randomUUID())));
    if (flags.json) printJson(done.document);
    else printText(done.words);
  } catch (error) {
    if (error instanceof Refusal) failInput('', null, argument, error.message);
    throw error;
  }
}

async function linkFor(app: NestFastifyApplication, actor: Actor, email: string): Promise<Done> {
  const { PasswordLinkService } = await import('../access/password-link.service.js');
  const { url, expiresAt } = await app.get(PasswordLinkService).forEmail(actor, email);
  return { words: `${url}\nWorks once, until ${expiresAt.toISOString()}.`, document: { link: url, expiresAt } };
}

async function makeAdmin(app: NestFastifyApplication, actor: Actor, email: string): Promise<Done> {
  const { UsersService } = await import('../access/users.service.js');
  await app.get(UsersService).makeAdmin(actor, email);
  return { words: `${email} is an admin now.`, document: { email, siteRole: 'admin' } };
}

async function unlock(app: NestFastifyApplication, actor: Actor, email: string): Promise<Done> {
  const { UnlockService } = await import('../access/unlock.service.js');
  await app.get(UnlockService).unlock(actor, { email });
  return { words: `${email} may try to sign in again at once.`, document: { email, unlocked: true } };
}

async function breakGlass(app: NestFastifyApplication, actor: Actor, applicationId: string, flags: BreakGlassFlags): Promise<Done> {
  if (!UUID.test(applicationId)) failInput('', null, 'APPLICATION', `"${applicationId}" is not an id`);
  const minutes = /^\d{1,3}$/.test(flags.minutes) ? Number(flags.minutes) : 0;
  if (minutes < 1 || minutes > 240) failInput('', null, '--minutes', `"${flags.minutes}" is not a number of minutes from 1 to 240`);
  if (flags.reason.trim() === '') failInput('', null, '--reason', 'is blank');
  const { BreakGlassService } = await import('../access/break-glass.service.js');
  const { UsersReader } = await import('../access/users.reader.js');
  const reader = await app.get(UsersReader).credentials(flags.reader);
  if (!reader) failInput('', null, '--reader', 'names no active user');
  const grantId = await app.get(BreakGlassService).open(actor, reader.userId, applicationId, { reason: flags.reason, minutes });
  return {
    words: `${flags.reader} may read for ${minutes} minutes. Hiring manager and recruiter are told.`,
    document: { grantId, reader: flags.reader, minutes },
  };
}
