import { randomUUID } from 'node:crypto';
import type { SituationDatabase } from './situation-database.js';
import { HERE, isJobSeat, isOpen, isPanelSeat, placeOf, termOf, type Situation, type SituationCard, type Stage } from './situation.js';

export interface StoredSituation {
  readonly viewerId: string;
  readonly applicationId: string;
  readonly jobId: string;
}

/** Everybody and everything that situations share. */
export interface Ground {
  readonly adminId: string;
  readonly rubricVersionId: string;
}

const HOUR = 3_600_000;

export async function layGround(database: SituationDatabase): Promise<Ground> {
  const [adminId, rubricId, rubricVersionId] = [randomUUID(), randomUUID(), randomUUID()];
  const { now } = database;
  await database.rows(`insert into users (id, email, name, site_role, created_at) values ($1, 'ground@example.test', 'Ground', 'admin', $2)`, [
    adminId,
    now,
  ]);
  await database.rows(`insert into rubrics (id, name, created_by, created_at) values ($1, 'Ground', $2, $3)`, [rubricId, adminId, now]);
  await database.rows(
    `insert into rubric_versions (id, rubric_id, number, status, content, content_hash, created_by, created_at, published_by, published_at)
     values ($1, $2, 1, 'published', '{}', 'x', $3, $4, $3, $4)`,
    [rubricVersionId, rubricId, adminId, now],
  );
  return { adminId, rubricVersionId };
}

/** Puts a situation into real tables, row by row, without any of the product's own code. */
export async function storeSituation(database: SituationDatabase, ground: Ground, situation: Situation): Promise<StoredSituation> {
  const builder = new Builder(database, ground);
  const viewerId = await builder.user(situation.site);
  await builder.application(HERE.application, HERE.job, HERE.person, situation.status, situation.stage, situation.policy);
  for (const card of situation.cards) await storeCard(builder, situation, card, viewerId);
  await storeSeats(builder, situation, viewerId);
  await storeConflict(builder, situation, viewerId);
  await storeGlass(builder, situation, viewerId);
  return { viewerId, applicationId: builder.id(HERE.application), jobId: builder.id(HERE.job) };
}

async function storeCard(builder: Builder, situation: Situation, card: SituationCard, viewerId: string): Promise<void> {
  const place = placeOf(card, situation);
  if (card.place !== 'here') {
    const candidate = card.place === 'duplicate' ? 'duplicate' : place.person;
    await builder.application(place.application, place.job, place.person, place.open ? 'active' : 'rejected', place.stage, 'after_own', candidate);
  }
  const interviewId = await builder.interview(place.application, card.interview);
  const training = situation.seats.some((seat) => seat.kind === 'shadow') ? 'shadow' : null;
  if (card.card !== 'none') await builder.card(interviewId, viewerId, card.card, training === null);
  if (card.place !== 'here')
    await builder.seat(viewerId, 'interviewer', { application: place.application, interviewId }, card.card === 'none' ? 'stand_in' : 'now');
  builder.cardInterviews.push({ place: card.place, interviewId });
}

async function storeSeats(builder: Builder, situation: Situation, viewerId: string): Promise<void> {
  for (const { kind, term } of situation.seats) {
    const application = term === 'other_job' ? 'unrelated application' : HERE.application;
    if (term === 'other_job') await builder.application(application, 'unrelated job', 'unrelated person', 'active', 'collecting', 'after_own');
    if (isJobSeat(kind)) {
      await builder.seat(viewerId, kind, { job: term === 'other_job' ? 'unrelated job' : HERE.job }, term);
    } else if (isPanelSeat(kind)) {
      const own = term === 'stand_in' || term === 'other_job' ? [] : builder.cardInterviews.filter((one) => one.place === 'here');
      // Without a card of one's own: somebody else's interview for a stand-in, else a round that owes no card.
      const interviewIds =
        own.length > 0 ? own.map((one) => one.interviewId) : [await builder.interview(application, 'scheduled', term === 'stand_in')];
      for (const interviewId of interviewIds)
        await builder.seat(viewerId, 'interviewer', { application, interviewId }, term, kind === 'interviewer' ? null : kind);
    } else {
      await builder.seat(viewerId, kind, { application }, term);
    }
  }
}

