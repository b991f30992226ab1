import type { InterviewPlanContent } from '../../src/domain/interview-plan.js';
import type { VisibilityPolicy } from '../../src/domain/visibility/visibility.js';
import type { TestApp, TestUser } from './test-app.js';

export interface PanelOptions {
  /** Key of the template pack. Default `ai-pm-loop`. */
  readonly pack?: string;
  /** How many people interview, one card each. Default: one for every panel place of the rounds held. */
  readonly interviewers?: number;
  readonly policy?: VisibilityPolicy;
  readonly debriefPolicy?: Readonly<Record<string, unknown>>;
  /** Keys of the rounds that are held; all others are skipped. Default: as many as the interviewers need, or all. */
  readonly rounds?: readonly string[];
  /** The clock goes on past the last interview and all are marked as held. Otherwise they lie in the next hours. */
  readonly held?: boolean;
  readonly candidateName?: string;
  /** A further application to this job instead of a job of its own; its people run it. */
  readonly on?: Pick<Panel, 'job' | 'recruiter' | 'hiringManager'>;
  /** People to interview, instead of new ones. */
  readonly people?: readonly TestUser[];
}

export interface PanelInterview {
  readonly id: string;
  readonly roundKey: string;
  readonly interviewer: TestUser;
  readonly scorecardId: string;
}

export interface Panel {
  readonly job: { readonly id: string; readonly title: string; readonly rubricVersionId: string; readonly planId: string };
  readonly application: { readonly id: string; readonly debriefId: string; readonly rubricVersionId: string };
  readonly candidate: { readonly id: string; readonly name: string };
  /** One entry an interviewer; two people on one interview share its id. */
  readonly interviews: readonly PanelInterview[];
  readonly hiringManager: TestUser;
  readonly recruiter: TestUser;
  readonly interviewers: readonly TestUser[];
}

interface Place {
  readonly roundKey: string;
  readonly title: string;
  readonly qualification?: string;
}

const HOUR = 3_600_000;

/** A job from a pack, a candidate on it, and a panel whose interviews are scheduled or held; everything over HTTP. */
export async function buildPanel(app: TestApp, options: PanelOptions = {}): Promise<Panel> {
  const recruiter = options.on?.recruiter ?? (await app.user('Rita Recruiter'));
  const hiringManager = options.on?.hiringManager ?? (await app.user('Hugo Manager'));
  const job = options.on?.job ?? (await openJob(app, recruiter, hiringManager, options));
  const name = options.candidateName ?? 'Casey Candidate';
  const made = await app.as(recruiter).post('/candidates', { name }).expect(201);
  const candidate = { id: String(made.body.id), name };
  const started = await app.as(recruiter).post('/applications', { candidateId: candidate.id, jobId: job.id }).expect(201);
  const application = {
    id: String(started.body.id),
    debriefId: String(started.body.debriefId),
    rubricVersionId: String(started.body.rubricVersionId),
  };
  const places = await placesOf(app, recruiter, job.planId, options);
  await skipOthers(app, recruiter, application.id, places);
  const interviewers = await peopleFor(app, places, options.people);
  const interviews = await schedule(app, recruiter, application.id, places, interviewers);
  if (options.held) await holdAll(app, recruiter, interviews);
  return { job, application, candidate, interviews, hiringManager, recruiter, interviewers };
}

async function openJob(app: TestApp, recruiter: TestUser, hiringManager: TestUser, options: PanelOptions): Promise<Panel['job']> {
  const body = {
    template: options.pack ?? 'ai-pm-loop',
    hiringManagerId: hiringManager.id,
    ...(options.policy ? { visibilityPolicy: options.policy } : {}),
    ...(options.debriefPolicy ? { debriefPolicy: options.debriefPolicy } : {}),
  };
  const made = await app.as(recruiter).post('/jobs', body).expect(201);
  await app.as(recruiter).post(`/jobs/${made.body.id}/open`, {}).expect(200);
  return { id: made.body.id, title: made.body.title, rubricVersionId: made.body.rubricVersionId, planId: made.body.planId };
}

