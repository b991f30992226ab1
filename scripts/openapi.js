#!/usr/bin/env node
// `npm run openapi`: writes openapi.json from the built product, on a throw-away embedded database.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root } from './prepare.js';

ensureInstalled();
ensureBuilt();
const { startEmbeddedPostgres } = await import('../dist/platform/embedded-postgres.js');
const { migrate } = await import('../dist/platform/migrations.js');
const folder = mkdtempSync(join(tmpdir(), 'plumbline-openapi-'));
const server = await startEmbeddedPostgres({ folder, settings: ['fsync=off'] });
try {
  const { url } = await server.openDatabase(async ({ ownerUrl }) => void (await migrate(ownerUrl, 'plumbline_app')));
  const result = spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'openapi'], {
    env: { ...process.env, DATABASE_URL: url },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.status !== 0) throw new Error(result.stderr);
  writeFileSync(join(root, 'openapi.json'), `${JSON.stringify(JSON.parse(result.stdout), null, 2)}\n`);
  console.log('Wrote openapi.json');
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
