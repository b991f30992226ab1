import type { Database } from './database.js';
import { canonicalJson, sha256Hex } from '../domain/audit/canonical-json.js';
import { DEBRIEF_INVARIANTS, type Invariant } from './debrief-invariants.js';
import { alteredVotes, type Breach, staleSummaries, unreplayable } from './replay-invariants.js';

export type { Breach } from './replay-invariants.js';

const INVARIANTS: readonly Invariant[] = [
  {
    name: 'a submitted scorecard shows its latest revision, and no other card has one',
    find: `select s.id from scorecards s
      left join scorecard_revisions r on r.scorecard_id = s.id and r.number = s.revision
      where (s.status = 'submitted') <> (s.revision > 0) or (s.revision > 0 and r.content is distinct from s.content)`,
  },
  {
    name: 'revisions of a scorecard are numbered 1 to n without a gap',
    find: `select scorecard_id from scorecard_revisions group by scorecard_id having max(number) <> count(*) or min(number) <> 1`,
  },
  {
    name: 'only its interviewer submits a scorecard',
    find: `select r.scorecard_id, r.number from scorecard_revisions r join scorecards s on s.id = r.scorecard_id where r.submitted_by <> s.interviewer_id`,
  },
  {
    name: 'every revision stands in the record as one event',
    find: `select r.scorecard_id, r.number from scorecard_revisions r where (
        select count(*) from events e where e.scorecard_id = r.scorecard_id and e.type in ('scorecard.submitted', 'scorecard.amended')
      ) < (select max(number) from scorecard_revisions m where m.scorecard_id = r.scorecard_id)`,
  },
  {
    name: 'a revision submitted after its author was shown another card is marked',
    find: `select r.scorecard_id, r.number from scorecard_revisions r
      join scorecards s on s.id = r.scorecard_id join applications a on a.id = s.application_id
      where not r.exposed and exists (select 1 from exposures x join scorecards o on o.id = x.scorecard_id
        join applications oa on oa.id = o.application_id
        where x.user_id = r.submitted_by and o.interviewer_id <> r.submitted_by and oa.person_id = a.person_id and x.first_shown_at < r.submitted_at)`,
  },
  {
    name: 'the stored counts of an application are the counts of its cards',
    find: `select a.id from applications a
      left join lateral (select count(*) filter (where s.status in ('assigned', 'draft') and i.status not in ('cancelled', 'no_show')) as due,
          count(*) filter (where s.status = 'submitted') as submitted, count(*) filter (where s.status in ('declined', 'waived')) as waived
        from scorecards s join interviews i on i.id = s.interview_id where s.application_id = a.id and s.counts) c on true
      where a.cards_due <> c.due or a.cards_submitted <> c.submitted or a.cards_waived <> c.waived`,
  },
  {
    name: 'every application has its debrief',
    find: `select a.id from applications a left join debriefs d on d.application_id = a.id where d.id is null`,
  },
  {
    name: 'an application and its candidate name the same person',
    find: `select a.id from applications a join candidates c on c.id = a.candidate_id where c.person_id <> a.person_id`,
  },
  {
    name: 'a person has one open application to a job',
    find: `select person_id, job_id from applications where status in ('active', 'on_hold', 'offered') group by 1, 2 having count(*) > 1`,
  },
  {
    name: 'a debrief past its decision has a decision that stands, and an earlier one has none',
    find: `select d.id from debriefs d left join decisions x on x.debrief_id = d.id and x.superseded_at is null
      where (d.state in ('decided', 'closed')) <> (x.id is not null)`,
  },
  {
    name: 'a decision that departs from its recommendation is explained',
    find: `select id from decisions where departs and coalesce(explanation, '') = ''`,
  },
  {
    name: 'an open ballot belongs to a debrief in that ballot, and shows no result',
    find: `select b.id from ballots b join debriefs d on d.id = b.debrief_id
      where b.status = 'open' and (d.state <> b.kind || case b.kind when 'committee' then '_ballot' else '_ballot' end or b.seats is not null)`,
  },
  {
    name: 'an offer that is approved, out or accepted has every approval it needed, each by another person and none by who submitted it',
    find: `select o.id from offers o where o.status in ('approved', 'extended', 'countered', 'accepted') and (
        exists (select 1 from jsonb_to_recordset(o.requirement->'needs') as need (seat text, count integer) where need.count > (
          select count(distinct v.given_by) from offer_approvals v where v.offer_id = o.id and v.revision = o.revision and v.seat = need.seat
            and v.verdict = 'approved' and v.voided_at is null and v.given_by <> o.submitted_by)))`,
  },
  {
    name: 'an offer that is out belongs to an application that was offered to, and an accepted one to one that was hired',
    find: `select o.id from offers o join applications a on a.id = o.application_id
      where o.status in ('extended', 'countered') and a.status <> 'offered' or o.status = 'accepted' and a.status <> 'hired'`,
  },
  {
    name: 'nothing in the record tells a vote before its ballot is revealed',
    find: `select e.id from events e join event_contents c on c.event_id = e.id join ballots b on b.id = (c.content->'payload'->>'ballotId')::uuid
      where e.type = 'ballot.voted' and (c.content->'payload' ? 'choice' or e.actor_id is not null)`,
  },
];

/** Runs every check against the stored data; an empty answer means all hold. Reads only. */
export async function checkInvariants(database: Database): Promise<Breach[]> {
  const breaches: Breach[] = [];
  for (const { name, find } of [...INVARIANTS, ...DEBRIEF_INVARIANTS]) {
    const rows = await database.queryText(`select * from (${find}) breach limit 20`, []);
    breaches.push(...rows.map((found) => ({ invariant: name, found })));
  }
  for (const check of [unprovenContents, unreplayable, alteredVotes, staleSummaries]) breaches.push(...(await check(database)));
  return breaches;
}

/** Every event's content must match the salted hash it was committed with. */
async function unprovenContents(database: Database): Promise<Breach[]> {
  const breaches: Breach[] = [];
  let last = '0';
  for (;;) {
    const rows = await database.queryText<{ id: string; hash: string; salt: string; content: unknown }>(
      `select e.id, e.content_hash as hash, c.salt, c.content from events e join event_contents c on c.event_id = e.id where e.id > $1 order by e.id limit 2000`,
      [last],
    );
    for (const row of rows) {
      if (sha256Hex(`${row.salt}\n${canonicalJson(row.content)}`) === row.hash) continue;
      breaches.push({ invariant: 'the content of an event matches its hash', found: { eventId: row.id } });
    }
    const end = rows.at(-1);
    if (!end) return breaches;
    last = end.id;
  }
}
