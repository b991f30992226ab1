import type { WebTest } from './browser.js';
import { Colleague } from './debrief-rooms.js';

interface Kept {
  readonly id: string;
}
interface Person extends Kept {
  readonly name: string;
}
interface Card extends Kept {
  readonly round: { readonly key: string };
  readonly interviewer: Person;
  readonly content: object;
}
interface Interview extends Kept {
  readonly panel: readonly { readonly userId: string; readonly card: Kept | null }[];
}

const HOUR = 3_600_000;

/**
 * A debrief that a committee decides, led by Maya: somebody new on her job, judged as the candidate of `likeDebriefId` was by the same
 * people, under a rubric whose committee decides by majority and without ballots of the panel. Helen, Chen and Wen sit on the committee.
 */
export async function committeeDebrief(web: WebTest, likeDebriefId: string): Promise<string> {
  const [maya, rosa] = [await Colleague.of(web, 'maya'), await Colleague.of(web, 'rosa')];
  const { jobId, content } = await maya.get<{ jobId: string; content: { cards: readonly Card[] } }>(`/debriefs/${likeDebriefId}`);
  await letCommitteeDecide(maya, rosa, jobId);
  const candidate = await rosa.send<Kept>('post', '/candidates', { name: 'Nadia Haddad', email: 'nadia@candidates.example' });
  const started = { candidateId: candidate.id, jobId, source: 'Referral' };
  const application = await rosa.send<Kept & { debriefId: string }>('post', '/applications', started);
  const rounds = [...new Set(content.cards.map(({ round }) => round.key))];
  for (const [index, round] of rounds.entries()) {
    const cards = content.cards.filter((card) => card.round.key === round);
    await hold(web, rosa, application.id, { round, cards, startsAt: Date.now() - (rounds.length - index) * 3 * HOUR });
    if (index < rounds.length - 1) await rosa.send('post', `/applications/${application.id}/advance`, { reasonCode: 'round_passed', round });
  }
  const { items: people } = await rosa.get<{ items: readonly Person[] }>('/users/directory?limit=50');
  const seat = (name: string, kind: string) =>
    rosa.send('post', `/applications/${application.id}/seats`, { userId: people.find((person) => person.name === name)?.id, kind });
  await seat('Maya Okafor', 'facilitator');
  for (const name of ['Helen Moritz', 'Chen Lu', 'Wen Yiming']) await seat(name, 'committee_member');
  await Promise.all([maya.leave(), rosa.leave()]);
  return application.debriefId;
}

/** The job's rubric in a new version in which the committee decides, and no ballots but its own; for applications from now on. */
async function letCommitteeDecide(maya: Colleague, rosa: Colleague, jobId: string): Promise<void> {
  const job = await maya.get<{ version: number; rubricVersionId: string }>(`/jobs/${jobId}`);
  const { content } = await rosa.get<{ content: { policy: object } }>(`/rubrics/versions/${job.rubricVersionId}`);
  const draft = await rosa.send<Kept & { version: number }>('post', `/rubrics/versions/${job.rubricVersionId}/drafts`);
  const decided = { ...content, policy: { ...content.policy, decider: 'committee_majority' } };
  const path = `/rubrics/versions/${draft.id}`;
  const saved = await rosa.send<{ version: number }>('put', `${path}/draft`, { content: decided }, { 'If-Match': `"${draft.version}"` });
  await rosa.send('post', `${path}/publish`, {}, { 'If-Match': `"${saved.version}"` });
  const change = { rubricVersionId: draft.id, debriefPolicy: { firstBallot: false, secondBallot: false } };
  await maya.send('patch', `/jobs/${jobId}`, change, { 'If-Match': `"${job.version}"` });
}

interface Held {
  readonly round: string;
  readonly cards: readonly Card[];
  readonly startsAt: number;
}

/** One interview that was held, and a card of each of its people with the content given. */
async function hold(web: WebTest, rosa: Colleague, applicationId: string, { round, cards, startsAt }: Held): Promise<void> {
  const { id } = await rosa.send<Kept>('post', '/interviews', { applicationId, round });
  const time = { startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + HOUR).toISOString(), location: 'Video call' };
  await rosa.send('post', `/interviews/${id}/schedule`, time);
  const own = new Map<string, string>();
  for (const { interviewer } of cards) {
    const { panel } = await rosa.send<Interview>('post', `/interviews/${id}/panel`, { userId: interviewer.id });
    own.set(interviewer.id, panel.find(({ userId }) => userId === interviewer.id)?.card?.id ?? '');
  }
  await rosa.send('post', `/interviews/${id}/held`);
  for (const { interviewer, content } of cards) {
    const author = await Colleague.named(web, interviewer.name);
    await author.send('post', `/scorecards/${own.get(interviewer.id) ?? ''}/submit`, { content });
    await author.leave();
  }
}
