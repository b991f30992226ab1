import { Injectable } from '@nestjs/common';
import { sha256Hex } from '../domain/audit/canonical-json.js';
import type { NeutralPerson } from '../domain/import/neutral-record.js';
import { newId } from '../platform/new-id.js';
import { sql } from '../platform/statement.js';
import { ImportEventsStore, inImport } from './import-events.store.js';
import type { ImportRun } from './import-run.js';

const KNOWN = sql`select target_id as id from external_ids where system = $1 and kind = 'user' and external_id = $2`;
const BY_EMAIL = sql`select id from users where lower(email) = lower($1)`;
/** What the source's own list of users says of them, where the files hold it. */
const LISTED = sql`
  select content->>'name' as name, content->>'email' as email from import_rows where import_id = $1 and kind = 'user' and external_id = $2 and nth = 1`;
const MAKE = sql`
  insert into users (id, email, name, site_role, status, created_at, deactivated_at) values ($1, $2, $3, 'member', 'deactivated', $4, $4)`;
const KNOW = sql`
  insert into external_ids (system, kind, external_id, target_id, content_hash, import_id) values ($1, 'user', $2, $3, '', $4)
  on conflict (system, kind, external_id) do nothing`;

export interface ImportedAuthor {
  readonly id: string;
  /** Kept under an account that nobody can sign in to. */
  readonly isNew: boolean;
}

/** Finds the user who wrote an imported card; whoever has no account gets a deactivated one, so that the card has its author. */
@Injectable()
export class ImportedAuthors {
  constructor(private readonly events: ImportEventsStore) {}

  async authorOf(run: ImportRun, author: NeutralPerson): Promise<ImportedAuthor> {
    const { tx, one } = run;
    const external = author.id ?? `name:${sha256Hex(JSON.stringify([author.email?.toLowerCase() ?? null, author.name])).slice(0, 32)}`;
    const [known] = await tx.query<{ id: string }>(KNOWN, [one.system, external]);
    if (known) return { id: known.id, isNew: false };
    const [listed] = await tx.query<{ name: string; email: string | null }>(LISTED, [one.id, external]);
    const email = author.email ?? listed?.email ?? null;
    const [byEmail] = email === null ? [] : await tx.query<{ id: string }>(BY_EMAIL, [email]);
    const id = byEmail?.id ?? (await this.make(run, external, author.name || (listed?.name ?? '') || external, email));
    await tx.query(KNOW, [one.system, external, id, one.id]);
    return { id, isNew: byEmail === undefined };
  }

  private async make({ tx, one, actor, now }: ImportRun, external: string, name: string, email: string | null): Promise<string> {
    const id = newId();
    const address = email ?? `${sha256Hex(`${one.system}|${external}`).slice(0, 24)}@imported.invalid`;
    await tx.query(MAKE, [id, address, name, now]);
    const payload = inImport(one.id, { email: address, name, siteRole: 'member' as const, how: 'loaded' as const });
    await this.events.append(tx, actor, now, [{ type: 'user.created', subject: { kind: 'user', id }, payload }]);
    return id;
  }
}
