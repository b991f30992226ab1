import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../domain/events/events.js';
import type { NeutralCandidate } from '../domain/import/neutral-record.js';
import { sql } from '../platform/statement.js';
import { ImportEventsStore, inImport } from './import-events.store.js';
import type { ImportRun, PlannedRow } from './import-run.js';
import { PlannedRowsStore } from './planned-rows.store.js';

const FIELDS = { fragment: true, text: `(id uuid, "externalId" text, name text, email text, phone text, location text, links text[])` } as const;
/** An employee who is a candidate is conflicted on themselves, as when a person makes the record. */
const MAKE = sql`
  insert into candidates (id, person_id, name, email, phone, location, links, user_id, imported_from, source_id, created_by, created_at)
  select n.id, n.id, n.name, n.email, n.phone, n.location, coalesce(n.links, '{}'), u.id, $2, n."externalId", $3, $4
  from jsonb_to_recordset($1::jsonb) as n ${FIELDS} left join users u on lower(u.email) = lower(n.email)
  returning id, user_id as "userId"`;
const CONFLICTS = sql`
  insert into conflicts (id, user_id, person_id, source, reason, recorded_by, recorded_at)
  select gen_random_uuid(), c.user_id, c.id, 'linked_employee', 'same e-mail address', $2, $3 from candidates c
  where c.id = any($1) and c.user_id is not null returning id, user_id as "userId", person_id as "personId"`;
/** The source says which of its users the person is: known here by their e-mail address. */
const LINKED = sql`
  insert into conflicts (id, user_id, person_id, source, reason, recorded_by, recorded_at)
  select distinct on (x.target_id, l.candidate) gen_random_uuid(), x.target_id, l.candidate, 'linked_employee', 'linked at the source', $4, $5
  from unnest($2::text[], $3::uuid[]) as l (external, candidate)
  join external_ids x on x.system = $1 and x.kind = 'user' and x.external_id = l.external
  on conflict (user_id, person_id, source) where withdrawn_at is null do nothing returning id, user_id as "userId", person_id as "personId"`;
const CHANGE = sql`
  with before as materialized (
    select c.id, jsonb_build_object('name', c.name, 'email', c.email, 'phone', c.phone, 'location', c.location, 'links', c.links) as told
    from jsonb_to_recordset($1::jsonb) as n ${FIELDS} join candidates c on c.id = n.id for update of c)
  update candidates c set name = n.name, email = n.email, phone = n.phone, location = n.location, links = coalesce(n.links, '{}'), version = c.version + 1
  from jsonb_to_recordset($1::jsonb) as n ${FIELDS} join before b on b.id = n.id where c.id = n.id
  returning c.id, c.version, c.person_id as "personId", b.told as before`;

/** Makes and changes the candidates of an import, a batch at a time. */
@Injectable()
export class RunCandidates {
  constructor(
    private readonly rows: PlannedRowsStore,
    private readonly events: ImportEventsStore,
  ) {}

  async run(run: ImportRun, batch: readonly PlannedRow<NeutralCandidate>[]): Promise<void> {
    const versions = new Map<string, number>();
    const made = batch.filter((row) => row.action === 'make');
    const changed = batch.filter((row) => row.action === 'change');
    if (made.length > 0) await this.make(run, made, versions);
    if (changed.length > 0) await this.change(run, changed, versions);
    await this.rows.know(run, 'candidate', batch, (row) => (row.action === 'unchanged' ? null : (versions.get(row.targetId) ?? null)));
  }

  private async make(
    { tx, one, actor, now }: ImportRun,
    rows: readonly PlannedRow<NeutralCandidate>[],
    versions: Map<string, number>,
  ): Promise<void> {
    const made = await tx.query<{ id: string; userId: string | null }>(MAKE, [values(rows), one.system, actor.userId, now]);
    const users = new Map(made.map(({ id, userId }) => [id, userId]));
    const ids = rows.map((row) => row.targetId);
    const own = await tx.query<Conflict>(CONFLICTS, [ids, actor.userId, now]);
    const links = rows.flatMap((row) => row.content.linkedUsers.map((external) => ({ external, id: row.targetId })));
    const linked =
      links.length === 0
        ? []
        : await tx.query<Conflict>(LINKED, [one.system, links.map((link) => link.external), links.map((link) => link.id), actor.userId, now]);
    const created = rows.map(({ targetId, content: { name, email } }): DomainEvent => {
      versions.set(targetId, 1);
      const payload = inImport(one.id, { name, email, userId: users.get(targetId) ?? null });
      return { type: 'candidate.created', subject: { kind: 'candidate', id: targetId, personId: targetId }, payload };
    });
    const related = [...own, ...linked].map(({ id, userId, personId }): DomainEvent => {
      const payload = inImport(one.id, { conflictId: id, userId, source: 'linked_employee' });
      return { type: 'conflict.recorded', subject: { kind: 'candidate', id: personId, personId }, payload };
    });
    await this.events.appendMany(tx, actor, now, [...created, ...related]);
  }

  private async change(
    { tx, one, actor, now }: ImportRun,
    rows: readonly PlannedRow<NeutralCandidate>[],
    versions: Map<string, number>,
  ): Promise<void> {
    const changed = await tx.query<{ id: string; version: number; personId: string; before: Record<string, unknown> }>(CHANGE, [values(rows)]);
    const after = new Map(rows.map((row) => [row.targetId, fields(row.content)]));
    const events = changed.map(({ id, version, personId, before }): DomainEvent => {
      versions.set(id, version);
      const payload = inImport(one.id, { before, after: after.get(id) ?? {} });
      return { type: 'candidate.changed', subject: { kind: 'candidate', id, personId }, payload };
    });
    await this.events.appendMany(tx, actor, now, events);
  }
}

interface Conflict {
  readonly id: string;
  readonly userId: string;
  readonly personId: string;
}

function fields({ name, email, phone, location, links }: NeutralCandidate) {
  return { name, email, phone, location, links };
}

function values(rows: readonly PlannedRow<NeutralCandidate>[]): string {
  return JSON.stringify(rows.map(({ targetId, externalId, content }) => ({ id: targetId, externalId, ...fields(content) })));
}
