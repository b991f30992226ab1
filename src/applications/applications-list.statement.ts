import type { ApplicationStatus } from '../domain/application/application-life.js';
import type { SiteRole } from '../domain/visibility/visibility.js';
import { type SortKind } from '../platform/sort-cursor.js';
import { type Fragment, fragment, sql, type Statement } from '../platform/statement.js';
import type { ApplicationSort } from './applications.dto.js';

export interface ApplicationFilters {
  readonly jobId?: string;
  readonly status?: ApplicationStatus;
  readonly round?: string;
  readonly search?: string;
}

/**
 * A statement of its own for every combination of filters, made once and prepared: a condition that may be absent ("$4 is null or …") would
 * keep the planner from walking the index that serves the page.
 */
const made = new Map<string, Statement>();

function once(shape: string, make: () => Statement): Statement {
  const known = made.get(shape) ?? make();
  made.set(shape, known);
  return known;
}

export const SORT_KINDS: Readonly<Record<ApplicationSort, SortKind>> = { activity: 'time', started: 'time', name: 'text' };

interface Order {
  readonly key: Fragment;
  readonly keyText: Fragment;
  readonly direction: 'asc' | 'desc';
}

const ORDERS: Readonly<Record<ApplicationSort, Order>> = {
  // Never last_activity_at: a submitted card moves it, and a list in its order would say when.
  activity: { key: fragment`a.stage_changed_at`, keyText: fragment`page.key::text`, direction: 'desc' },
  started: { key: fragment`a.started_at`, keyText: fragment`page.key::text`, direction: 'desc' },
  name: { key: fragment`a.candidate_sort`, keyText: fragment`page.key`, direction: 'asc' },
};

/**
 * A parameter whose value the planner does not look at. It then expects the same cost with the value as without, so that the
 * statement is planned once a connection and not anew for every caller: planning it takes longer than answering.
 */
const given = (parameter: number, type: string): string => `(select $${parameter}::${type})`;
const VIEWER: Fragment = { fragment: true, text: given(1, 'uuid') };
const NOW: Fragment = { fragment: true, text: given(2, 'timestamptz') };

const LIVE = fragment`s.ended_at is null and (s.starts_at is null or s.starts_at <= ${NOW}) and (s.ends_at is null or s.ends_at > ${NOW})`;

const CONDITIONS: readonly { readonly member: keyof ApplicationFilters; readonly condition: (parameter: number) => string }[] = [
  { member: 'jobId', condition: (n) => `a.job_id = ${given(n, 'uuid')}` },
  { member: 'status', condition: (n) => `a.status = ${given(n, 'text')}` },
  { member: 'round', condition: (n) => `a.current_round_key = ${given(n, 'text')}` },
  { member: 'search', condition: (n) => `strpos(a.candidate_sort, lower(${given(n, 'text')})) > 0` },
];

/** The conditions that were asked for, with their values, numbered from `first`. */
function filtersOf(filters: ApplicationFilters, first: number): { text: string; values: string[]; shape: string; job: string | null; next: number } {
  const asked = CONDITIONS.flatMap(({ member, condition }) => {
    const value = filters[member];
    return value === undefined ? [] : [{ member, condition, value }];
  });
  const text = asked.map(({ condition }, index) => ` and ${condition(first + index)}`).join('');
  const job = filters.jobId === undefined ? null : given(first, 'uuid');
  return { text, values: asked.map(({ value }) => value), shape: asked.map(({ member }) => member).join(','), job, next: first + asked.length };
}

/** Whom a conflict hides and which jobs the viewer is a candidate for: asked once for the whole list, and mostly nobody and none. */
const NOT_HIDDEN = fragment`
  a.person_id <> all (array(select p.person_id from conflicts f join candidates p on p.id = f.person_id where f.user_id = ${VIEWER} and f.withdrawn_at is null
                            union all select p.person_id from candidates p where p.user_id = ${VIEWER}))
  and a.job_id <> all (array(select mine.job_id from candidates p join applications mine on mine.person_id = p.person_id where p.user_id = ${VIEWER}))`;

/**
 * The applications a viewer may know of: everything for an admin or auditor; for a member one index walk for each job they hold a seat on,
 * beside the few applications they sit on themselves, so that the cost does not grow with the organisation. Whoever comes this
 * way knows of the application unless a conflict hides it; the page then goes through `application_sight` like every read.
 */
