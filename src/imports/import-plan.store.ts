import { Injectable } from '@nestjs/common';
import type { ImportSettings } from '../domain/import/import-settings.js';
import type { Transaction } from '../platform/database.js';
import { fragment, sql, type Statement } from '../platform/statement.js';
import type { StoredImport } from './imports.store.js';

/** The rows of one kind that nothing was decided about. `$1` the import. */
const OPEN = (kind: string) => ({ fragment: true as const, text: `r.import_id = $1 and r.kind = '${kind}' and r.action is null` });

const RESET = sql`
  update import_rows r set action = null, code = null, target_id = null, parent_id = null, second_id = null, warnings = '{}', nth = n.nth
  from (select position, row_number() over (partition by kind, external_id order by position) as nth from import_rows where import_id = $1) n
  where r.import_id = $1 and r.position = n.position`;
const FAULTY = sql`
  update import_rows r set action = 'skip', code = (select f->>'code' from jsonb_array_elements(r.faults) f where f->>'weight' = 'skip' limit 1)
  where r.import_id = $1 and r.faults @> '[{"weight": "skip"}]'`;
const REPEATED = sql`update import_rows r set action = 'skip', code = 'repeated' where r.import_id = $1 and r.action is null and r.nth > 1`;
const STAGES = sql`update import_rows r set action = 'skip', code = 'stage_known' where ${OPEN('stage')}`;

const USERS = sql`
  update import_rows r set action = case when u.id is null then 'skip' else 'unchanged' end, target_id = u.id,
    code = case when u.id is null then 'user_not_made' else 'user_matched' end
  from import_rows o left join users u on lower(u.email) = lower(o.content->>'email')
  where o.import_id = $1 and o.position = r.position and ${OPEN('user')}`;

/** What was taken over before. `$2` the system. */
const KNOWN = fragment`left join external_ids x on x.system = $2 and x.kind = o.kind and x.external_id = o.external_id`;
/** `$3` the person, `$4` now. */
const RUNS_JOB = (job: string) => ({
  fragment: true as const,
  text: `(exists (select 1 from users w where w.id = $3 and w.site_role = 'admin') or exists (select 1 from seats s where s.user_id = $3 and s.job_id = ${job}
      and s.kind = 'recruiter' and s.ended_at is null and (s.starts_at is null or s.starts_at <= $4) and (s.ends_at is null or s.ends_at > $4)))`,
});

/** `$5` the mapping of jobs. */
const JOBS = sql`
  with found as (
    select o.position, x.target_id as known, x.content_hash = o.content_hash as same, x.target_version = j.version as untouched,
      m.id as mapped, coalesce(m.id, j.id) as job
    from import_rows o ${KNOWN}
    left join jobs j on j.id = x.target_id
    left join jobs m on m.id = coalesce($5::jsonb->>o.external_id, $5::jsonb->>(o.content->>'title'))::uuid
    where o.import_id = $1 and o.kind = 'job' and o.action is null)
  update import_rows r set
    target_id = coalesce(f.job, r.make_id),
    action = case when f.job is null then 'make' when not ${RUNS_JOB('f.job')} then 'skip' when f.mapped is not null or f.same or not f.untouched then 'unchanged' else 'change' end,
    code = case when f.job is null then null when not ${RUNS_JOB('f.job')} then 'job_not_yours' when f.mapped is not null or f.same then null
      when not f.untouched then 'changed_here' end
  from found f where f.position = r.position and ${OPEN('job')}`;

const OWN_RECORD = sql`
  update import_rows r set action = 'skip', code = 'own_record' from users u
  where u.id = $2 and lower(r.content->>'email') = lower(u.email) and ${OPEN('candidate')}`;
const KNOWN_CANDIDATES = sql`
  with found as (
    select o.position, c.person_id as person, c.id, c.archived_at is not null as archived, v.visible and v.manages as mine,
      x.content_hash = o.content_hash as same, x.target_version is null as recognised, coalesce(x.target_version = c.version, false) as untouched
    from import_rows o
    join external_ids x on x.system = $2 and x.kind = 'candidate' and x.external_id = o.external_id
    join candidates c on c.id = x.target_id
    join candidates p on p.id = c.person_id
    cross join lateral (select s.visible, s.manages from candidate_sight($3, $4) s where s.candidate_id = c.id) v
    where o.import_id = $1 and o.kind = 'candidate' and o.action is null)
  update import_rows r set target_id = case when f.mine then f.person end,
    action = case when not f.mine or f.archived then 'skip' when f.person <> f.id or f.same or not f.untouched then 'unchanged' else 'change' end,
    code = case when not f.mine then 'not_yours' when f.archived then 'archived' when f.person <> f.id then 'merged' when f.same then null
      when f.recognised then 'matched_by_email' when not f.untouched then 'changed_here' end
  from found f where f.position = r.position and ${OPEN('candidate')}`;
