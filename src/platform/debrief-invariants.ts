/** Each a question in SQL that answers the rows for which it does not hold. */
export interface Invariant {
  readonly name: string;
  readonly find: string;
}

/** Everything outside the ballots themselves that names a ballot which is still open. */
const NAMING_AN_OPEN_BALLOT = `
  with open_ballots as (
    select b.id, b.application_id, (select coalesce(array_agg(v.salt), '{}') from ballot_votes v where v.ballot_id = b.id) as salts
    from ballots b where b.status = 'open'),
  said as (
    select o.id as ballot, o.salts, 'event ' || e.id as place, c.content::text as words
      from open_ballots o join events e on e.application_id = o.application_id join event_contents c on c.event_id = e.id
    union all
    select o.id, o.salts, 'webhook ' || d.id, d.body
      from open_ballots o join events e on e.application_id = o.application_id join webhook_deliveries d on d.event_id = e.id
    union all
    select o.id, o.salts, 'job ' || j.ref, j.payload::text from open_ballots o cross join outbox_jobs j where j.payload::text like '%' || o.id || '%'
    union all
    select o.id, o.salts, 'notification ' || n.id, to_jsonb(n)::text
      from open_ballots o join notifications n on n.application_id = o.application_id)`;

/** What must be true of ballots, challenges and decisions, whatever happened at the same moment. */
export const DEBRIEF_INVARIANTS: readonly Invariant[] = [
  {
    name: 'nothing but the ballot itself holds a vote before the reveal',
    find: `${NAMING_AN_OPEN_BALLOT}
      select ballot, place from said
      where strpos(words, ballot::text) > 0 and words ~ '"(choice|votes|result|tally|salt)"' or exists (select 1 from unnest(salts) s where strpos(words, s) > 0)`,
  },
  {
    name: 'every vote speaks for a seat, one vote a seat',
    find: `select v.ballot_id, v.voter_id from ballot_votes v
      where not exists (select 1 from ballot_covers c where c.ballot_id = v.ballot_id and c.voter_id = v.voter_id)
      union all select ballot_id, holder_id from ballot_covers group by 1, 2 having count(*) > 1`,
  },
  {
    name: 'no vote is cast before its ballot opens or after it is revealed',
    find: `select v.ballot_id, v.voter_id from ballot_votes v join ballots b on b.id = v.ballot_id
      where v.cast_at < b.opened_at or v.cast_at > b.revealed_at`,
  },
  {
    name: 'the record tells each opening and each reveal of a ballot once',
    find: `select b.id, e.opened, e.revealed from ballots b
      cross join lateral (select count(*) filter (where e.type = 'ballot.opened') as opened, count(*) filter (where e.type = 'ballot.revealed') as revealed
        from events e join event_contents c on c.event_id = e.id
        where e.application_id = b.application_id and e.type in ('ballot.opened', 'ballot.revealed') and c.content->'payload'->>'ballotId' = b.id::text) e
      where e.opened <> 1 or e.revealed <> (b.status = 'revealed')::integer`,
  },
  {
    // By the order of the record, which is that of the debrief's lock: two things of one instant have one too.
    name: 'no decision was made over an open challenge without a reason',
    find: `select x.id as decision, c.id as challenge from decisions x
      join challenges c on c.debrief_id = x.debrief_id and c.raised_at <= x.decided_at and coalesce(c.resolved_at, 'infinity') >= x.decided_at
      join events de on de.subject_kind = 'debrief' and de.subject_id = x.debrief_id and de.type = 'decision.recorded'
      join event_contents dc on dc.event_id = de.id and dc.content->'payload'->>'decisionId' = x.id::text
      join events ce on ce.subject_kind = 'debrief' and ce.subject_id = x.debrief_id and ce.type = 'challenge.raised' and ce.id < de.id
      join event_contents cc on cc.event_id = ce.id and cc.content->'payload'->>'challengeId' = c.id::text
      where coalesce(btrim(x.override_reason), '') = '' and not exists (
        select 1 from events re join event_contents rc on rc.event_id = re.id
        where re.subject_kind = 'debrief' and re.subject_id = x.debrief_id and re.type = 'challenge.resolved' and re.id < de.id
          and rc.content->'payload'->>'challengeId' = c.id::text)`,
  },
  {
    name: 'no challenge is raised while a decision stands',
    find: `select c.id from challenges c join decisions x on x.debrief_id = c.debrief_id
      where c.raised_at > x.decided_at and c.raised_at < coalesce(x.superseded_at, 'infinity')`,
  },
  {
    name: 'no card is amended while a decision stands',
    find: `select r.scorecard_id, r.number from scorecard_revisions r
      join scorecards s on s.id = r.scorecard_id and s.counts
      join debriefs d on d.application_id = s.application_id
      join decisions x on x.debrief_id = d.id and r.submitted_at > x.decided_at and r.submitted_at < coalesce(x.superseded_at, 'infinity')
      where r.number > 1`,
  },
  {
    name: 'a decision stands on the revisions it was made on',
    find: `select x.id, s.id as card from decisions x
      join debriefs d on d.id = x.debrief_id
      join scorecards s on s.application_id = d.application_id and s.counts and s.status = 'submitted'
      where x.superseded_at is null and d.state in ('decided', 'closed') and s.submitted_at > x.decided_at`,
  },
  {
    name: 'a debrief has as many reopenings as rounds begun again, and every earlier decision is superseded',
    find: `select d.id from debriefs d
      left join lateral (select count(*) as n from debrief_reopenings r where r.debrief_id = d.id) r on true
      where r.n <> d.round_number - 1
        or exists (select 1 from decisions x where x.debrief_id = d.id and x.superseded_at is null and x.round_number <> d.round_number)`,
  },
];
