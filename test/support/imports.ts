import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BackgroundWorker } from '../../src/outbox/background-worker.service.js';
import type { TestApp, TestUser } from './test-app.js';

type Json = Record<string, unknown>;

/** A payload as its vendor documents it. */
export function payload(name: string): unknown {
  return JSON.parse(readFileSync(fileURLToPath(new URL(`../reference/ats-exports/${name}.json`, import.meta.url)), 'utf8'));
}

/** The same with some members said otherwise: the examples of one vendor do not hang together by their ids. */
export function payloadWith(name: string, changes: Json): Json {
  return { ...(payload(name) as Json), ...changes };
}

export interface UploadedFile {
  readonly name: string;
  readonly content: string | Buffer;
}

/** Uploads files and lets the background read them. Answers the import as it stands then. */
export async function uploadImport(
  app: TestApp,
  by: TestUser,
  source: string,
  files: readonly UploadedFile[],
  system?: string,
): Promise<Json & { id: string }> {
  const sent = app.as(by).post('/imports').field('source', source);
  if (system !== undefined) sent.field('system', system);
  for (const { name, content } of files) sent.attach('file', Buffer.from(content), name);
  const { body } = await sent.expect(201);
  return settled(app, by, body.id);
}

/** The import after everything due was done. */
export async function settled(app: TestApp, by: TestUser, id: string): Promise<Json & { id: string }> {
  await app.app.get(BackgroundWorker).runDue();
  return (await app.as(by).get(`/imports/${id}`).expect(200)).body;
}

export async function mapImport(app: TestApp, by: TestUser, id: string, mapping: Json): Promise<Json & { id: string }> {
  await app.as(by).post(`/imports/${id}/mapping`, mapping).expect(200);
  return settled(app, by, id);
}

export async function runImport(app: TestApp, by: TestUser, id: string): Promise<Json & { id: string }> {
  await app.as(by).post(`/imports/${id}/run`, {}).expect(200);
  return settled(app, by, id);
}

/** The report's rows, as `kind externalId action code`. */
export async function reportLines(app: TestApp, by: TestUser, id: string): Promise<string[]> {
  const { body } = await app.as(by).get(`/imports/${id}/report?limit=200`).expect(200);
  return (body.items as { kind: string; externalId: string; action: string; code: string | null }[]).map((row) =>
    [row.kind, row.externalId, row.action, row.code].filter((part) => part !== null).join(' '),
  );
}

/** How many rows each of the tables holds that an import writes. */
export async function tableCounts(app: TestApp): Promise<Record<string, number>> {
  const tables = ['jobs', 'candidates', 'applications', 'interviews', 'scorecards', 'private_notes', 'external_ids'];
  const [row] = await app.rows<Record<string, number>>(`select ${tables.map((name) => `(select count(*)::int from ${name}) as ${name}`).join(', ')}`);
  return row ?? {};
}