const BY_EMAIL = sql`
  with found as (
    select distinct on (o.position) o.position, c.id
    from import_rows o
    join candidates c on lower(c.email) = lower(o.content->>'email') and c.person_id = c.id and c.archived_at is null
    cross join lateral (select s.visible, s.manages from candidate_sight($2, $3) s where s.candidate_id = c.id) v
    where o.import_id = $1 and o.kind = 'candidate' and o.action is null and v.visible and v.manages
    order by o.position, c.created_at, c.id)
  update import_rows r set target_id = f.id, action = 'unchanged', code = 'matched_by_email' from found f
  where f.position = r.position and ${OPEN('candidate')}`;
const SAME_PERSON = sql`
  with first as (
    select distinct on (lower(o.content->>'email')) o.make_id, lower(o.content->>'email') as email, o.position
    from import_rows o where o.import_id = $1 and o.kind = 'candidate' and o.action is null and o.content->>'email' is not null
    order by lower(o.content->>'email'), o.position)
  update import_rows r set target_id = f.make_id, action = 'unchanged', code = 'same_person' from first f
  where lower(r.content->>'email') = f.email and r.position > f.position and ${OPEN('candidate')}`;
const NEW_CANDIDATES = sql`update import_rows r set action = 'make', target_id = r.make_id where ${OPEN('candidate')}`;
const EMPLOYEES = sql`
  update import_rows r set warnings = array['linked_employee'] from users u
  where r.import_id = $1 and r.kind = 'candidate' and r.action = 'make' and lower(u.email) = lower(r.content->>'email')`;

/** The row of this import with that id, or what it was before. `$2` the system. */
const CANDIDATES_OF = sql`
  with found as (
    select o.position, p.action = 'skip' as skipped, case when p.position is null then c.person_id else p.target_id end as person
    from import_rows o
    left join import_rows p on p.import_id = $1 and p.kind = 'candidate' and p.external_id = o.content->>'candidate' and p.nth = 1
    left join external_ids x on x.system = $2 and x.kind = 'candidate' and x.external_id = o.content->>'candidate'
    left join candidates c on c.id = x.target_id
      and (select s.visible and s.manages from candidate_sight($3, $4) s where s.candidate_id = c.id)
    where o.import_id = $1 and o.kind = 'application' and o.action is null)
  update import_rows r set parent_id = f.person,
    action = case when f.skipped or f.person is null then 'skip' end,
    code = case when f.skipped then 'candidate_skipped' when f.person is null then 'no_candidate' end
  from found f where f.position = r.position and ${OPEN('application')}`;

/** `$5` the mapping of jobs, `$6` the job of rows that name none, `$7` whether new jobs are whole. */
const JOBS_OF = sql`
  with named as (
    select distinct coalesce(o.content->>'job', '') as job, coalesce(o.content->>'jobTitle', '') as title
    from import_rows o where o.import_id = $1 and o.kind = 'application' and o.action is null),
  found as (
    select n.job, n.title, p.action = 'skip' as skipped, p.action = 'make' as is_new,
      coalesce(($5::jsonb->>n.job)::uuid, ($5::jsonb->>n.title)::uuid, p.target_id, x.target_id, t.one, case when n.job = '' and n.title = '' then $6::uuid end) as id,
      coalesce(t.number, 0) > 1 and p.position is null and x.target_id is null and $5::jsonb->>n.job is null and $5::jsonb->>n.title is null as ambiguous
    from named n
    left join import_rows p on p.import_id = $1 and p.kind = 'job' and p.external_id = n.job and p.nth = 1
    left join external_ids x on x.system = $2 and x.kind = 'job' and x.external_id = n.job
    left join lateral (select (array_agg(j.id order by j.id))[1] as one, count(*) as number from jobs j
      where n.title <> '' and lower(j.title) = lower(n.title) and j.status <> 'archived' and ${RUNS_JOB('j.id')}) t on true),
  judged as (
    select f.*, case when f.skipped then 'job_skipped' when f.ambiguous then 'job_ambiguous' when f.id is null or (j.id is null and not coalesce(f.is_new, false)) then 'no_job'
        when f.is_new then case when $7 then null else 'job_incomplete' end
        when not ${RUNS_JOB('j.id')} then 'job_not_yours'
        when j.rubric_version_id is null or j.plan_id is null then 'job_incomplete' end as code
    from found f left join jobs j on j.id = f.id)
  update import_rows r set second_id = f.id, action = case when f.code is not null then 'skip' end, code = f.code
  from judged f where f.job = coalesce(r.content->>'job', '') and f.title = coalesce(r.content->>'jobTitle', '') and ${OPEN('application')}`;
