import { given, knownRows } from '../access/known-scope.js';
import { sessionStands } from '../access/session-proof.js';
import { sightOfKnown } from '../access/sight-of-known.js';
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

const NOW = given(2, 'timestamptz');

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

/** A page's rows at most, one more than is shown. Written into the text: for a parameter the planner expects a tenth of the table. */
const SIZES = [11, 51, 101, 201] as const;

const STANDS = sessionStands(3, { fragment: true, text: NOW });

/** What a row of the page says of its application, and what decides what the viewer sees of it. */
const COLUMNS = fragment`
  a.candidate_id, a.person_id, a.job_id, a.visibility_policy, a.status, a.current_round_key, a.source, a.started_at, a.stage_changed_at,
  a.cards_due, a.cards_submitted, a.cards_waived, a.outcome`;

/**
 * A page of the list, of at least `rows` rows where there are as many; none where the session is over. Parameters: $1 the viewer, $2 now, $3 to $6 the
 * proof of the session, then the filters, then the cursor's key and id.
 */
export function listStatement(
  role: SiteRole,
  sort: ApplicationSort,
  filters: ApplicationFilters,
  continued: boolean,
  rows: number,
): { statement: Statement; filters: string[] } {
  const { text, values, shape, job, next } = filtersOf(filters, 7);
  const size = SIZES.find((one) => one >= rows) ?? SIZES[3];
  const statement = once(`list ${role === 'member'} ${sort} ${shape} ${continued} ${size}`, () => {
    const { key, keyText, direction } = ORDERS[sort];
    const type = SORT_KINDS[sort] === 'time' ? 'timestamptz' : 'text';
    const after = continued ? ` and (${key.text}, a.id) ${direction === 'asc' ? '>' : '<'} (${given(next, type)}, ${given(next + 1, 'uuid')})` : '';
    const tail = ` order by ${key.text} ${direction}, a.id ${direction} limit ${size}`;
    const way: Fragment = { fragment: true, text: direction };
    const known = knownRows(role, {
      table: 'applications',
      columns: fragment`${COLUMNS}, ${key} as key`,
      conditions: `${text}${after} and ${STANDS.text}`,
      job,
      tail,
    });
    // Of one job there is one title.
    const title: Fragment = { fragment: true, text: `(select j.title from jobs j where j.id = ${job ?? 'page.job_id'})` };
    return sql`
      with page as materialized (select * from (${known}) known order by key ${way}, id ${way} limit ${{ fragment: true, text: String(size) }})
      select page.id, page.candidate_id as "candidateId", c.name as "candidateName", page.job_id as "jobId", ${title} as "jobTitle", page.status,
        page.current_round_key as "currentRoundKey", r.content->>'name' as "currentRoundName", page.source, page.started_at as "startedAt",
        page.stage_changed_at as "stageChangedAt", d.state as "debriefState", page.cards_due as "cardsDue", page.cards_submitted as "cardsSubmitted",
        page.cards_waived as "cardsWaived", v.sight, case when v.sight = 'content' then page.outcome end as outcome, ${keyText} as "sortKey"
      from page
      join candidates c on c.id = page.candidate_id
      join debriefs d on d.application_id = page.id
      cross join lateral (select ${sightOfKnown(job)} as sight offset 0) v
      left join application_rounds r on r.application_id = page.id and r.key = page.current_round_key
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
    select known.status, count(*)::integer as count from (${knownRows(role, { table: 'applications', columns: fragment`a.status`, conditions: `${text} and ${NOW} is not null`, job, tail: '' })}) known group by known.status order by known.status`,
  );
  return { statement, filters: values };
}
