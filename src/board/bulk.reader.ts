import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import type { BulkRequest } from '../domain/board/bulk-request.js';
import { notFound, type RefusalCode } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export interface BulkItemRow {
  applicationId: string;
  candidateName: string | null;
  jobTitle: string | null;
  state: 'pending' | 'changed' | 'refused';
  before: BulkStandRow | null;
  after: BulkStandRow | null;
  refusal: { code: RefusalCode; detail: string } | null;
  userName: string | null;
}

export interface BulkStandRow {
  status?: string;
  roundKey?: string | null;
  roundName?: string | null;
  userId?: string;
}

export interface BulkRunRow {
  id: string;
  request: BulkRequest;
  state: 'previewed' | 'running' | 'done';
  createdAt: Date;
  undoOf: string | null;
  undone: boolean;
  items: BulkItemRow[];
}

const RUN = sql`
  select r.id, r.request, r.state, r.created_at as "createdAt", r.undo_of as "undoOf", exists (select 1 from bulk_runs u where u.undo_of = r.id) as undone
  from bulk_runs r where r.id = $1 and r.actor_id = $2`;
/** An application that does not exist for the viewer, or no longer, looks like one that never did. */
const ITEMS = sql`
  select i.application_id as "applicationId", c.name as "candidateName", j.title as "jobTitle", u.name as "userName",
    case when v.sight is null then 'refused' else i.state end as state, case when v.sight is not null then i.before end as before,
    case when v.sight is not null then i.after end as after,
    case when v.sight is null then '{"code": "not_found", "detail": "No such application."}'::jsonb else i.refusal end as refusal
  from bulk_items i
  left join application_sight_of($2, $3, array(select application_id from bulk_items where run_id = $1)) v on v.application_id = i.application_id and v.sight <> 'absent'
  left join applications a on a.id = v.application_id
  left join candidates c on c.id = a.candidate_id
  left join jobs j on j.id = a.job_id
  left join users u on v.sight is not null and u.id = (i.after->>'userId')::uuid
  where i.run_id = $1 order by i.position`;

/** One's own bulk runs. */
@Injectable()
export class BulkReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string): Promise<BulkRunRow> {
    const [run] = await this.database.query<Omit<BulkRunRow, 'items'>>(RUN, [id, actor.userId]);
    if (!run) throw notFound('bulk run');
    return { ...run, items: await this.database.query<BulkItemRow>(ITEMS, [id, actor.userId, this.clock.now()]) };
  }
}