async function storeConflict(builder: Builder, { conflict }: Situation, viewerId: string): Promise<void> {
  switch (conflict) {
    case null:
      return;
    case 'declared':
    case 'withdrawn':
    case 'referrer':
      return builder.conflict(viewerId, HERE.person, conflict === 'referrer' ? 'referrer' : 'declared', conflict === 'withdrawn');
    case 'merged':
      // Declared on the duplicate, before it was merged into the person.
      await builder.candidate('duplicate', HERE.person);
      return builder.conflict(viewerId, 'duplicate', 'declared', false);
    case 'other_person':
      await builder.candidate('other person', 'other person');
      return builder.conflict(viewerId, 'other person', 'declared', false);
    case 'self':
      return builder.isCandidate(viewerId, HERE.person);
    case 'self_duplicate':
      await builder.candidate('duplicate', HERE.person);
      return builder.isCandidate(viewerId, 'duplicate');
    case 'rival':
    case 'former_rival':
    case 'other_job':
      await builder.application(
        'viewer application',
        conflict === 'other_job' ? 'unrelated job' : HERE.job,
        'viewer as candidate',
        conflict === 'former_rival' ? 'rejected' : 'active',
        'collecting',
        'after_own',
      );
      return builder.isCandidate(viewerId, 'viewer as candidate');
  }
}

async function storeGlass(builder: Builder, { glass }: Situation, viewerId: string): Promise<void> {
  if (glass === null) return;
  const application = glass === 'other_application' ? 'unrelated application' : HERE.application;
  if (glass === 'other_application') await builder.application(application, 'unrelated job', 'unrelated person', 'active', 'collecting', 'after_own');
  await builder.glass(viewerId, application, glass);
}

/** Inserts rows and remembers the id behind each name. */
class Builder {
  readonly cardInterviews: { place: SituationCard['place']; interviewId: string }[] = [];
  private readonly ids = new Map<string, string>();
  private readonly rounds = new Map<string, number>();
  private readonly now: Date;

  constructor(
    private readonly database: SituationDatabase,
    private readonly ground: Ground,
  ) {
    this.now = database.now;
  }

  id(name: string): string {
    const id = this.ids.get(name);
    if (id === undefined) throw new Error(`no ${name}`);
    return id;
  }

  private claim(name: string): string | null {
    if (this.ids.has(name)) return null;
    const id = randomUUID();
    this.ids.set(name, id);
    return id;
  }

  async user(siteRole: string): Promise<string> {
    const id = randomUUID();
    await this.database.rows(`insert into users (id, email, name, site_role, created_at) values ($1, $2, 'Viewer', $3, $4)`, [
      id,
      `${id}@example.test`,
      siteRole,
      this.now,
    ]);
    return id;
  }

  async candidate(name: string, person: string): Promise<void> {
    const id = this.claim(name);
    if (id === null) return;
    if (person !== name) await this.candidate(person, person);
    await this.database.rows(`insert into candidates (id, person_id, name, created_at) values ($1, $2, $3, $4)`, [
      id,
      this.id(person),
      name,
      this.now,
    ]);
  }

  private async job(name: string): Promise<void> {
    const id = this.claim(name);
    if (id === null) return;
    await this.database.rows(`insert into jobs (id, title, status, created_by, created_at) values ($1, $2, 'open', $3, $4)`, [
      id,
      name,
      this.ground.adminId,
      this.now,
    ]);
  }

