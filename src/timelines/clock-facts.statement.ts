import { fragment, sql } from '../platform/statement.js';
import { followedCalendar } from './followed-calendar.reader.js';

const place = (owner: 'j' | 'u') =>
  ({ fragment: true, text: `'zone', ${owner}.time_zone, 'country', ${owner}.country, 'calendar', ${followedCalendar(owner).text}` }) as const;

/** Who holds a seat of the job: the longest seated who is still here, whoever stands in for them. */
const holder = (kind: 'hiring_manager' | 'recruiter' | 'coordinator') =>
  ({
    fragment: true,
    text: `(select s.user_id from seats s join users h on h.id = s.user_id
      where s.job_id = a.job_id and s.kind = '${kind}' and s.ended_at is null and s.delegated_from is null
      order by h.status = 'active' desc, s.granted_at, s.id limit 1)`,
  }) as const;

const ROUNDS = fragment`
  (select json_agg(json_build_object('key', r.key, 'content', r.content, 'status', r.status, 'outcome', r.outcome, 'decidedAt', r.decided_at) order by r.position)
    from application_rounds r where r.application_id = a.id)`;

const CARDS = fragment`
  (select json_agg(json_build_object('id', s.id, 'user', s.interviewer_id, 'status', s.status, 'submittedAt', s.first_submitted_at, ${place('u')}) order by s.id)
    from scorecards s join users u on u.id = s.interviewer_id where s.interview_id = i.id)`;

const INTERVIEWS = fragment`
  (select json_agg(json_build_object('id', i.id, 'round', ir.key, 'status', i.status, 'startsAt', i.starts_at, 'endsAt', i.ends_at, 'createdAt', i.created_at,
      'cards', ${CARDS}) order by i.starts_at nulls last, i.id)
    from interviews i join application_rounds ir on ir.id = i.round_id where i.application_id = a.id)`;

/** What started and stopped clocks; a move is told by which move it was. */
const EVENTS = fragment`
  (select json_agg(json_build_object('id', e.ref, 'kind', e.type, 'at', e.at, 'subject', e.subject_id, 'card', e.scorecard_id,
      'move', case when e.type = 'application.moved' then (select x.content->'payload'->>'move' from event_contents x where x.event_id = e.id) end) order by e.id)
    from events e where e.application_id = a.id and e.type in ('application.started', 'application.moved', 'interview.planned', 'interview.scheduled',
      'interview.moved', 'interview.held', 'interview.cancelled', 'interview.no_show', 'scorecard.submitted', 'scorecard.declined', 'scorecard.waived',
      'debrief.reopened', 'decision.recorded', 'ballot.opened', 'ballot.revealed'))`;

const PAUSES = fragment`
  (select json_agg(json_build_object('from', p.from_at, 'to', p.until_at, 'reason', p.reason_code, 'words', p.words) order by p.from_at, p.turn)
    from application_pauses p where p.application_id = a.id)`;

/** Everything the clocks of one application follow from, in one read. */
export const CLOCK_FACTS = sql`
  select a.id, a.job_id as "jobId", a.person_id as "personId", a.status, to_json(a.started_at) as "startedAt", to_json(a.ended_at) as "endedAt", a.deadlines,
    json_build_object(${place('j')}, 'department', j.department, 'hiringManager', ${holder('hiring_manager')}, 'recruiter', ${holder('recruiter')},
      'coordinator', ${holder('coordinator')}) as job,
    c.time_zone as "candidateZone", ${ROUNDS} as rounds, ${INTERVIEWS} as interviews, ${EVENTS} as events, ${PAUSES} as pauses,
    (select json_build_object('openedAt', b.opened_at, 'revealedAt', b.revealed_at, 'id', b.id) from ballots b
      where b.debrief_id = d.id and b.kind = 'committee' and b.round_number = d.round_number) as committee,
    (select to_json(x.decided_at) from decisions x where x.debrief_id = d.id and x.superseded_at is null) as "decidedAt",
    (select to_json(max(o.reopened_at)) from debrief_reopenings o where o.debrief_id = d.id) as "reopenedAt"
  from applications a join jobs j on j.id = a.job_id join candidates c on c.id = a.candidate_id join debriefs d on d.application_id = a.id
  where a.id = $1`;

/** The application's row first, always; then the facts in a statement of their own, whose snapshot is younger than the lock. */
export const LOCK_APPLICATION = sql`select 1 from applications where id = $1 for update`;
