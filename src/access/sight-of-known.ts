import { type Fragment, fragment } from '../platform/statement.js';
import { LIVE_SEAT, narrowedTo, NOW, SITE_ROLE, VIEWER } from './known-scope.js';

const OPEN_STATUS = fragment`o.status in ('active', 'on_hold', 'offered')`;

/** Whose candidacies the viewer owes a card on. People owe few cards, so each is followed by index; a join might read whole tables. */
const OWED = fragment`array(
    select (select o.person_id from applications o where o.id = c.application_id and ${OPEN_STATUS})
    from scorecards c
    where c.interviewer_id = ${VIEWER} and c.status in ('assigned', 'draft', 'declined', 'waived')
      and (c.status in ('assigned', 'draft') or exists (select 1 from debriefs d where d.application_id = c.application_id and d.state = 'collecting'))
      and (select i.status from interviews i where i.id = c.interview_id) not in ('cancelled', 'no_show')
    union all
    select (select o.person_id from applications o where o.id = s.application_id and ${OPEN_STATUS})
    from seats s
    where s.user_id = ${VIEWER} and s.delegated_from is not null and ${LIVE_SEAT}
      and exists (select 1 from interviews i join application_rounds r on r.id = i.round_id
                  where i.id = s.interview_id and i.status not in ('cancelled', 'no_show') and coalesce((r.content->>'owesCard')::boolean, true))
      and (select d.state from debriefs d where d.application_id = s.application_id) = 'collecting'
      and not exists (select 1 from scorecards c where c.interview_id = s.interview_id and c.interviewer_id = ${VIEWER}))`;

const BROKEN_INTO = fragment`array(
    select b.application_id from break_glass b where b.user_id = ${VIEWER} and b.ended_at is null and b.granted_at <= ${NOW} and b.expires_at > ${NOW})`;

const DECLINED = fragment`array(
    select c.application_id from scorecards c join interviews i on i.id = c.interview_id
    where c.interviewer_id = ${VIEWER} and c.status in ('declined', 'waived') and i.status not in ('cancelled', 'no_show'))`;

const ownSeat = (kinds: Fragment): Fragment =>
  fragment`exists (select 1 from seats s where s.user_id = ${VIEWER} and s.application_id = page.id and ${LIVE_SEAT}${kinds})`;

/**
 * `application_sight` for the rows of a `page` made by `knownRows` (with their person, job and policy) beside their debriefs `d`: no conflict hides them and
 * the viewer has a role, a seat or a card there, so that what is left to say is 'status' or 'content'. What depends on the viewer alone is asked
 * once, not row by row as there, which took longer than the rest of the list. A test holds the two equal. `job` is the one job of the page, or null.
 */
export function sightOfKnown(job: string | null): Fragment {
  const seatedOn = (kinds: Fragment) => fragment`page.job_id = any (array(
          select s.job_id from seats s where s.user_id = ${VIEWER} and s.job_id is not null and ${LIVE_SEAT} and ${kinds}${narrowedTo(job)}))`;
  return fragment`
      case
        when page.person_id = any (${OWED}) then 'status'
        when ${SITE_ROLE} = 'admin' and page.id = any (${BROKEN_INTO}) then 'content'
        when ${SITE_ROLE} = 'auditor' then 'content'
        when not ${seatedOn(fragment`s.kind in ('recruiter', 'hiring_manager')`)} and not ${ownSeat(fragment``)} then 'status'
        when page.visibility_policy = 'deciders_only' and not ${seatedOn(fragment`s.kind = 'hiring_manager'`)}
         and not ${ownSeat(fragment` and s.kind in ('facilitator', 'committee_member', 'bar_raiser')`)} then 'status'
        when d.state <> 'collecting' then 'content'
        when page.visibility_policy <> 'after_own' then 'status'
        when page.id = any (${DECLINED})
         and not exists (select 1 from scorecards c where c.application_id = page.id and c.interviewer_id = ${VIEWER} and c.status = 'submitted') then 'status'
        else 'content'
      end`;
}