const KNOWN_APPLICATIONS = sql`
  with found as (
    select o.position, a.id, x.content_hash = o.content_hash as same, coalesce(x.target_version = a.version, false) as untouched,
      o.content->>'status' in ('active', 'on_hold', 'offered') and exists (select 1 from applications b where b.person_id = a.person_id and b.job_id = a.job_id
        and b.id <> a.id and b.status in ('active', 'on_hold', 'offered')) as clashes
    from import_rows o
    join external_ids x on x.system = $2 and x.kind = 'application' and x.external_id = o.external_id
    join applications a on a.id = x.target_id
    where o.import_id = $1 and o.kind = 'application' and o.action is null)
  update import_rows r set target_id = f.id,
    action = case when f.same or not f.untouched then 'unchanged' when f.clashes then 'skip' else 'change' end,
    code = case when f.same then null when not f.untouched then 'changed_here' when f.clashes then 'already_open' end
  from found f where f.position = r.position and ${OPEN('application')}`;
const NEW_APPLICATIONS = sql`
  with found as (
    select o.position, o.content->>'status' in ('active', 'on_hold', 'offered') and (
        exists (select 1 from applications b where b.person_id = o.parent_id and b.job_id = o.second_id and b.status in ('active', 'on_hold', 'offered'))
        or row_number() over (partition by o.parent_id, o.second_id, o.content->>'status' in ('active', 'on_hold', 'offered') order by o.position) > 1) as clashes
    from import_rows o where o.import_id = $1 and o.kind = 'application' and o.action is null)
  update import_rows r set action = case when f.clashes then 'skip' else 'make' end, code = case when f.clashes then 'already_open' end,
    target_id = case when f.clashes then null else r.make_id end
  from found f where f.position = r.position and ${OPEN('application')}`;

/** Where an interview or a card hangs: the application's row here, or what it was before. */
const APPLICATION = (external: string) => ({
  fragment: true as const,
  text: `left join import_rows a on a.import_id = $1 and a.kind = 'application' and a.external_id = ${external} and a.nth = 1
    left join external_ids ax on ax.system = $2 and ax.kind = 'application' and ax.external_id = ${external}`,
});
const INTERVIEWS = sql`
  with found as (
    select o.position, case when a.position is null then ax.target_id else a.target_id end as application, a.action = 'skip' as skipped,
      i.id, x.content_hash = o.content_hash as same, coalesce(x.target_version = i.version, false) as untouched
    from import_rows o ${APPLICATION("o.content->>'application'")} ${KNOWN}
    left join interviews i on i.id = x.target_id
    where o.import_id = $1 and o.kind = 'interview' and o.action is null)
  update import_rows r set parent_id = f.application, target_id = case when f.skipped or f.application is null then null else coalesce(f.id, r.make_id) end,
    action = case when f.skipped or f.application is null then 'skip' when f.id is null then 'make' when f.same or not f.untouched then 'unchanged' else 'change' end,
    code = case when f.skipped then 'application_skipped' when f.application is null then 'no_application' when f.id is null or f.same then null
      when not f.untouched then 'changed_here' end,
    warnings = case when f.id is null then array['panel_not_seated'] else '{}' end
  from found f where f.position = r.position and ${OPEN('interview')}`;
const CARDS = sql`
  with heard as (
    select distinct on (c.card) c.card, i.external_id, i.content->>'application' as application, i.target_id
    from import_rows i cross join lateral jsonb_array_elements_text(i.content->'cards') as c (card)
    where i.import_id = $1 and i.kind = 'interview' and i.nth = 1 order by c.card, i.position),
  placed as (
    select o.position, o.external_id, o.kind, o.content, o.content_hash, coalesce(o.content->>'application', n.content->>'application', h.application) as application,
      coalesce(n.target_id, h.target_id, nx.target_id) as interview
    from import_rows o
    left join import_rows n on n.import_id = $1 and n.kind = 'interview' and n.external_id = o.content->>'interview' and n.nth = 1
    left join external_ids nx on nx.system = $2 and nx.kind = 'interview' and nx.external_id = o.content->>'interview'
    left join heard h on h.card = o.external_id
    where o.import_id = $1 and o.kind = 'card' and o.action is null),
  found as (
    select o.position, o.interview, case when a.position is null then ax.target_id else a.target_id end as application, a.action = 'skip' as skipped,
      x.target_id as id, x.content_hash = o.content_hash as same, d.state not in ('collecting', 'ready') as begun,
      (o.content->>'deleted')::boolean as deleted, o.content->>'submittedAt' is null as unsubmitted,
      coalesce(o.content->'author'->>'id', o.content->'author'->>'email', nullif(o.content->'author'->>'name', '')) is null as nobody
    from placed o ${APPLICATION('o.application')} ${KNOWN}
    left join debriefs d on d.application_id = case when a.position is null then ax.target_id else a.target_id end)
  update import_rows r set parent_id = f.application, second_id = f.interview, target_id = coalesce(f.id, r.make_id),
    action = case when f.deleted or f.unsubmitted or f.nobody or f.skipped or f.application is null then 'skip' when f.same then 'unchanged'
      when f.begun then 'skip' when f.id is null then 'make' else 'change' end,
    code = case when f.deleted then case when f.id is null then 'deleted_at_source' else 'deleted_since' end when f.unsubmitted then 'not_submitted'
      when f.nobody then 'no_author' when f.skipped then 'application_skipped' when f.application is null then 'no_application' when f.same then null
      when f.begun then 'debrief_under_way' end
  from found f where f.position = r.position and ${OPEN('card')}`;
