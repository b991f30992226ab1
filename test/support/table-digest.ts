import type { TestApp } from './test-app.js';

/** Written by asking, whatever the answer. */
const OF_ASKING = ['sessions', 'rotated_session_secrets', 'idempotency_keys', 'sign_in_attempts', 'known_devices'];

/** A hash of all rows of each table, to see whether anything was written. */
export async function tableDigest(app: TestApp): Promise<Record<string, string>> {
  const tables = await app.rows<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all($1) order by 1`,
    [OF_ASKING],
  );
  const hashes = tables.map(
    ({ name }) => `select '${name}' as name, md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as hash from "${name}" t`,
  );
  const rows = await app.rows<{ name: string; hash: string }>(hashes.join(' union all '));
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}
