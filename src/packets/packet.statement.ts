import { fragment, sql } from '../platform/statement.js';

/**
 * A packet is opened in one statement: what the viewer sees, the record of the reading, whom it exposed to which cards, and
 * everything in it, all from one snapshot. `$1` debrief, `$2` viewer, `$3` now; `$4` to `$9` the event, `$10` known rubric
 * versions. JSON is built here and
 * passed on as text: nothing in it is read by the server unless it must compute.
 */
const HEAD = fragment`
  head as materialized (
    select d.id, d.application_id, a.job_id, a.person_id, v.sight
    from debriefs d join applications a on a.id = d.application_id join application_sight($2, $3) v on v.application_id = a.id
    where d.id = $1),
  opened as materialized (select * from head where sight = 'content')`;

/** The cards as they stand are what is shown; whoever writes on the person after this has been shown them. */
const RECORD = fragment`
  exposed as (
    insert into exposures (user_id, scorecard_id, revision, via, first_shown_at)
    select $2, s.id, s.revision, case when exists (select 1 from break_glass b where b.user_id = $2 and b.application_id = o.application_id
        and b.ended_at is null and b.granted_at <= $3 and b.expires_at > $3) then 'break_glass' else 'packet' end, $3
    from opened o join scorecards s on s.application_id = o.application_id
    where s.status = 'submitted' and s.interviewer_id <> $2
      and not exists (select 1 from exposures x where x.user_id = $2 and x.scorecard_id = s.id)
    on conflict (user_id, scorecard_id) do nothing),
  event as (
    insert into events (at, type, actor_id, actor, subject_kind, subject_id, job_id, application_id, person_id, content_hash)
    select $3, $4, $5, $6, 'debrief', o.id, o.job_id, o.application_id, o.person_id, $7 from opened o returning id),
  recorded as (insert into event_contents (event_id, salt, content) select id, $8, $9 from event)`;

const ABOUT = fragment`
  json_build_object(
    'debrief', json_build_object('id', d.id, 'state', d.state, 'roundNumber', d.round_number, 'dueAt', d.due_at, 'readyAt', d.ready_at,
      'decidedAt', d.decided_at, 'closedAt', d.closed_at,
      'reopenings', coalesce((select json_agg(json_build_object('roundNumber', r.round_number, 'fromState', r.from_state, 'reason', r.reason,
        'offerHalted', r.offer_halted, 'by', r.reopened_by, 'byName', u.name, 'at', r.reopened_at) order by r.round_number)
        from debrief_reopenings r join users u on u.id = r.reopened_by where r.debrief_id = d.id), '[]')),
    'application', json_build_object('id', a.id, 'status', a.status, 'reasonCode', a.reason_code, 'visibilityPolicy', a.visibility_policy, 'source', a.source,
      'startedAt', a.started_at, 'endedAt', a.ended_at),
    'candidate', json_build_object('id', c.id, 'name', c.name),
    'job', json_build_object('id', j.id, 'title', j.title, 'department', j.department, 'location', j.location, 'timeZone', j.time_zone))::text`;

const RUBRIC_VERSION = fragment`
  json_build_object('id', rv.id, 'rubricId', rv.rubric_id, 'name', ru.name, 'number', rv.number, 'publishedAt', rv.published_at,
    'contentHash', rv.content_hash)::text`;

/** A published version never changes: its content is sent once to each process that does not know it yet. */
const RUBRIC_CONTENT = fragment`case when rv.id = any($10::uuid[]) then null else rv.content::text end`;

const ROUNDS = fragment`
  (select coalesce(json_agg(json_build_object('key', r.key, 'name', coalesce(r.content->>'name', r.key), 'position', r.position,
      'focus', coalesce(r.content->>'focus', ''), 'minutes', (r.content->>'minutes')::integer, 'status', r.status,
      'plannedOn', (a.started_at at time zone j.time_zone)::date + (r.content->>'targetDay')::integer,
      'owesCard', coalesce((r.content->>'owesCard')::boolean, true), 'panel', coalesce(r.content->'panel', '[]'),
      'outcome', r.outcome, 'reasonCode', r.reason_code, 'reason', r.reason, 'facts', r.facts,
      'decidedBy', r.decided_by, 'decidedByName', (select u.name from users u where u.id = r.decided_by), 'decidedAt', r.decided_at,
      'interviews', coalesce((select json_agg(json_build_object('id', i.id, 'status', i.status, 'startsAt', i.starts_at, 'endsAt', i.ends_at,
          'timeZone', i.time_zone, 'reason', i.reason) order by i.starts_at nulls last, i.created_at, i.id)
        from interviews i where i.round_id = r.id), '[]')) order by r.position), '[]')
   from application_rounds r where r.application_id = a.id)::text`;