/** One place for each interviewer, in the order of the rounds. */
async function placesOf(app: TestApp, recruiter: TestUser, planId: string, options: PanelOptions): Promise<Place[]> {
  const plan = await app.as(recruiter).get(`/interview-plans/${planId}`).expect(200);
  const content = plan.body.content as InterviewPlanContent;
  const all = content.rounds
    .filter((round) => round.owesCard !== false && (options.rounds === undefined || options.rounds.includes(round.key)))
    .flatMap((round) =>
      round.panel.flatMap(({ title, count, qualification }) => Array.from({ length: count }, () => ({ roundKey: round.key, title, qualification }))),
    );
  const wanted = options.interviewers ?? options.people?.length ?? all.length;
  const doubled = Array.from({ length: wanted }, (_, index) => all[index % all.length]).filter((place) => place !== undefined);
  return doubled.sort((one, other) => all.indexOf(one) - all.indexOf(other));
}

async function skipOthers(app: TestApp, recruiter: TestUser, applicationId: string, places: readonly Place[]): Promise<void> {
  const held = new Set(places.map((place) => place.roundKey));
  const application = await app.as(recruiter).get(`/applications/${applicationId}`).expect(200);
  for (const { key } of application.body.rounds as { key: string }[]) {
    if (!held.has(key))
      await app.as(recruiter).post(`/applications/${applicationId}/rounds/${key}/skip`, { reason: 'not part of this loop' }).expect(200);
  }
}

async function peopleFor(app: TestApp, places: readonly Place[], people: readonly TestUser[] = []): Promise<TestUser[]> {
  const seated: TestUser[] = [];
  for (const [index, place] of places.entries()) {
    const qualifications = place.qualification === undefined ? [] : [place.qualification];
    const known = people[index];
    if (known)
      await app.rows('update users set qualifications = array(select distinct unnest(qualifications || $2::text[])) where id = $1', [
        known.id,
        qualifications,
      ]);
    seated.push(known ?? (await app.user(`Interviewer ${index + 1}`, 'member', { qualifications })));
  }
  return seated;
}

/** One interview a round, an hour each, one after another from the next hour on. */
async function schedule(
  app: TestApp,
  recruiter: TestUser,
  applicationId: string,
  places: readonly Place[],
  people: readonly TestUser[],
): Promise<PanelInterview[]> {
  const rounds = [...new Set(places.map((place) => place.roundKey))];
  const interviews: PanelInterview[] = [];
  for (const [index, roundKey] of rounds.entries()) {
    const planned = await app.as(recruiter).post('/interviews', { applicationId, round: roundKey }).expect(201);
    const startsAt = new Date(app.clock.now().getTime() + (index + 1) * HOUR);
    const time = { startsAt: startsAt.toISOString(), endsAt: new Date(startsAt.getTime() + HOUR).toISOString() };
    await app.as(recruiter).post(`/interviews/${planned.body.id}/schedule`, time).expect(200);
    const seats = new Map<string, string>();
    for (const [position, place] of places.entries()) {
      const person = people[position];
      if (place.roundKey !== roundKey || !person) continue;
      const full = seats.size > 0 && [...seats.values()].includes(place.title) && isRepeated(places, place);
      await app
        .as(recruiter)
        .post(`/interviews/${planned.body.id}/panel`, { userId: person.id, ...(full ? {} : { place: place.title }) })
        .expect(200);
      seats.set(person.id, place.title);
    }
    const whole = await app.as(recruiter).get(`/interviews/${planned.body.id}`).expect(200);
    const cards = new Map((whole.body.panel as { userId: string; card: { id: string } }[]).map((member) => [member.userId, member.card.id]));
    for (const person of people) {
      const scorecardId = cards.get(person.id);
      if (scorecardId && seats.has(person.id)) interviews.push({ id: planned.body.id, roundKey, interviewer: person, scorecardId });
    }
  }
  return interviews;
}

/** More people than places: the rest sit in beside them. */
function isRepeated(places: readonly Place[], place: Place): boolean {
  return places.filter((one) => one === place).length > 1;
}

async function holdAll(app: TestApp, recruiter: TestUser, interviews: readonly PanelInterview[]): Promise<void> {
  const ids = [...new Set(interviews.map((interview) => interview.id))];
  app.clock.advance((ids.length + 1) * HOUR);
  for (const id of ids) await app.as(recruiter).post(`/interviews/${id}/held`).expect(200);
}
