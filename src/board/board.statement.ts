import { given, knownRows, LIVE_SEAT } from '../access/known-scope.js';
import type { BoardSort, WaitsFor } from '../domain/board/board-line.js';
import type { SiteRole } from '../domain/visibility/visibility.js';
import { type SortKind } from '../platform/sort-cursor.js';
import { type Fragment, fragment, sql, type Statement } from '../platform/statement.js';

export interface BoardFilters {
  readonly jobId?: string;
  readonly recruiterId?: string;
  readonly holderId?: string;
  readonly column?: string;
  readonly urgency?: 'late' | 'at_risk';
  readonly waitingFor?: WaitsFor;
  readonly search?: string;
  readonly ended?: boolean;
}

/** One statement for every combination of filters, made once and prepared: see `applications-list.statement.ts`. */
const made = new Map<string, Statement>();

function once(shape: string, make: () => Statement): Statement {
  const known = made.get(shape) ?? make();
  made.set(shape, known);
  return known;
}

const NOW = given(2, 'timestamptz');
const plain = (text: string): Fragment => ({ fragment: true, text });

const jobsWhere = (n: number, kinds: string): string =>
  `array(select s.job_id from seats s where s.user_id = ${given(n, 'uuid')} and s.job_id is not null and s.kind in (${kinds}) and ${LIVE_SEAT.text})`;

/** On whom a line waits: whoever owes a card on it, or holds the seat that acts. A coordinator's work falls to the recruiter where there is none. */
const heldBy = (n: number): string => `(
  (a.acts = 'interviewer' and a.application_id in (select c.application_id from scorecards c join interviews i on i.id = c.interview_id
    where c.interviewer_id = ${given(n, 'uuid')} and c.status in ('assigned', 'draft') and c.counts and i.status not in ('cancelled', 'no_show')))
  or (a.acts = 'committee' and a.application_id in (select s.application_id from seats s where s.user_id = ${given(n, 'uuid')} and s.kind = 'committee_member'
    and s.application_id is not null and ${LIVE_SEAT.text}))
  or (a.acts = 'recruiter' and a.job_id = any (${jobsWhere(n, "'recruiter'")}))
  or (a.acts = 'hiring_manager' and a.job_id = any (${jobsWhere(n, "'hiring_manager'")}))
  or (a.acts = 'coordinator' and (a.job_id = any (${jobsWhere(n, "'coordinator'")}) or a.job_id = any (${jobsWhere(n, "'recruiter'")})
    and a.job_id not in (select s.job_id from seats s where s.kind = 'coordinator' and s.job_id is not null and ${LIVE_SEAT.text}))))`;

type TextFilter = 'jobId' | 'recruiterId' | 'holderId' | 'column' | 'waitingFor' | 'search';
const CONDITIONS: readonly { readonly member: TextFilter; readonly condition: (parameter: number) => string }[] = [
  { member: 'jobId', condition: (n) => `a.job_id = ${given(n, 'uuid')}` },
  { member: 'recruiterId', condition: (n) => `a.job_id = any (${jobsWhere(n, "'recruiter'")})` },
  { member: 'holderId', condition: heldBy },
  { member: 'column', condition: (n) => `a.lane = ${given(n, 'text')}` },
  { member: 'waitingFor', condition: (n) => `a.waits_for = ${given(n, 'text')}` },
  { member: 'search', condition: (n) => `strpos(a.candidate_sort, lower(${given(n, 'text')})) > 0` },
];

const URGENT = {
  late: ` and a.due_sort < ${NOW}`,
  at_risk: ` and a.due_sort >= ${NOW} and a.risk_at < ${NOW}`,
} as const;

interface Asked {
  readonly text: string;
  readonly values: string[];
  readonly shape: string;
  readonly job: string | null;
  readonly next: number;
}

/** The conditions that were asked for, with their values, numbered from `first`. */
function asked(filters: BoardFilters, first: number): Asked {
  const used = CONDITIONS.flatMap(({ member, condition }) => {
    const value = filters[member];
    return value === undefined ? [] : [{ member, condition, value }];
  });
  const open = filters.ended === true ? ' and not a.open' : ' and a.open';
  const urgent = filters.urgency === undefined ? '' : URGENT[filters.urgency];
  return {
    text: open + urgent + used.map(({ condition }, index) => ` and ${condition(first + index)}`).join(''),
    values: used.map(({ value }) => value),
    shape: `${filters.ended === true} ${filters.urgency} ${used.map(({ member }) => member).join(',')}`,
    job: filters.jobId === undefined ? null : given(first, 'uuid'),
    next: first + used.length,
  };
}

interface Order {
  readonly key: Fragment;
  readonly keyText: Fragment;
  readonly kind: SortKind;
}

/**
 * What a board is ordered by moves with stages and with clocks. A card's clock stops when the card is submitted, and that it was is
 * known to whoever may know of the application; never the card's own times, and never last_activity_at.
 */
export const BOARD_ORDERS: Readonly<Record<BoardSort, Order>> = {
  due: { key: fragment`a.due_sort`, keyText: fragment`page.key::text`, kind: 'time' },
  stage: { key: fragment`a.changed_at`, keyText: fragment`page.key::text`, kind: 'time' },
  name: { key: fragment`a.candidate_sort`, keyText: fragment`page.key`, kind: 'text' },
};

const SIZES = [11, 51, 101, 201] as const;