const COUNTED = fragment`s.counts and (s.status = 'submitted' or i.status not in ('cancelled', 'no_show'))`;
const CARD_ORDER = fragment`r.position, s.created_at, s.id`;
const STATUS = fragment`
  case when s.status not in ('assigned', 'draft') then s.status when i.status in ('cancelled', 'no_show') then 'not_due' else 'due' end`;

/**
 * In the order of the arithmetic. The content of the current revision stands on the card; earlier ones keep theirs. `computed` is
 * what a recommendation and its words depend on, short: revisions never change.
 */
const CARDS = fragment`
  select coalesce(json_agg(json_build_object('id', s.id, 'round', json_build_object('key', s.round_key, 'name', coalesce(r.content->>'name', s.round_key)),
      'interviewer', json_build_object('id', u.id, 'name', u.name), 'interviewId', s.interview_id, 'status', ${STATUS}, 'counts', s.counts, 'counted', ${COUNTED},
      'reasonCode', s.reason_code, 'reason', s.reason, 'dueAt', s.due_at, 'submittedAt', s.submitted_at, 'firstSubmittedAt', s.first_submitted_at,
      'revision', s.revision, 'exposed', s.exposed, 'imported', s.imported, 'content', case when s.status = 'submitted' then s.content end,
      'revisions', coalesce((select json_agg(json_build_object('number', v.number, 'exposed', v.exposed, 'reason', v.reason, 'submittedAt', v.submitted_at,
          'contentHash', v.content_hash, 'salt', v.salt, 'content', case when v.number < s.revision or s.status <> 'submitted' then v.content end) order by v.number)
        from scorecard_revisions v where v.scorecard_id = s.id), '[]')) order by ${CARD_ORDER}), '[]')::text as cards,
    json_agg(json_build_array(s.id, s.revision, s.status, ${COUNTED}, u.id, u.name, s.round_key, r.content->>'name') order by ${CARD_ORDER})::text as computed
  from scorecards s join interviews i on i.id = s.interview_id join application_rounds r on r.id = s.round_id join users u on u.id = s.interviewer_id
  where s.application_id = a.id`;

const VETOES = fragment`
  (select coalesce(json_agg(json_build_object('id', x.id, 'seat', x.seat, 'by', x.user_id, 'name', u.name, 'reason', x.reason, 'at', x.cast_at,
      'roundNumber', x.round_number, 'withdrawnAt', x.withdrawn_at, 'withdrawnReason', x.withdrawn_reason) order by x.cast_at, x.id), '[]')
   from vetoes x join users u on u.id = x.user_id where x.debrief_id = d.id)::text`;

/** A sealed ballot shows that it is open and nothing else. */
const BALLOTS = fragment`
  (select coalesce(json_agg(json_build_object('id', b.id, 'kind', b.kind, 'roundNumber', b.round_number, 'status', b.status, 'openedAt', b.opened_at,
      'revealedAt', b.revealed_at, 'closedBy', b.closed_by, 'shown', json_build_object('inputHash', b.input_hash, 'engine', b.engine), 'seats', b.seats,
      'votes', case when b.status = 'revealed' then coalesce((select json_agg(json_build_object('userId', v.voter_id, 'name', u.name, 'choice', v.choice,
          'words', v.words, 'salt', v.salt, 'commitment', v.commitment, 'voided', v.voided) order by u.name, u.id)
        from ballot_votes v join users u on u.id = v.voter_id where v.ballot_id = b.id), '[]') end)
      order by b.round_number, array_position(array['first', 'second', 'committee'], b.kind)), '[]')
   from ballots b where b.debrief_id = d.id)`;

const CHALLENGES = fragment`
  (select coalesce(json_agg(json_build_object('id', h.id, 'roundNumber', h.round_number, 'scorecardId', h.scorecard_id, 'criterion', h.criterion,
      'reasonCode', h.reason_code, 'words', h.words, 'raisedBy', h.raised_by, 'raisedByName', u.name, 'raisedAt', h.raised_at, 'status', h.status,
      'before', json_build_object('revision', h.revision, 'level', h.level),
      'after', case when h.status <> 'open' then json_build_object('revision', h.resolved_revision, 'level', h.resolved_level) end,
      'resolution', h.resolution, 'resolvedBy', h.resolved_by, 'resolvedAt', h.resolved_at,
      'shownBefore', json_build_object('inputHash', h.raised_hash, 'engine', h.raised_engine),
      'shownAfter', case when h.resolved_hash is not null then json_build_object('inputHash', h.resolved_hash, 'engine', h.resolved_engine) end,
      'replies', coalesce((select json_agg(json_build_object('id', p.id, 'parentId', p.parent_id, 'authorId', p.author_id, 'authorName', w.name,
          'words', p.words, 'saidAt', p.said_at) order by p.turn)
        from challenge_replies p join users w on w.id = p.author_id where p.challenge_id = h.id), '[]')) order by h.raised_at, h.id), '[]')
   from challenges h join users u on u.id = h.raised_by where h.debrief_id = d.id)::text`;

