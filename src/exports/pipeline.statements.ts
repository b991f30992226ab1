import type { Export, ExportViewer } from './export-kind.js';
import type { ExportApplicationsQuery, ExportCandidatesQuery, ExportInterviewsQuery } from './exports.dto.js';

const APPLICATION_COLUMNS = [
  'id',
  'candidateId',
  'candidateName',
  'jobId',
  'jobTitle',
  'status',
  'currentRoundKey',
  'currentRoundName',
  'source',
  'startedAt',
  'stageChangedAt',
  'debriefState',
  'cardsDue',
  'cardsSubmitted',
  'cardsWaived',
  'outcome',
  'reasonCode',
];

const APPLICATIONS = `
  select a.id, a.candidate_id as "candidateId", c.name as "candidateName", a.job_id as "jobId", j.title as "jobTitle", a.status,
    a.current_round_key as "currentRoundKey", r.content->>'name' as "currentRoundName", a.source, a.started_at as "startedAt",
    a.stage_changed_at as "stageChangedAt", d.state as "debriefState", a.cards_due as "cardsDue", a.cards_submitted as "cardsSubmitted",
    a.cards_waived as "cardsWaived", case when v.sight = 'content' then a.outcome end as outcome,
    case when v.sight = 'content' then a.reason_code end as "reasonCode",
    case when v.sight = 'content' and a.outcome is not null then a.id end as "shownApplication"
  from applications a
  join application_sight($1, $2) v on v.application_id = a.id and v.sight <> 'absent'
  join candidates c on c.id = a.candidate_id
  join jobs j on j.id = a.job_id
  join debriefs d on d.application_id = a.id
  left join application_rounds r on r.application_id = a.id and r.key = a.current_round_key
  where ($3::uuid is null or a.job_id = $3) and ($4::text is null or a.status = $4) and ($5::text is null or a.current_round_key = $5)
    and ($6::text is null or strpos(a.candidate_sort, lower($6)) > 0)
    and ($7::timestamptz is null or a.started_at >= $7) and ($8::timestamptz is null or a.started_at < $8)
  order by a.started_at, a.id`;

/** As in the list: stage and status of cards for all, the outcome for who sees the cards. */
export function applicationsExport({ userId, now }: ExportViewer, query: ExportApplicationsQuery): Export {
  const { jobId, status, round, search, from, until } = query;
  const values = [userId, now, jobId ?? null, status ?? null, round ?? null, search ?? null, from ?? null, until ?? null];
  return { kind: 'applications', columns: APPLICATION_COLUMNS, text: APPLICATIONS, values };
}

const CANDIDATE_COLUMNS = ['id', 'name', 'email', 'phone', 'location', 'timeZone', 'country', 'links', 'applications', 'createdAt', 'archivedAt'];

const CANDIDATES = `
  select c.id, c.name, case when k.manages or u.site_role = 'auditor' then c.email end as email,
    case when k.manages or u.site_role = 'auditor' then c.phone end as phone, c.location, c.time_zone as "timeZone", c.country, c.links,
    (select count(*)::integer from applications a join known_applications($1, $2) q on q.application_id = a.id where a.person_id = c.person_id) as applications,
    c.created_at as "createdAt", c.archived_at as "archivedAt"
  from candidates c
  join candidate_sight($1, $2) k on k.candidate_id = c.id and k.visible
  join users u on u.id = $1
  where c.id = c.person_id and ($3::text is null or strpos(lower(c.name), lower($3)) > 0)
    and ($4::uuid is null or exists (select 1 from applications a join known_applications($1, $2) q on q.application_id = a.id
         where a.person_id = c.person_id and a.job_id = $4))
    and ($5 or c.archived_at is null)
  order by c.created_at, c.id`;

/** How to reach them only for those whose work it is. */
export function candidatesExport({ userId, now }: ExportViewer, { search, jobId, archived }: ExportCandidatesQuery): Export {
  const values = [userId, now, search ?? null, jobId ?? null, archived ?? false];
  return { kind: 'candidates', columns: CANDIDATE_COLUMNS, text: CANDIDATES, values };
}

const INTERVIEW_COLUMNS = [
  'id',
  'applicationId',
  'candidateName',
  'jobId',
  'jobTitle',
  'roundKey',
  'roundName',
  'status',
  'startsAt',
  'endsAt',
  'timeZone',
  'location',
  'panel',
  'reason',
];

const INTERVIEWS = `
  select i.id, i.application_id as "applicationId", c.name as "candidateName", a.job_id as "jobId", j.title as "jobTitle", r.key as "roundKey",
    coalesce(r.content->>'name', r.key) as "roundName", i.status, i.starts_at as "startsAt", i.ends_at as "endsAt", i.time_zone as "timeZone", i.location,
    array(select distinct p.name from seats s join users p on p.id = s.user_id where s.interview_id = i.id and s.ended_at is null order by p.name) as panel,
    case when v.sight = 'content' or u.site_role = 'admin' or exists (select 1 from seats s where s.user_id = $1 and s.job_id = a.job_id
        and s.kind in ('recruiter', 'hiring_manager', 'coordinator') and s.ended_at is null and (s.starts_at is null or s.starts_at <= $2)
        and (s.ends_at is null or s.ends_at > $2)) then i.reason end as reason
  from interviews i
  join applications a on a.id = i.application_id
  join application_sight($1, $2) v on v.application_id = a.id and v.sight <> 'absent'
  join application_rounds r on r.id = i.round_id
  join candidates c on c.id = a.candidate_id
  join jobs j on j.id = a.job_id
  join users u on u.id = $1
  where ($3::uuid is null or a.job_id = $3) and ($4::uuid is null or a.id = $4) and ($5::text is null or i.status = $5)
    and ($6::timestamptz is null or i.starts_at >= $6) and ($7::timestamptz is null or i.starts_at < $7)
  order by i.starts_at nulls last, i.id`;

export function interviewsExport({ userId, now }: ExportViewer, query: ExportInterviewsQuery): Export {
  const { jobId, applicationId, status, from, until } = query;
  const values = [userId, now, jobId ?? null, applicationId ?? null, status ?? null, from ?? null, until ?? null];
  return { kind: 'interviews', columns: INTERVIEW_COLUMNS, text: INTERVIEWS, values };
}