function scope(role: SiteRole, conditions: string, job: string | null, columns: Fragment, tail: string): Fragment {
  const text = (value: string): Fragment => ({ fragment: true, text: value });
  const known = (from: string) => fragment`(select a.id, ${columns} from ${text(from)} where ${NOT_HIDDEN}${text(conditions)}${text(tail)})`;
  if (role !== 'member') return known('applications a');
  const onlyJob = text(job === null ? '' : ` and s.job_id = ${job}`);
  // As arrays, which the planner takes for short, so that one plan serves people with few seats and with many.
  return fragment`
    (select x.* from unnest(array(select distinct s.job_id from seats s where s.user_id = ${VIEWER} and s.job_id is not null and ${LIVE}${onlyJob})) mine(job_id)
     cross join lateral ${known('(select * from applications b where b.job_id = mine.job_id) a')} x)
    union
    ${known(`(select * from applications b where b.id = any (array(
        select s.application_id from seats s where s.user_id = ${VIEWER.text} and s.application_id is not null and ${LIVE.text}
        union select c.application_id from scorecards c where c.interviewer_id = ${VIEWER.text}))) a`)}`;
}

/** A page's rows at most, one more than is shown. Written into the text: for a parameter the planner expects a tenth of the table. */
const SIZES = [11, 51, 101, 201] as const;

/** A page of the list, of at least `rows` rows where there are as many. Parameters: $1 the viewer, $2 now, then the filters, then the cursor's key and id. */
export function listStatement(
  role: SiteRole,
  sort: ApplicationSort,
  filters: ApplicationFilters,
  continued: boolean,
  rows: number,
): { statement: Statement; filters: string[] } {
  const { text, values, shape, job, next } = filtersOf(filters, 3);
  const size = SIZES.find((one) => one >= rows) ?? SIZES[3];
  const statement = once(`list ${role === 'member'} ${sort} ${shape} ${continued} ${size}`, () => {
    const { key, keyText, direction } = ORDERS[sort];
    const type = SORT_KINDS[sort] === 'time' ? 'timestamptz' : 'text';
    const after = continued ? ` and (${key.text}, a.id) ${direction === 'asc' ? '>' : '<'} (${given(next, type)}, ${given(next + 1, 'uuid')})` : '';
    const tail = ` order by ${key.text} ${direction}, a.id ${direction} limit ${size}`;
    const way: Fragment = { fragment: true, text: direction };
    return sql`
      with page as materialized (
        select * from (${scope(role, text + after, job, fragment`${key} as key`, tail)}) known order by key ${way}, id ${way} limit ${{ fragment: true, text: String(size) }})
      select a.id, a.candidate_id as "candidateId", c.name as "candidateName", a.job_id as "jobId", j.title as "jobTitle", a.status,
        a.current_round_key as "currentRoundKey", r.content->>'name' as "currentRoundName", a.source, a.started_at as "startedAt",
        a.stage_changed_at as "stageChangedAt", d.state as "debriefState", a.cards_due as "cardsDue", a.cards_submitted as "cardsSubmitted",
        a.cards_waived as "cardsWaived", v.sight, case when v.sight = 'content' then a.outcome end as outcome, ${keyText} as "sortKey"
      from page
      join application_sight_of($1, $2, array(select id from page)) v on v.application_id = page.id and v.sight <> 'absent'
      join applications a on a.id = page.id
      join candidates c on c.id = a.candidate_id
      join jobs j on j.id = a.job_id
      join debriefs d on d.application_id = a.id
      left join application_rounds r on r.application_id = a.id and r.key = a.current_round_key
      order by page.key ${way}, page.id ${way}`;
  });
  return { statement, filters: values };
}

/** How many in each status. Parameters: $1 the viewer, $2 now, then the filters. */
export function countStatement(role: SiteRole, filters: ApplicationFilters): { statement: Statement; filters: string[] } {
  const { text, values, shape, job } = filtersOf(filters, 3);
  const statement = once(
    `count ${role === 'member'} ${shape}`,
    () => sql`
    select known.status, count(*)::integer as count from (${scope(role, `${text} and ${NOW.text} is not null`, job, fragment`a.status`, '')}) known group by known.status order by known.status`,
  );
  return { statement, filters: values };
}