const DECISIONS = fragment`
  (select coalesce(json_agg(json_build_object('id', x.id, 'roundNumber', x.round_number, 'outcome', x.outcome, 'rationale', x.rationale,
      'explanation', x.explanation, 'level', x.level, 'conditions', x.conditions, 'departs', x.departs, 'decider', x.decider,
      'decidedBy', x.decided_by, 'decidedByName', u.name, 'onBehalfOf', x.on_behalf_of, 'overrideReason', x.override_reason,
      'escalationReason', x.escalation_reason, 'decidedAt', x.decided_at, 'supersededAt', x.superseded_at,
      'shown', json_build_object('inputHash', x.input_hash, 'engine', x.engine),
      'dissents', coalesce((select json_agg(json_build_object('authorId', s.author_id, 'authorName', w.name, 'words', s.words, 'writtenAt', s.written_at)
        order by s.written_at, w.name) from dissents s join users w on w.id = s.author_id where s.decision_id = x.id), '[]'))
      order by x.round_number, x.decided_at, x.id), '[]')
   from decisions x join users u on u.id = x.decided_by where x.debrief_id = d.id)::text`;

/** `::json` keeps the text of a recommendation as it was stored, byte for byte. */
const SHOWN = fragment`
  (select coalesce(json_agg(json_build_object('inputHash', w.input_hash, 'engine', w.engine, 'firstShownAt', w.at, 'input', w.input,
      'recommendation', w.recommendation::json) order by w.at, w.input_hash), '[]')
   from (select distinct on (k.input_hash, k.engine) k.* from (
       select input_hash, engine, first_shown_at as at, input, recommendation from shown_recommendations where application_id = a.id
       union all
       select input_hash, engine, decided_at, input, recommendation from decisions where debrief_id = d.id) k
     order by k.input_hash, k.engine, k.at) w)::text`;

const SEATS = fragment`
  (select coalesce(json_agg(json_build_object('kind', s.kind, 'userId', s.user_id, 'name', u.name, 'interviewId', s.interview_id, 'training', s.training,
      'lead', s.lead, 'standsInFor', (select t.user_id from seats t where t.id = s.delegated_from), 'from', coalesce(s.starts_at, s.granted_at),
      'until', least(s.ends_at, s.ended_at)) order by s.granted_at, s.id), '[]')
   from seats s join users u on u.id = s.user_id where s.job_id = a.job_id or s.application_id = a.id)::text`;

const MINUTES = fragment`
  (select coalesce(json_agg(json_build_object('roundNumber', m.round_number, 'item', m.item, 'revision', m.revision, 'text', m.text,
      'by', m.written_by, 'byName', u.name, 'at', m.written_at) order by m.round_number, m.written_at, m.item), '[]')
   from (select distinct on (n.round_number, n.item) n.* from agenda_minutes n where n.debrief_id = d.id order by n.round_number, n.item, n.revision desc) m
   join users u on u.id = m.written_by)::text`;

/** What was due when, with whom, and how it ended. */
const TIMELINE = fragment`
  (select coalesce(json_agg(json_build_object('key', c.key, 'roundKey', coalesce(s.round_key, r.key), 'holderRole', c.holder_role, 'holderId', c.holder_id,
      'holderName', u.name, 'startedAt', c.started_at, 'dueAt', c.due_at, 'stoppedAt', c.stopped_at, 'state', clock_state(c, $3))
      order by c.started_at, c.key, c.subject_id), '[]')
   from application_clocks c left join users u on u.id = c.holder_id
   left join scorecards s on c.key = 'scorecard_due' and s.id = c.subject_id
   left join interviews i on c.key = 'notice' and i.id = c.subject_id
   left join application_rounds r on r.id = i.round_id where c.application_id = a.id)::text`;

export const OPEN_PACKET = sql`
  with ${HEAD}, ${RECORD}
  select h.sight, h.application_id as "applicationId", body.*
  from head h left join lateral (
    select d.state, a.rubric_version_id as "rubricVersionId", k.cards, json_build_array(a.rubric_version_id, a.debrief_policy)::text || k.computed as fingerprint,
      ${ABOUT} as about, ${RUBRIC_VERSION} as "rubricVersion", ${RUBRIC_CONTENT} as "rubricContent", rv.status = 'draft' as "rubricIsDraft", ${ROUNDS} as rounds,
      ${VETOES} as vetoes, ${BALLOTS} as ballots, ${CHALLENGES} as challenges, ${DECISIONS} as decisions, ${SHOWN} as shown, ${SEATS} as seats,
      ${MINUTES} as minutes, ${TIMELINE} as timeline, a.debrief_policy as settings
    from debriefs d join applications a on a.id = d.application_id join candidates c on c.id = a.candidate_id join jobs j on j.id = a.job_id
      join rubric_versions rv on rv.id = a.rubric_version_id join rubrics ru on ru.id = rv.rubric_id cross join lateral (${CARDS}) k
    where d.id = h.id and h.sight = 'content') body on true`;