/** Which cards would not count, as far as words tell. `$2` how words of cards read, null where nobody said. */
const CARDS_NOT_COUNTED = sql`
  update import_rows r set warnings = array[case when $2::jsonb is null then 'card_not_counted'
    when not coalesce($2::jsonb->'verdicts' ? (r.content->>'overall'), false) then 'verdict_not_mapped' else 'no_rating_mapped' end]
  where r.import_id = $1 and r.kind = 'card' and r.action in ('make', 'change') and ($2::jsonb is null
    or not coalesce($2::jsonb->'verdicts' ? (r.content->>'overall'), false)
    or not exists (select 1 from jsonb_array_elements(r.content->'ratings') g
      where $2::jsonb->'criteria' ? (g->>'name') and jsonb_typeof($2::jsonb->'levels'->(g->>'rating')) = 'number'))`;
const SKIPPED_NOTHING = sql`update import_rows r set target_id = null where r.import_id = $1 and r.action = 'skip' and r.kind <> 'card'`;
const REST = sql`update import_rows r set action = 'skip', code = 'unknown_kind' where r.import_id = $1 and r.action is null`;
const HASH = sql`
  select encode(sha256(convert_to(coalesce(string_agg(concat_ws('|', position, action, code, case when action <> 'make' then target_id end), e'\n' order by position), ''), 'utf8')), 'hex') as hash
  from import_rows where import_id = $1`;
const IN_ORDER = sql`select pg_advisory_xact_lock(hashtextextended('plumbline.imports', 0))`;

/** Rows come in by the hundred thousand at once: the planner knows nothing of them yet, and would compare each with each. */
const BY_HASH = sql`set local enable_nestloop = off`;
const AS_EVER = sql`set local enable_nestloop = on`;

/**
 * Decides about every row of an import, set by set: what is made of it, changed, left or skipped, and why. The same statements plan a dry run and,
 * in the transaction of the run, find out whether the ground has moved since.
 */
@Injectable()
export class ImportPlanStore {
  /** One run at a time: what one makes, the next one finds. */
  async takeTurn(tx: Transaction): Promise<void> {
    await tx.query(IN_ORDER);
  }

  /** Answers the plan's hash: the same plan, the same hash. */
  async plan(tx: Transaction, one: StoredImport, now: Date): Promise<string> {
    const { id, system, createdBy, settings } = one;
    const jobs = JSON.stringify(settings.jobs ?? {});
    const steps: readonly (readonly [Statement, readonly unknown[]])[] = [
      [RESET, [id]],
      [FAULTY, [id]],
      [REPEATED, [id]],
      [STAGES, [id]],
      [USERS, [id]],
      [JOBS, [id, system, createdBy, now, jobs]],
      [OWN_RECORD, [id, createdBy]],
      [KNOWN_CANDIDATES, [id, system, createdBy, now]],
      [BY_EMAIL, [id, createdBy, now]],
      [SAME_PERSON, [id]],
      [NEW_CANDIDATES, [id]],
      [EMPLOYEES, [id]],
      [CANDIDATES_OF, [id, system, createdBy, now]],
      [JOBS_OF, [id, system, createdBy, now, jobs, settings.defaultJobId ?? null, newJobsAreWhole(settings)]],
      [KNOWN_APPLICATIONS, [id, system]],
      [NEW_APPLICATIONS, [id]],
      [INTERVIEWS, [id, system]],
      [CARDS, [id, system]],
      [CARDS_NOT_COUNTED, [id, settings.cards === undefined ? null : JSON.stringify(settings.cards)]],
      [SKIPPED_NOTHING, [id]],
      [REST, [id]],
    ];
    await tx.query(BY_HASH);
    for (const [statement, values] of steps) await tx.query(statement, values);
    await tx.query(AS_EVER);
    const [hash] = await tx.query<{ hash: string }>(HASH, [id]);
    return hash?.hash ?? '';
  }
}

function newJobsAreWhole(settings: ImportSettings): boolean {
  return settings.newJobs !== undefined;
}