/** Everybody who can act on what a line waits for, at most ten; the fallbacks of `heldBy`. */
const PEOPLE = fragment`
  left join lateral (
    select jsonb_agg(jsonb_build_object('userId', p.id, 'name', p.name) order by p.name, p.id) as people from (
      select distinct u.id, u.name from users u where u.id in (
        select c.interviewer_id from scorecards c join interviews i on i.id = c.interview_id where b.acts = 'interviewer' and c.application_id = b.application_id
          and c.status in ('assigned', 'draft') and c.counts and i.status not in ('cancelled', 'no_show')
        union all select s.user_id from seats s where b.acts = 'committee' and s.application_id = b.application_id and s.kind = 'committee_member' and ${LIVE_SEAT}
        union all select s.user_id from seats s where s.job_id = b.job_id and ${LIVE_SEAT} and (s.kind = b.acts or b.acts = 'coordinator' and s.kind = 'recruiter'
          and not exists (select 1 from seats o where o.job_id = b.job_id and o.kind = 'coordinator' and o.ended_at is null
            and (o.starts_at is null or o.starts_at <= $2) and (o.ends_at is null or o.ends_at > $2))))
      order by u.name, u.id limit 10) p) holding on true`;

const LINE = fragment`
  b.application_id as "applicationId", app.candidate_id as "candidateId", c.name as "candidateName", b.job_id as "jobId", j.title as "jobTitle", b.status,
  b.lane as "column", b.round_key as "currentRoundKey", r.content->>'name' as "currentRoundName", d.id as "debriefId", b.changed_at as "stageChangedAt",
  b.waits_for as "waitsFor", b.acts, coalesce(holding.people, '[]') as people,
  exists (select 1 from seats s where s.job_id = b.job_id and s.kind = 'coordinator' and ${LIVE_SEAT}) as coordinated,
  k.key as "clockKey", k.subject_id as "clockSubjectId", k.due_at as "clockDueAt", k.state as "clockState", k.holder_role as "clockHolderRole",
  k.holder_id as "clockHolderId", k.holder_name as "clockHolderName",
  array(select distinct s.kind from seats s where s.user_id = $1 and s.job_id = b.job_id and ${LIVE_SEAT}) as "jobSeats"`;

const BESIDE = fragment`
  join applications app on app.id = b.application_id
  join candidates c on c.id = app.candidate_id
  join jobs j on j.id = b.job_id
  join debriefs d on d.application_id = b.application_id
  left join application_rounds r on r.application_id = b.application_id and r.key = b.round_key
  left join lateral (
    select t.key, t.subject_id, t.due_at, clock_state(t, $2) as state, t.holder_role, t.holder_id, h.name as holder_name
    from application_clocks t left join users h on h.id = t.holder_id
    where t.application_id = b.application_id and t.key = b.clock_key and t.subject_id = b.clock_subject_id) k on true
  ${PEOPLE}`;

/** A page of the board. Parameters: $1 the viewer, $2 now, then the filters, then the cursor's key and id. */
export function linesStatement(
  role: SiteRole,
  sort: BoardSort,
  filters: BoardFilters,
  continued: boolean,
  rows: number,
): { statement: Statement; filters: string[] } {
  const { text, values, shape, job, next } = asked(filters, 3);
  const size = SIZES.find((one) => one >= rows) ?? SIZES[3];
  const statement = once(`lines ${role === 'member'} ${sort} ${shape} ${continued} ${size}`, () => {
    const { key, keyText, kind } = BOARD_ORDERS[sort];
    const type = kind === 'time' ? 'timestamptz' : 'text';
    const after = continued ? ` and (${key.text}, a.application_id) > (${given(next, type)}, ${given(next + 1, 'uuid')})` : '';
    const tail = ` order by ${key.text}, a.application_id limit ${size}`;
    const known = knownRows(role, { table: 'board_lines', columns: fragment`${key} as key`, conditions: text + after, job, tail });
    return sql`
      with page as materialized (select * from (${known}) known order by key, id limit ${plain(String(size))})
      select ${LINE}, ${keyText} as "sortKey"
      from page
      join application_sight_of($1, $2, array(select id from page)) v on v.application_id = page.id and v.sight <> 'absent'
      join board_lines b on b.application_id = page.id
      ${BESIDE}
      order by page.key, page.id`;
  });
  return { statement, filters: values };
}

/** How many in each column, late and at risk; a round's name and place are those of the job's plan. Parameters: $1 the viewer, $2 now, then the filters. */
export function columnsStatement(role: SiteRole, filters: BoardFilters): { statement: Statement; filters: string[] } {
  const { text, values, shape, job } = asked(filters, 3);
  const statement = once(`columns ${role === 'member'} ${shape}`, () => {
    const columns = fragment`a.job_id, a.lane, a.due_at, a.risk_at`;
    const known = knownRows(role, { table: 'board_lines', columns, conditions: text, job, tail: '' });
    return sql`
      with counted as (
        select job_id, lane, count(*)::integer as count, (count(*) filter (where due_at < ${plain(NOW)}))::integer as late,
          (count(*) filter (where due_at >= ${plain(NOW)} and risk_at < ${plain(NOW)}))::integer as at_risk
        from (${known}) known group by job_id, lane)
      select n.lane as "column", case when n.lane like 'round:%' then substr(n.lane, 7) end as "roundKey",
        case when n.lane like 'round:%' then coalesce(r.name, substr(n.lane, 7)) end as name, r.position, n.count, n.late, n.at_risk as "atRisk"
      from counted n join jobs j on j.id = n.job_id left join interview_plans p on p.id = j.plan_id
      left join lateral (
        select x.round->>'name' as name, x.place::integer - 1 as position from jsonb_array_elements(p.content->'rounds') with ordinality x (round, place)
        where n.lane like 'round:%' and x.round->>'key' = substr(n.lane, 7)) r on true`;
  });
  return { statement, filters: values };
}
