import type { Export, ExportViewer } from './export-kind.js';
import type { ExportDecisionsQuery, ExportScorecardsQuery } from './exports.dto.js';

const CARD_COLUMNS = [
  'id',
  'applicationId',
  'candidateName',
  'jobId',
  'jobTitle',
  'roundKey',
  'roundName',
  'interviewerId',
  'interviewerName',
  'status',
  'counts',
  'dueAt',
  'reasonCode',
  'reason',
  'revision',
  'submittedAt',
  'firstSubmittedAt',
  'exposed',
  'imported',
  'rubricVersionId',
  'content',
];

const STATUS = `case when s.status in ('assigned', 'draft') and i.status in ('cancelled', 'no_show') then 'not_due'
      when s.status in ('assigned', 'draft') then 'due' else s.status end`;
/** The card's own author, or somebody who sees the content. */
const KNOWS = `(s.interviewer_id = $1 or v.sight = 'content')`;
const READS = `(${KNOWS} and s.status = 'submitted')`;

/** What of each card the viewer may know: a status, or what it says. Drafts and private notes are nobody's to export. */
const SCORECARDS = `
  select s.id, s.application_id as "applicationId", c.name as "candidateName", a.job_id as "jobId", j.title as "jobTitle", s.round_key as "roundKey",
    coalesce(r.content->>'name', s.round_key) as "roundName", s.interviewer_id as "interviewerId", w.name as "interviewerName", ${STATUS} as status, s.counts,
    case when ${KNOWS} then s.due_at end as "dueAt", case when ${KNOWS} then s.reason_code end as "reasonCode", case when ${KNOWS} then s.reason end as reason,
    case when ${READS} then s.revision end as revision, case when ${READS} then s.submitted_at end as "submittedAt",
    case when ${READS} then s.first_submitted_at end as "firstSubmittedAt", case when ${READS} then s.exposed end as exposed,
    case when ${READS} then s.imported end as imported, case when ${READS} then a.rubric_version_id end as "rubricVersionId",
    case when ${READS} then s.content end as content,
    case when ${READS} and s.interviewer_id <> $1 then s.id end as "shownCard"
  from scorecards s
  join applications a on a.id = s.application_id
  join application_sight($1, $2) v on v.application_id = a.id and v.sight <> 'absent'
  join interviews i on i.id = s.interview_id
  join application_rounds r on r.id = s.round_id
  join candidates c on c.id = a.candidate_id
  join jobs j on j.id = a.job_id
  join users w on w.id = s.interviewer_id
  where ($3::uuid is null or a.job_id = $3) and ($4::uuid is null or a.id = $4) and ($5::text is null or ${STATUS} = $5)
  order by a.id, r.position, w.name, s.id`;

export function scorecardsExport({ userId, now }: ExportViewer, { jobId, applicationId, status }: ExportScorecardsQuery): Export {
  const values = [userId, now, jobId ?? null, applicationId ?? null, status ?? null];
  return { kind: 'scorecards', columns: CARD_COLUMNS, text: SCORECARDS, values };
}

const DECISION_COLUMNS = [
  'id',
  'applicationId',
  'candidateName',
  'jobId',
  'jobTitle',
  'roundNumber',
  'outcome',
  'recommended',
  'departs',
  'rationale',
  'explanation',
  'level',
  'conditions',
  'decider',
  'decidedById',
  'decidedByName',
  'overrideReason',
  'escalationReason',
  'decidedAt',
  'supersededAt',
  'dissents',
  'engine',
  'inputHash',
];

const DECISIONS = `
  select x.id, a.id as "applicationId", c.name as "candidateName", a.job_id as "jobId", j.title as "jobTitle", x.round_number as "roundNumber", x.outcome,
    x.recommendation::jsonb->>'outcome' as recommended, x.departs, x.rationale, x.explanation, x.level, x.conditions, x.decider,
    x.decided_by as "decidedById", w.name as "decidedByName", x.override_reason as "overrideReason", x.escalation_reason as "escalationReason",
    x.decided_at as "decidedAt", x.superseded_at as "supersededAt",
    coalesce((select jsonb_agg(jsonb_build_object('authorName', y.name, 'words', n.words, 'writtenAt', n.written_at) order by n.written_at, y.name)
      from dissents n join users y on y.id = n.author_id where n.decision_id = x.id), '[]') as dissents,
    x.engine, x.input_hash as "inputHash", a.id as "shownApplication"
  from decisions x
  join debriefs d on d.id = x.debrief_id
  join applications a on a.id = d.application_id
  join application_sight($1, $2) v on v.application_id = a.id and v.sight = 'content'
  join candidates c on c.id = a.candidate_id
  join jobs j on j.id = a.job_id
  join users w on w.id = x.decided_by
  where ($3::uuid is null or a.job_id = $3) and ($4::uuid is null or a.id = $4)
    and ($5::timestamptz is null or x.decided_at >= $5) and ($6::timestamptz is null or x.decided_at < $6)
  order by x.decided_at, x.id`;

/** Only for who sees the content. */
export function decisionsExport({ userId, now }: ExportViewer, { jobId, applicationId, from, until }: ExportDecisionsQuery): Export {
  const values = [userId, now, jobId ?? null, applicationId ?? null, from ?? null, until ?? null];
  return { kind: 'decisions', columns: DECISION_COLUMNS, text: DECISIONS, values };
}
