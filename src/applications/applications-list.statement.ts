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

const LIVE = fragment`s.ended_at is null and (s.starts_at is null or s.starts_at <= $2) and (s.ends_at is null or s.ends_at > $2)`;

const CONDITIONS: readonly { readonly member: keyof ApplicationFilters; readonly condition: (parameter: string) => string }[] = [
  { member: 'jobId', condition: (p) => `a.job_id = ${p}` },
  { member: 'status', condition: (p) => `a.status = ${p}` },
  { member: 'round', condition: (p) => `a.current_round_key = ${p}` },
  { member: 'search', condition: (p) => `strpos(a.candidate_sort, lower(${p})) > 0` },
];

/** The conditions that were asked for, with their values, numbered from `first`. */
function filtersOf(filters: ApplicationFilters, first: number): { text: string; values: string[]; shape: string; job: string | null; next: number } {
  const asked = CONDITIONS.flatMap(({ member, condition }) => {
    const value = filters[member];
    return value === undefined ? [] : [{ member, condition, value }];
  });
  const text = asked.map(({ condition }, index) => ` and ${condition(`$${first + index}`)}`).join('');
  const job = filters.jobId === undefined ? null : `$${first}`;
  return { text, values: asked.map(({ value }) => value), shape: asked.map(({ member }) => member).join(','), job, next: first + asked.length };
}

/**
 * The applications a viewer may know of: everything for an admin or auditor; for a member one index walk for each job they hold a seat on,
 * beside the few applications they sit on themselves, so that the cost does not grow with the organisation.
 */
function scope(role: SiteRole, conditions: string, job: string | null, columns: Fragment, tail: string): Fragment {
  const text = (value: string): Fragment => ({ fragment: true, text: value });
  const known = (from: string) => fragment`
    (select a.id, ${columns}, v.sight from ${text(from)} join application_sight($1, $2) v on v.application_id = a.id
     where v.sight <> 'absent'${text(conditions)}${text(tail)})`;
  if (role !== 'member') return known('applications a');
  const onlyJob = text(job === null ? '' : ` and s.job_id = ${job}`);
  return fragment`
    (select x.* from (select distinct s.job_id from seats s where s.user_id = $1 and s.job_id is not null and ${LIVE}${onlyJob}) mine
     cross join lateral ${known('(select * from applications b where b.job_id = mine.job_id) a')} x)
    union
    ${known(`(select s.application_id as id from seats s where s.user_id = $1 and s.application_id is not null and ${LIVE.text}
        union select c.application_id from scorecards c where c.interviewer_id = $1) own join applications a on a.id = own.id`)}`;
}

/** A page of the list. Parameters: $1 the viewer, $2 now, $3 how many, then the filters, then the cursor's key and id. */
export function listStatement(role: SiteRole, sort: ApplicationSort, filters: ApplicationFilters, continued: boolean): { statement: Statement; filters: string[] } {
  const { text, values, shape, job, next } = filtersOf(filters, 4);
  const statement = once(`list ${role === 'member'} ${sort} ${shape} ${continued}`, () => {
    const { key, keyText, direction } = ORDERS[sort];
    const type = SORT_KINDS[sort] === 'time' ? '::timestamptz' : '::text';
    const after = continued ? ` and (${key.text}, a.id) ${direction === 'asc' ? '>' : '<'} ($${next}${type}, $${next + 1}::uuid)` : '';
    const tail = ` order by ${key.text} ${direction}, a.id ${direction} limit $3`;
    const way: Fragment = { fragment: true, text: direction };
    return sql`
      select a.id, a.candidate_id as "candidateId", c.name as "candidateName", a.job_id as "jobId", j.title as "jobTitle", a.status,
        a.current_round_key as "currentRoundKey", r.content->>'name' as "currentRoundName", a.source, a.started_at as "startedAt",
        a.stage_changed_at as "stageChangedAt", d.state as "debriefState", a.cards_due as "cardsDue", a.cards_submitted as "cardsSubmitted",
        a.cards_waived as "cardsWaived", page.sight, case when page.sight = 'content' then a.outcome end as outcome, ${keyText} as "sortKey"
      from (select * from (${scope(role, text + after, job, fragment`${key} as key`, tail)}) known order by key ${way}, id ${way} limit $3) page
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
  const statement = once(`count ${role === 'member'} ${shape}`, () => sql`
    select known.status, count(*)::integer as count from (${scope(role, text, job, fragment`a.status`, '')}) known group by known.status order by known.status`);
  return { statement, filters: values };
}
