import { Injectable } from '@nestjs/common';
import { newId } from '../platform/new-id.js';
import { sql } from '../platform/statement.js';
import { ImportEventsStore, inImport } from './import-events.store.js';
import type { ImportRun } from './import-run.js';

export interface RoundForImport {
  readonly id: string;
  readonly key: string;
  readonly applicationId: string;
  readonly jobId: string;
  readonly personId: string;
}

/** A round of the plan by its name, else the one that holds what the plan has no round for. */
const FIND = sql`
  select r.id, r.key, a.id as "applicationId", a.job_id as "jobId", a.person_id as "personId"
  from applications a left join lateral (
    select r.id, r.key from application_rounds r where r.application_id = a.id and (lower(r.content->>'name') = lower($2) or r.key = 'imported')
    order by r.key = 'imported', r.position limit 1) r on true
  where a.id = $1`;
const ADD = sql`
  insert into application_rounds (id, application_id, key, position, content, status)
  select $1, $2, 'imported', coalesce(max(position), -1) + 1, $3, 'passed' from application_rounds where application_id = $2`;
const KEYS = sql`select key from application_rounds where application_id = $1 order by position`;

/** Finds an imported interview its round. What no round of the plan is named like stands in one of its own, which owes no card. */
@Injectable()
export class ImportedRounds {
  constructor(private readonly events: ImportEventsStore) {}

  async roundFor(run: ImportRun, applicationId: string, name: string): Promise<RoundForImport> {
    const [found] = await run.tx.query<RoundForImport & { id: string | null }>(FIND, [applicationId, name]);
    if (!found) throw new Error('an application of the plan is gone');
    return found.id === null ? this.add(run, found) : found;
  }

  private async add({ tx, one, actor, now }: ImportRun, application: RoundForImport): Promise<RoundForImport> {
    const id = newId();
    const { applicationId, jobId, personId } = application;
    const content = {
      key: 'imported',
      name: 'Imported',
      minutes: 60,
      focus: `Interviews held in ${one.system}`,
      targetDay: 0,
      panel: [],
      owesCard: false,
    };
    await tx.query(ADD, [id, applicationId, JSON.stringify(content)]);
    const order = (await tx.query<{ key: string }>(KEYS, [applicationId])).map((row) => row.key);
    const subject = { kind: 'application', id: applicationId, applicationId, jobId, personId } as const;
    await this.events.append(tx, actor, now, [{ type: 'round.added', subject, payload: inImport(one.id, { key: 'imported', order, content }) }]);
    return { id, key: 'imported', applicationId, jobId, personId };
  }
}
