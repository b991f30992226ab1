/**
 * The organisation that is measured: made by SQL, so that 200,000 applications take a minute. Fifty jobs from a pack, the first of them
 * far larger than the last; most applications are over, some are on; `PANELS` of every growth wait for six cards each, and the
 * first `DEBRIEFS` have all six and are ready to be talked about.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import type { InterviewPlanContent } from '../src/domain/interview-plan.js';
import type { RubricContent } from '../src/domain/rubric/rubric.js';
import { criteriaOfRound } from '../src/domain/scorecard/completeness.js';
import type { CardContent } from '../src/domain/scorecard/scorecard.js';

export const JOBS = 50;
export const RECRUITERS = 10;
export const INTERVIEWERS = 240;
/** Debriefs with six full cards. */
export const DEBRIEFS = 1000;
/** Applications of each growth that wait for six cards. */
export const PANELS = 9000;

function fileOfPack(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../src/templates/ai-pm-loop/${name}.json`, import.meta.url), 'utf8'));
}

const RUBRIC = fileOfPack('rubric') as RubricContent;
const PLAN = fileOfPack('plan') as InterviewPlanContent;
/** The rounds of the six cards, in the order of the plan. */
const ROUNDS = PLAN.rounds.map((round) => round.key);
/** Two sit in the simulation: every criterion has its raters, and nothing is missing from the recommendation. */
const SIX = PLAN.rounds.flatMap(({ key, panel }) => panel.flatMap(({ count }) => Array.from({ length: count }, () => key))).slice(0, 6);

/** The id of the n-th thing of a kind, shaped like any random one; the same in SQL. */
export function idOf(kind: string, n: number | string): string {
  const hex = createHash('md5')
    .update(`${kind}${n}`)
    .digest('hex')
    .replace(/^(.{12}).(.{3})./, '$14$2a');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const ID_OF = `create function pg_temp.id_of(name text) returns uuid language sql immutable as $$ select overlay(overlay(md5(name) placing '4' from 13) placing 'a' from 17)::uuid $$`;

export const secretOf = (userId: string): string => `session-of-${userId}`;

/** A finished card of about 4 kB. */
export function fullCard(roundKey: string, k: number): CardContent {
  const words = 'Named the owner of the number, the week it was taken in and what it would have been without the change. ';
  const ratings = criteriaOfRound(RUBRIC, roundKey).map((criterion, at) => ({
    criterion: criterion.key,
    level: 2 + ((k + at) % 3),
    confidence: 'medium' as const,
    note: words.repeat(3),
    evidence: criterion.evidence === 'none' ? [] : [{ form: 'note', fields: { text: words.repeat(4) } }],
  }));
  return { verdict: k % 4 === 0 ? 'no_hire' : 'hire', summary: words.repeat(4), ratings, facts: {} };
}

export const roundOfCard = (k: number): string => SIX[k] ?? '';
export const authorOf = (application: number, k: number): string => idOf('interviewer', (application * 7 + k) % INTERVIEWERS);
export const cardOf = (application: number, k: number): string => idOf('card', `${application}-${k}`);

/** The first third of the numbers go to a sixth of the jobs, as in life. The same in SQL and here. */
export const jobOf = (application: number): number => Math.floor(JOBS * ((application * 0.6180339887) % 1) ** 2);
const JOB = `floor(${JOBS} * power(mod(g * 0.6180339887, 1), 2))::integer`;

async function people(client: pg.Client): Promise<void> {
  for (const [kind, count] of [
    ['admin', 1],
    ['recruiter', RECRUITERS],
    ['manager', RECRUITERS],
    ['interviewer', INTERVIEWERS],
  ] as const) {
    await client.query(
      `insert into users (id, email, name, site_role, created_at)
       select pg_temp.id_of($1::text || g), $1 || g || '@example.test', initcap($1) || ' ' || g, case when $1 = 'admin' then 'admin' else 'member' end, now() from generate_series(0, $2::integer - 1) g`,
      [kind, count],
    );
  }
  const users = await client.query<{ id: string }>('select id from users');
  for (const { id } of users.rows) {
    const hash = createHash('sha256').update(secretOf(id)).digest('base64url');
    await client.query(
      `insert into sessions (id, user_id, token_hash, rotated_at, created_at, last_seen_at, expires_at) values (gen_random_uuid(), $1, $2, now(), now(), now(), now() + interval '1 day')`,
      [id, hash],
    );
  }
}

async function jobs(client: pg.Client): Promise<void> {
  await client.query(`insert into rubrics (id, name, created_by, created_at) values ($1, 'AI product manager', $2, now())`, [
    idOf('rubric', 0),
    idOf('admin', 0),
  ]);
  await client.query(
    `insert into rubric_versions (id, rubric_id, number, status, content, content_hash, created_by, created_at, published_by, published_at)
     values ($1, $2, 1, 'published', $3, 'none', $4, now(), $4, now())`,
    [idOf('rubric version', 0), idOf('rubric', 0), JSON.stringify(RUBRIC), idOf('admin', 0)],
  );
  await client.query(
    `insert into jobs (id, title, status, rubric_version_id, created_by, created_at, opened_at)
     select pg_temp.id_of('job' || g), 'Product manager ' || g, 'open', $1, $2, now(), now() from generate_series(0, ${JOBS - 1}) g`,
    [idOf('rubric version', 0), idOf('admin', 0)],
  );
  for (const [seat, kind] of [
    ['recruiter', 'recruiter'],
    ['manager', 'hiring_manager'],
  ]) {
    await client.query(
      `insert into seats (id, user_id, kind, job_id, granted_at) select gen_random_uuid(), pg_temp.id_of($1::text || (g % ${RECRUITERS})), $2, pg_temp.id_of('job' || g), now() from generate_series(0, ${JOBS - 1}) g`,
      [seat, kind],
    );
  }
}

/** Applications `from` to `to` with their rounds; those still on in the shares of a busy house. */
async function applications(client: pg.Client, from: number, to: number): Promise<void> {
  const range = `generate_series(${from}, ${to - 1}) g`;
  const open = `(g < ${DEBRIEFS} or g - ${from} < ${PANELS})`;
  const ended = `(array['rejected','rejected','rejected','rejected','rejected','withdrawn','hired','active','active','on_hold'])[1 + (g * 7919) % 10]`;
  const at = `now() - interval '1 day' - (g * 7919 % 1000003) * interval '31 seconds'`;
  await client.query(
    `insert into candidates (id, person_id, name, email, created_at) select pg_temp.id_of('candidate' || g), pg_temp.id_of('candidate' || g), initcap(substr(md5(g::text), 1, 7)) || ' ' || initcap(substr(md5('s' || g), 1, 9)), null, ${at} from ${range}`,
  );
  await client.query(
    `insert into applications (id, candidate_id, person_id, job_id, status, rubric_version_id, visibility_policy, source, current_round_key, cards_due,
       last_activity_at, started_at, stage_changed_at, candidate_sort)
     select pg_temp.id_of('application' || g), pg_temp.id_of('candidate' || g), pg_temp.id_of('candidate' || g), pg_temp.id_of('job' || ${JOB}),
       case when ${open} then 'active' else ${ended} end, $1, 'after_own', 'referral', ($2::text[])[1 + g % ${ROUNDS.length}], case when ${open} then 6 else 0 end,
       ${at}, ${at}, ${at}, lower(initcap(substr(md5(g::text), 1, 7)) || ' ' || initcap(substr(md5('s' || g), 1, 9))) from ${range}`,
    [idOf('rubric version', 0), ROUNDS],
  );
  await client.query(
    `insert into debriefs (id, application_id, created_at) select pg_temp.id_of('debrief' || g), pg_temp.id_of('application' || g), now() from ${range}`,
  );
  await client.query(
    `insert into application_rounds (id, application_id, key, position, content, status)
     select pg_temp.id_of('round' || g || '-' || (r.value->>'key')), pg_temp.id_of('application' || g), r.value->>'key', r.ordinality - 1, r.value, 'current' from ${range}, jsonb_array_elements($1) with ordinality r`,
    [JSON.stringify(PLAN.rounds.map(({ key, name, minutes, targetDay, focus }) => ({ key, name, minutes, targetDay, focus })))],
  );
}

/** Six interviews on each of these applications, held yesterday, with one interviewer who owes a card. */
async function panels(client: pg.Client, from: number, to: number): Promise<void> {
  const range = `generate_series(${from}, ${to - 1}) g, unnest($1::text[]) with ordinality k (round, n)`;
  const author = `pg_temp.id_of('interviewer' || ((g * 7 + k.n - 1) % ${INTERVIEWERS}))`;
  const interview = `pg_temp.id_of('interview' || g || '-' || (k.n - 1))`;
  await client.query(
    `insert into interviews (id, application_id, round_id, status, starts_at, ends_at, created_at)
     select ${interview}, pg_temp.id_of('application' || g), pg_temp.id_of('round' || g || '-' || k.round), 'held', now() - interval '1 day', now() - interval '23 hours', now() from ${range}`,
    [SIX],
  );
  await client.query(
    `insert into seats (id, user_id, kind, application_id, interview_id, granted_at)
     select gen_random_uuid(), ${author}, 'interviewer', pg_temp.id_of('application' || g), ${interview}, now() from ${range}`,
    [SIX],
  );
  await client.query(
    `insert into scorecards (id, interview_id, application_id, round_id, round_key, interviewer_id, due_at, created_at)
     select pg_temp.id_of('card' || g || '-' || (k.n - 1)), ${interview}, pg_temp.id_of('application' || g), pg_temp.id_of('round' || g || '-' || k.round), k.round, ${author},
       now() + interval '2 days', now() + k.n * interval '1 second' from ${range}`,
    [SIX],
  );
}

/** The six cards of these applications are in, and the debrief is ready. */
async function debriefs(client: pg.Client, from: number, to: number): Promise<void> {
  for (const k of SIX.keys()) {
    const cards = `select pg_temp.id_of('card' || g || '-${k}') from generate_series(${from}, ${to - 1}) g`;
    const content = JSON.stringify(fullCard(roundOfCard(k), k));
    await client.query(
      `update scorecards set status = 'submitted', revision = 1, content = $1, first_submitted_at = now(), submitted_at = now() where id in (${cards})`,
      [content],
    );
    await client.query(
      `insert into scorecard_revisions (scorecard_id, number, content, content_hash, salt, exposed, submitted_by, submitted_at)
       select id, 1, content, repeat('0', 64), repeat('s', 22), false, interviewer_id, submitted_at from scorecards where id in (${cards})`,
    );
  }
  const range = `select pg_temp.id_of('application' || g) from generate_series(${from}, ${to - 1}) g`;
  await client.query(`update debriefs set state = 'ready', ready_at = now() where application_id in (${range})`);
  await client.query(
    `update applications set cards_due = 0, cards_submitted = 6, panel_outcome = 'hire', deciding_value = 0.6 where id in (${range})`,
  );
}

/** Grows the organisation from `from` applications (0: makes it) to `to`. With the superuser, without checking foreign keys one by one. */
export async function growOrganisation(url: string, from: number, to: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '128MB'`);
    await client.query(ID_OF);
    if (from === 0) {
      await people(client);
      await jobs(client);
    }
    await applications(client, from, to);
    await panels(client, from, Math.min(to, from + Math.max(PANELS, from === 0 ? DEBRIEFS : 0)));
    if (from === 0) await debriefs(client, 0, Math.min(to, DEBRIEFS));
    await client.query('vacuum analyze');
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
}
