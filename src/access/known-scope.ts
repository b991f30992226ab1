import type { SiteRole } from '../domain/visibility/visibility.js';
import { type Fragment, fragment } from '../platform/statement.js';

/**
 * A parameter whose value the planner does not look at. It then expects the same cost with the value as without, so that the
 * statement is planned once a connection and not anew for every caller: planning it takes longer than answering.
 */
export const given = (parameter: number, type: string): string => `(select $${parameter}::${type})`;
export const VIEWER: Fragment = { fragment: true, text: given(1, 'uuid') };
export const NOW: Fragment = { fragment: true, text: given(2, 'timestamptz') };

/** A seat `s` in force at $2. */
export const LIVE_SEAT = fragment`s.ended_at is null and (s.starts_at is null or s.starts_at <= ${NOW}) and (s.ends_at is null or s.ends_at > ${NOW})`;

/** The viewer's site role as it stands. */
export const SITE_ROLE = fragment`(select u.site_role from users u where u.id = ${VIEWER})`;

/** Whom a conflict hides and which jobs the viewer is a candidate for: asked once for the whole list, and mostly nobody and none. */
const NOT_HIDDEN = fragment`
  a.person_id <> all (array(select p.person_id from conflicts f join candidates p on p.id = f.person_id where f.user_id = ${VIEWER} and f.withdrawn_at is null
                            union all select p.person_id from candidates p where p.user_id = ${VIEWER}))
  and a.job_id <> all (array(select mine.job_id from candidates p join applications mine on mine.person_id = p.person_id where p.user_id = ${VIEWER}))`;

export interface KnownRows {
  /** A table with `person_id`, `job_id` and an application's id: `a` in everything below. */
  readonly table: 'applications' | 'board_lines';
  readonly columns: Fragment;
  /** Begins with ` and `, or empty. */
  readonly conditions: string;
  /** The one job asked for, as SQL; null for all. */
  readonly job: string | null;
  /** Order and limit of each walk. */
  readonly tail: string;
}

const ID = { applications: 'id', board_lines: 'application_id' } as const;

const plain = (text: string): Fragment => ({ fragment: true, text });

/** Narrows seats `s` to the one job asked for. */
export const narrowedTo = (job: string | null): Fragment => plain(job === null ? '' : ` and s.job_id = ${job}`);

/**
 * The rows of applications a viewer may know of: everything for an admin or auditor; for a member one index walk for each job they hold a
 * seat on, beside the few applications of other jobs they sit on themselves, so that the cost does not grow with the organisation. Whoever comes
 * this way knows of the application unless a conflict hides it: exactly where `application_sight` says more than 'absent'. $1 is the viewer, $2 now.
 */
export function knownRows(role: SiteRole, { table, columns, conditions, job, tail }: KnownRows): Fragment {
  const known = (more: Fragment) =>
    fragment`(select a.${plain(ID[table])} as id, ${columns} from ${plain(table)} a where ${NOT_HIDDEN}${more}${plain(conditions)}${plain(tail)})`;
  // A role taken away a moment ago opens nothing any more.
  if (role !== 'member') return known(fragment` and ${SITE_ROLE} <> 'member'`);
  const seats = fragment`from seats s where s.user_id = ${VIEWER} and s.job_id is not null and ${LIVE_SEAT}${narrowedTo(job)}`;
  // As arrays, which the planner takes for short, so that one plan serves people with few seats and with many.
  const jobs = fragment`array(select distinct s.job_id ${seats})`;
  const ofJobs =
    job === null
      ? fragment`(select x.* from unnest(${jobs}) mine(job_id) cross join lateral ${known(fragment` and a.job_id = mine.job_id`)} x)`
      : known(fragment` and a.job_id = (select s.job_id ${seats} limit 1)`);
  return fragment`
    ${ofJobs}
    union all
    ${known(fragment` and a.job_id <> all (${jobs}) and a.${plain(ID[table])} = any (array(
        select s.application_id from seats s where s.user_id = ${VIEWER} and s.application_id is not null and ${LIVE_SEAT}
        union select c.application_id from scorecards c where c.interviewer_id = ${VIEWER}))`)}`;
}
