import { Injectable } from '@nestjs/common';
import { currentRound, OPEN_STATUSES, type RoundState } from '../domain/application/application-life.js';
import type { DomainEvent } from '../domain/events/events.js';
import type { InterviewPlanContent } from '../domain/interview-plan.js';
import type { NeutralApplication } from '../domain/import/neutral-record.js';
import { placeRounds, roundForStage } from '../domain/import/round-placement.js';
import { sql } from '../platform/statement.js';
import { ImportEventsStore, inImport } from './import-events.store.js';
import type { ImportRun, PlannedRow } from './import-run.js';
import { PlannedRowsStore } from './planned-rows.store.js';

interface JobParts {
  readonly id: string;
  readonly rubricVersionId: string;
  readonly visibilityPolicy: string;
  readonly planId: string;
  readonly plan: InterviewPlanContent;
}

interface Placed {
  readonly row: PlannedRow<NeutralApplication>;
  readonly job: JobParts;
  readonly rounds: readonly RoundState[];
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

const JOB = sql`
  select j.id, j.rubric_version_id as "rubricVersionId", j.visibility_policy as "visibilityPolicy", p.id as "planId", p.content as plan
  from jobs j join interview_plans p on p.id = j.plan_id where j.id = any($1) and j.rubric_version_id is not null for share of j`;
const FIELDS = {
  fragment: true,
  text: `(id uuid, candidate uuid, job uuid, status text, "currentRoundKey" text, source text, reason text, "externalId" text, "startedAt" timestamptz,
    "endedAt" timestamptz, rounds jsonb)`,
} as const;
const MAKE = sql`
  insert into applications (id, candidate_id, person_id, job_id, status, rubric_version_id, visibility_policy, debrief_policy, deadlines, source, current_round_key,
    reason_code, reason, previous_application_id, last_activity_at, started_by, started_at, stage_changed_at, ended_at, imported_from, source_id)
  select n.id, c.id, c.person_id, j.id, n.status, j.rubric_version_id, j.visibility_policy, j.debrief_policy, coalesce(p.content->'deadlines', '{}'), n.source,
    n."currentRoundKey", case when n."endedAt" is not null then 'other' end, nullif(n.reason, ''),
    (select b.id from applications b where b.person_id = c.person_id and b.job_id = j.id order by b.started_at desc, b.id limit 1),
    coalesce(n."endedAt", n."startedAt"), $3, n."startedAt", coalesce(n."endedAt", n."startedAt"), n."endedAt", $2, n."externalId"
  from jsonb_to_recordset($1::jsonb) as n ${FIELDS}
  join candidates c on c.id = n.candidate join jobs j on j.id = n.job join interview_plans p on p.id = j.plan_id
  returning id, previous_application_id as previous`;
const DEBRIEFS = sql`insert into debriefs (id, application_id, created_at) select gen_random_uuid(), a, $2 from unnest($1::uuid[]) as a`;
/** The plan's rounds are copied where they are, without a way through this process; each plan is taken apart once a batch. */
const ROUNDS = sql`
  with named as materialized (select * from jsonb_to_recordset($1::jsonb) as n ${FIELDS}),
  planned as materialized (
    select j.id as job, r.number, r.content->>'key' as key, r.content,
      (select k from jsonb_array_elements(p.kits) k where k->>'round' = r.content->>'key' limit 1) as kit
    from jobs j join interview_plans p on p.id = j.plan_id
    cross join lateral jsonb_array_elements(p.content->'rounds') with ordinality as r (content, number)
    where j.id = any (array(select distinct job from named)))
  insert into application_rounds (id, application_id, key, position, content, kit, status, outcome)
  select gen_random_uuid(), n.id, r.key, r.number - 1, r.content, r.kit,
    n.rounds->(r.number::integer - 1)->>'status', n.rounds->(r.number::integer - 1)->>'outcome'
  from named n join planned r on r.job = n.job`;
const CHANGE = sql`
  with before as materialized (
    select a.id, a.person_id, jsonb_build_object('status', a.status, 'currentRoundKey', a.current_round_key) as told
    from applications a where a.id = $1 for update)
  update applications a set status = $2, current_round_key = $3, source = $4, reason_code = case when $5::timestamptz is not null then 'other' end, reason = nullif($6, ''),
    ended_at = $5, stage_changed_at = $7, version = a.version + 1
  from before b where a.id = b.id returning a.version, b.person_id as "personId", a.job_id as "jobId", b.told as before`;
const SAVED_ROUNDS = sql`
  select r.key, coalesce(r.content->>'name', r.key) as name from application_rounds r where r.application_id = $1 and r.key <> 'imported' order by r.position`;
const SET_ROUND = sql`update application_rounds set status = $3, outcome = $4 where application_id = $1 and key = $2`;

/** Makes and changes the applications of an import, a batch at a time. */
@Injectable()
export class RunApplications {
  constructor(
    private readonly rows: PlannedRowsStore,
    private readonly events: ImportEventsStore,
  ) {}

  async run(run: ImportRun, batch: readonly PlannedRow<NeutralApplication>[]): Promise<void> {
    const versions = new Map<string, number>();
    const made = batch.filter((row) => row.action === 'make');
    if (made.length > 0) await this.make(run, made, versions);
    for (const row of batch) if (row.action === 'change') versions.set(row.targetId, await this.change(run, row));
    await this.rows.know(run, 'application', batch, (row) => versions.get(row.targetId) ?? null);
  }