  async application(
    name: string,
    job: string,
    person: string,
    status: string,
    stage: Stage,
    policy: string,
    candidate: string = person,
  ): Promise<void> {
    const id = this.claim(name);
    if (id === null) return;
    await this.job(job);
    await this.candidate(candidate, person);
    const ended = isOpen(status as Situation['status']) ? null : this.now;
    await this.database.rows(
      `insert into applications (id, candidate_id, person_id, job_id, status, rubric_version_id, visibility_policy, last_activity_at, started_at, ended_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9)`,
      [id, this.id(candidate), this.id(person), this.id(job), status, this.ground.rubricVersionId, policy, this.now, ended],
    );
    await this.database.rows(`insert into debriefs (id, application_id, state, created_at) values ($1, $2, $3, $4)`, [
      randomUUID(),
      id,
      stage,
      this.now,
    ]);
  }

  async interview(application: string, status: string, owesCard = true): Promise<string> {
    const position = (this.rounds.get(application) ?? 0) + 1;
    this.rounds.set(application, position);
    const [roundId, id] = [randomUUID(), randomUUID()];
    await this.database.rows(
      `insert into application_rounds (id, application_id, key, position, content, status) values ($1, $2, $3, $4, $5, 'current')`,
      [roundId, this.id(application), `r${position}`, position, JSON.stringify(owesCard ? {} : { owesCard: false })],
    );
    await this.database.rows(`insert into interviews (id, application_id, round_id, status, starts_at, created_at) values ($1, $2, $3, $4, $5, $6)`, [
      id,
      this.id(application),
      roundId,
      status,
      status === 'planned' ? null : new Date(this.now.getTime() - HOUR),
      this.now,
    ]);
    return id;
  }

  async card(interviewId: string, viewerId: string, status: string, counts: boolean): Promise<void> {
    const submitted = status === 'submitted';
    await this.database.rows(
      `insert into scorecards (id, interview_id, application_id, round_id, round_key, interviewer_id, counts, status, revision, content, created_at)
       select $1, i.id, i.application_id, i.round_id, 'r', $3, $4, $5, $6, $7, $8 from interviews i where i.id = $2`,
      [randomUUID(), interviewId, viewerId, counts, status, submitted ? 1 : 0, submitted ? '{}' : null, this.now],
    );
  }

  async seat(
    viewerId: string,
    kind: string,
    on: { job?: string; application?: string; interviewId?: string },
    term: Parameters<typeof termOf>[0],
    training: string | null = null,
  ): Promise<void> {
    const dates = termOf(term, this.now);
    const insert = async (userId: string, from: string | null) => {
      const id = randomUUID();
      const holder = from === null && term === 'stand_in';
      await this.database.rows(
        `insert into seats (id, user_id, kind, job_id, application_id, interview_id, training, delegated_from, starts_at, ends_at, granted_at, ended_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          id,
          userId,
          kind,
          on.job ? this.id(on.job) : null,
          on.application ? this.id(on.application) : null,
          on.interviewId ?? null,
          training,
          from,
          holder ? null : dates.startsAt,
          holder ? null : dates.endsAt,
          this.now,
          dates.ended ? this.now : null,
        ],
      );
      return id;
    };
    await insert(viewerId, term === 'stand_in' ? await insert(await this.user('member'), null) : null);
  }

  async conflict(viewerId: string, person: string, source: string, withdrawn: boolean): Promise<void> {
    await this.database.rows(`insert into conflicts (id, user_id, person_id, source, recorded_at, withdrawn_at) values ($1, $2, $3, $4, $5, $6)`, [
      randomUUID(),
      viewerId,
      this.id(person),
      source,
      this.now,
      withdrawn ? this.now : null,
    ]);
  }

  async isCandidate(viewerId: string, candidate: string): Promise<void> {
    await this.database.rows(`update candidates set user_id = $1 where id = $2`, [viewerId, this.id(candidate)]);
  }

  async glass(viewerId: string, application: string, glass: string): Promise<void> {
    await this.database.rows(
      `insert into break_glass (id, user_id, application_id, reason, granted_at, expires_at, ended_at) values ($1, $2, $3, 'r', $4, $5, $6)`,
      [
        randomUUID(),
        viewerId,
        this.id(application),
        new Date(this.now.getTime() - HOUR),
        new Date(this.now.getTime() + (glass === 'expired' ? 0 : HOUR)),
        glass === 'ended' ? this.now : null,
      ],
    );
  }
}