  private async make(run: ImportRun, rows: readonly PlannedRow<NeutralApplication>[], versions: Map<string, number>): Promise<void> {
    const { tx, one, actor, now } = run;
    const found = await tx.query<JobParts>(JOB, [[...new Set(rows.map((row) => row.secondId))]]);
    const jobs = new Map(found.map((job) => [job.id, job]));
    const placed = rows.map((row) => place(run, row, jobs.get(row.secondId ?? '')));
    const values = JSON.stringify(placed.map(valuesOf));
    const made = await tx.query<{ id: string; previous: string | null }>(MAKE, [values, one.system, actor.userId]);
    if (made.length !== rows.length) throw new Error('a candidate or job of the plan is gone');
    await tx.query(DEBRIEFS, [rows.map((row) => row.targetId), now]);
    await tx.query(ROUNDS, [values]);
    for (const row of rows) versions.set(row.targetId, 1);
    const previous = new Map(made.map((row) => [row.id, row.previous]));
    const told = placed.flatMap((one) => eventsOf(run, one, previous.get(one.row.targetId) ?? null));
    await this.events.appendMany(tx, actor, now, told);
  }

  private async change(run: ImportRun, { targetId, content }: PlannedRow<NeutralApplication>): Promise<number> {
    const { tx, one, actor, now } = run;
    const named = await tx.query<{ key: string; name: string }>(SAVED_ROUNDS, [targetId]);
    const rounds = placeRounds(named, content.status, roundForStage(named, content.stage, one.settings.rounds));
    const currentRoundKey = currentRound(rounds);
    const endedAt = endOf(run, content, now);
    const values = [targetId, content.status, currentRoundKey, content.source, endedAt, content.reason, now];
    const [changed] = await tx.query<{
      version: number;
      personId: string;
      jobId: string;
      before: { status: string; currentRoundKey: string | null };
    }>(CHANGE, values);
    if (!changed) throw new Error('an application of the plan is gone');
    for (const round of rounds) await tx.query(SET_ROUND, [targetId, round.key, round.status, round.outcome]);
    const subject = { kind: 'application', id: targetId, applicationId: targetId, jobId: changed.jobId, personId: changed.personId } as const;
    const payload = inImport(one.id, {
      move: MOVE_TO[content.status],
      reasonCode: 'other',
      roundKey: changed.before.currentRoundKey,
      before: changed.before,
      after: { status: content.status, currentRoundKey },
    });
    await this.events.append(tx, actor, now, [{ type: 'application.moved', subject, payload }]);
    return changed.version;
  }
}

const MOVE_TO: Readonly<Record<NeutralApplication['status'], string>> = {
  active: 'advance',
  on_hold: 'hold',
  offered: 'offer',
  hired: 'hire',
  rejected: 'reject',
  withdrawn: 'withdraw',
};

function endOf({ now }: ImportRun, { status, endedAt }: NeutralApplication, otherwise: Date): Date | null {
  if (OPEN_STATUSES.includes(status)) return null;
  const said = endedAt === null ? otherwise : new Date(endedAt);
  return said > now ? now : said;
}

/** Nothing has begun or ended in the future, and nothing ended before it began. */
function place(run: ImportRun, row: PlannedRow<NeutralApplication>, job: JobParts | undefined): Placed {
  if (!job) throw new Error('a job of the plan is gone');
  const { content } = row;
  const said = content.startedAt === null ? run.now : new Date(content.startedAt);
  const startedAt = said > run.now ? run.now : said;
  const ended = endOf(run, content, startedAt);
  const rounds = placeRounds(job.plan.rounds, content.status, roundForStage(job.plan.rounds, content.stage, run.one.settings.rounds));
  return { row, job, rounds, startedAt, endedAt: ended !== null && ended < startedAt ? startedAt : ended };
}

function valuesOf({ row, job, rounds, startedAt, endedAt }: Placed) {
  const { status, source, reason } = row.content;
  return {
    id: row.targetId,
    candidate: row.parentId,
    job: job.id,
    status,
    currentRoundKey: currentRound(rounds),
    source,
    reason,
    externalId: row.externalId,
    startedAt,
    endedAt,
    rounds: rounds.map((round) => ({ status: round.status, outcome: round.outcome })),
  };
}

function eventsOf({ one }: ImportRun, { row, job, rounds, endedAt }: Placed, previousApplicationId: string | null): DomainEvent[] {
  const id = row.targetId;
  const subject = { kind: 'application', id, applicationId: id, jobId: job.id, personId: row.parentId ?? id } as const;
  const { rubricVersionId, visibilityPolicy, planId } = job;
  const keys = rounds.map((round) => round.key);
  const { status, source } = row.content;
  const started = inImport(one.id, { rubricVersionId, visibilityPolicy, planId, rounds: keys, source, previousApplicationId });
  const first: DomainEvent = { type: 'application.started', subject, payload: started };
  const currentRoundKey = currentRound(rounds);
  if (status === 'active' && currentRoundKey === keys[0] && endedAt === null) return [first];
  const before = { status: 'active', currentRoundKey: keys[0] ?? null };
  const moved = { move: MOVE_TO[status], reasonCode: 'other', roundKey: keys[0] ?? null, before, after: { status, currentRoundKey } };
  return [first, { type: 'application.moved', subject, payload: inImport(one.id, moved) }];
}
