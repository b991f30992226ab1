import { randomUUID } from 'node:crypto';
import { SMALL_RUBRIC } from '../support/small-rubric.js';
import { fullCard } from '../support/card-panel.js';
import { plainPackage } from '../support/offer-room.js';
import type { TestApp, TestUser } from '../support/test-app.js';
import type { RoleRow } from './route-rows.js';
import { isJobSeat, isPanelSeat, termOf } from './situation.js';

const HOUR = 3_600_000;
const NAMES = [
  'rubric',
  'rubricVersion',
  'plan',
  'job',
  'otherJob',
  'candidate',
  'otherCandidate',
  'application',
  'otherApplication',
  'debrief',
  'round',
  'interview',
  'scorecard',
  'ownRevision',
  'seat',
  'draftingScorecard',
  'file',
  'conflict',
  'breakGlass',
  'rival',
  'rivalApplication',
  'offer',
] as const;
export type WorldName = (typeof NAMES)[number];

/** Words that stand in one place only: where one is found says what leaked. */
export const MARKS = {
  candidate: 'Zerynthia Marker',
  content: 'MARK-OF-CONTENT',
  draft: 'MARK-OF-DRAFT',
  note: 'MARK-OF-NOTE',
  hash: 'MARK-OF-HASH',
  time: '07:11:13',
  figure: '0.4166271',
} as const;

/** One job, one hidden application with its panel, and everybody of roles.csv looking at it. */
export class World {
  readonly ids: Readonly<Record<WorldName, string>> = Object.fromEntries(NAMES.map((name) => [name, randomUUID()])) as Record<WorldName, string>;
  readonly users = new Map<string, TestUser>();

  constructor(
    private readonly app: TestApp,
    private readonly roles: readonly RoleRow[],
  ) {}

  user(role: string): TestUser {
    const user = this.users.get(role);
    if (!user) throw new Error(`no ${role}`);
    return user;
  }

  private get now(): Date {
    return this.app.clock.now();
  }

  /** Everything but the candidate, the application and what hangs on it. */
  async lay(): Promise<void> {
    const { ids } = this;
    for (const { role, site } of this.roles) this.users.set(role, await this.app.user(role.replaceAll('_', ' '), site));
    this.users.set('drafting', await this.app.user('Drafting interviewer'));
    this.users.set('ground', await this.app.user('Ground', 'admin'));
    const by = this.user('ground').id;
    await this.run(`insert into rubrics (id, name, created_by, created_at) values ($1, 'Small', $2, $3)`, [ids.rubric, by, this.now]);
    await this.run(
      `insert into rubric_versions (id, rubric_id, number, status, content, content_hash, created_by, created_at, published_by, published_at)
       values ($1, $2, 1, 'published', $3, 'x', $4, $5, $4, $5)`,
      [ids.rubricVersion, ids.rubric, JSON.stringify(SMALL_RUBRIC), by, this.now],
    );
    await this.run(
      `insert into interview_plans (id, name, content, created_by, created_at) values ($1, 'Plan', '{"rounds":[],"deadlines":{}}', $2, $3)`,
      [ids.plan, by, this.now],
    );
    for (const [id, title] of [
      [ids.job, 'Product manager'],
      [ids.otherJob, 'Engineer'],
    ]) {
      await this.run(
        `insert into jobs (id, title, status, rubric_version_id, plan_id, created_by, created_at) values ($1, $2, 'open', $3, $4, $5, $6)`,
        [id, title, ids.rubricVersion, ids.plan, by, this.now],
      );
    }
    await this.candidate(ids.otherCandidate, 'Other Candidate');
    await this.application(ids.otherApplication, ids.otherCandidate, ids.otherJob);
    await this.candidate(ids.rival, 'Rival Candidate');
    await this.application(ids.rivalApplication, ids.rival, ids.job);
    await this.run('update candidates set user_id = $1 where id = $2', [this.user('rival_manager').id, ids.rival]);
    for (const role of this.roles) for (const seat of role.seats) if (isJobSeat(seat.kind)) await this.jobSeat(role, seat.kind, seat.term);
  }

  /** The candidate, the application, the panel, the cards, and what conflicts and break-glass there are. */
  async addHidden(): Promise<void> {
    const { ids } = this;
    await this.candidate(ids.candidate, MARKS.candidate);
    await this.application(ids.application, ids.candidate, ids.job, ids.debrief);
    await this.run(
      `insert into candidate_files (id, candidate_id, kind, name, media_type, size, sha256, content, uploaded_by, uploaded_at) values ($1, $2, 'resume', 'cv.pdf', 'application/pdf', 3, 'x', 'abc', $3, $4)`,
      [ids.file, ids.candidate, this.user('ground').id, this.now],
    );
    await this.run(`insert into application_rounds (id, application_id, key, position, content, status) values ($1, $2, 'phone', 1, $3, 'current')`, [
      ids.round,
      ids.application,
      JSON.stringify({ key: 'phone', name: 'Phone', minutes: 30, targetDay: 3, focus: 'Impact', panel: [] }),
    ]);
    for (const role of this.roles) await this.place(role);
    await this.offer();
    await this.card(ids.draftingScorecard, this.user('drafting').id, 'draft', null, true, ids.round);
    await this.run('update scorecards set draft = $2, draft_version = 3 where id = $1', [
      ids.draftingScorecard,
      JSON.stringify(fullCard(1, 1, MARKS.draft)),
    ]);
    await this.secrets('first', 3, new Date('2026-03-03T07:11:13.171Z'));
    await this.run(
      "update applications set cards_due = (select count(*) from scorecards where application_id = $1 and status in ('assigned', 'draft') and counts), cards_submitted = 2, cards_waived = 2 where id = $1",
      [ids.application],
    );
  }

  /** An offer on the way: for those with a seat for it, and for nobody else who reads the panel. */
  private async offer(): Promise<void> {
    const { ids } = this;
    const given = plainPackage({ notes: 'MARK-OF-OFFER' });
    await this.run(`insert into offers (id, application_id, status, created_by, created_at) values ($1, $2, 'draft', $3, $4)`, [
      ids.offer,
      ids.application,
      this.user('ground').id,
      this.now,
    ]);
    await this.run(
      `insert into offer_revisions (offer_id, number, round_number, package, content_hash, reason, written_by, written_at) values ($1, 1, 1, $2, 'x', '', $3, $4)`,
      [ids.offer, JSON.stringify(given), this.user('ground').id, this.now],
    );
  }

  /** Everything a blinded viewer may not know becomes different: what cards say, when, how often, and the figures made of them. */
  async changeSecrets(): Promise<void> {
    await this.secrets('second', 1, new Date('2026-03-04T07:11:13.552Z'));
    await this.run('update scorecards set draft = $2, draft_version = 9, draft_saved_at = $3 where id = $1', [
      this.ids.draftingScorecard,
      JSON.stringify(fullCard(4, 4, MARKS.draft)),
      this.now,
    ]);
    await this.run(
      `insert into exposures (user_id, scorecard_id, revision, via, first_shown_at) values ($1, $2, 1, 'scorecard', $3) on conflict do nothing`,
      [this.user('recruiter').id, this.ids.scorecard, this.now],
    );
  }

  private async secrets(which: 'first' | 'second', level: number, at: Date): Promise<void> {
    const { ids } = this;
    const author = this.user('author').id;
    const number = which === 'first' ? 1 : 2;
    const content = JSON.stringify({
      ...fullCard(level, level, `${MARKS.content} ${which}`),
      verdict: which === 'first' ? 'hire' : 'strong_no_hire',
    });
    await this.run(
      `update scorecards set content = $2, revision = $3, submitted_at = $4, first_submitted_at = coalesce(first_submitted_at, $4), exposed = $5 where id = $1`,
      [ids.scorecard, content, number, at, number === 2],
    );
    await this.run(
      `insert into scorecard_revisions (scorecard_id, number, content, content_hash, salt, exposed, reason, submitted_by, submitted_at) values ($1, $2, $3, $4, 'salt', $5, $6, $7, $8)`,
      [ids.scorecard, number, content, `${MARKS.hash} ${which}`, number === 2, number === 2 ? `${MARKS.content} reason` : null, author, at],
    );
    await this.run('update applications set panel_outcome = $2, deciding_value = $3, last_activity_at = $4 where id = $1', [
      ids.application,
      which === 'first' ? 'hire' : 'strong_no_hire',
      `${MARKS.figure}${number}`,
      at,
    ]);
    await this.run(
      `insert into private_notes (scorecard_id, text, saved_at) values ($1, $2, $3) on conflict (scorecard_id) do update set text = excluded.text, saved_at = excluded.saved_at, version = 2`,
      [ids.scorecard, `${MARKS.note} ${which}`, at],
    );
    await this.event(which === 'first' ? 'scorecard.submitted' : 'scorecard.amended', author, at, `${MARKS.hash} ${which}`);
  }

  private async event(type: string, actorId: string, at: Date, contentHash: string): Promise<void> {
    const { ids } = this;
    await this.run(
      `with event as (insert into events (at, type, actor_id, actor, subject_kind, subject_id, job_id, application_id, person_id, scorecard_id, content_hash)
         values ($1, $2, $3, '{"name":"author","via":"session"}', 'scorecard', $4, $5, $6, $7, $4, 'x') returning id)
       insert into event_contents (event_id, salt, content) select id, 'x', $8 from event`,
      [at, type, actorId, ids.scorecard, ids.job, ids.application, ids.candidate, JSON.stringify({ payload: { contentHash } })],
    );
  }

  private async place(role: RoleRow): Promise<void> {
    const { ids } = this;
    const userId = this.user(role.role).id;
    const seat = role.seats.find((one) => isPanelSeat(one.kind));
    if (role.own) {
      const cardId = role.role === 'author' ? ids.scorecard : randomUUID();
      await this.card(cardId, userId, role.own.card, seat?.kind === 'shadow' ? 'shadow' : null, seat !== undefined, ids.round);
    } else if (seat && seat.term !== 'other_job') {
      // Somebody else's interview: stood in on, or left before anything was written.
      const interviewId = await this.interview(ids.round);
      const from = seat.term === 'stand_in' ? await this.seat(this.user('drafting').id, 'interviewer', { interviewId }) : null;
      await this.seat(userId, 'interviewer', { interviewId, term: seat.term, from });
    }
    for (const one of role.seats) if (!isJobSeat(one.kind) && !isPanelSeat(one.kind)) await this.seat(userId, one.kind, {});
    if (role.conflict && role.conflict !== 'rival') {
      await this.run(`insert into conflicts (id, user_id, person_id, source, recorded_at) values ($1, $2, $3, $4, $5)`, [
        role.role === 'conflicted_recruiter' ? ids.conflict : randomUUID(),
        userId,
        ids.candidate,
        role.conflict,
        this.now,
      ]);
    }
    if (role.glass) {
      await this.run(`insert into break_glass (id, user_id, application_id, reason, granted_at, expires_at) values ($1, $2, $3, 'r', $4, $5)`, [
        role.role === 'admin_break_glass' ? ids.breakGlass : randomUUID(),
        userId,
        ids.application,
        this.now,
        new Date(this.now.getTime() + HOUR),
      ]);
    }
  }

  private async card(id: string, userId: string, status: string, training: string | null, seated: boolean, roundId: string): Promise<void> {
    const interviewId = await this.interview(roundId, id === this.ids.scorecard ? this.ids.interview : randomUUID());
    if (seated) await this.seat(userId, 'interviewer', { interviewId, training, ...(id === this.ids.scorecard ? { id: this.ids.seat } : {}) });
    const submitted = status === 'submitted';
    const content = submitted ? JSON.stringify(fullCard(2, 2, `${MARKS.content} own`)) : null;
    await this.run(
      `insert into scorecards (id, interview_id, application_id, round_id, round_key, interviewer_id, counts, status, revision, content, created_at, submitted_at, first_submitted_at)
       values ($1, $2, $3, $4, 'phone', $5, $6, $7, $8, $9, $10, $11, $11)`,
      [
        id,
        interviewId,
        this.ids.application,
        roundId,
        userId,
        training === null,
        status,
        submitted ? 1 : 0,
        content,
        this.now,
        submitted ? this.now : null,
      ],
    );
  }

  private async interview(roundId: string, id: string = randomUUID()): Promise<string> {
    await this.run(
      `insert into interviews (id, application_id, round_id, status, starts_at, ends_at, created_at) values ($1, $2, $3, 'held', $4, $5, $6)`,
      [id, this.ids.application, roundId, new Date(this.now.getTime() - 2 * HOUR), new Date(this.now.getTime() - HOUR), this.now],
    );
    return id;
  }

  private async seat(
    userId: string,
    kind: string,
    on: { interviewId?: string; training?: string | null; term?: Parameters<typeof termOf>[0]; from?: string | null; id?: string },
  ): Promise<string> {
    const id = on.id ?? randomUUID();
    const dates = termOf(on.term ?? 'now', this.now);
    await this.run(
      `insert into seats (id, user_id, kind, application_id, interview_id, training, delegated_from, starts_at, ends_at, granted_at, ended_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        id,
        userId,
        kind,
        this.ids.application,
        on.interviewId ?? null,
        on.training ?? null,
        on.from ?? null,
        dates.startsAt,
        dates.endsAt,
        this.now,
        dates.ended ? this.now : null,
      ],
    );
    return id;
  }

  private async jobSeat(role: RoleRow, kind: string, term: RoleRow['seats'][number]['term']): Promise<void> {
    const dates = termOf(term, this.now);
    const jobId = term === 'other_job' ? this.ids.otherJob : this.ids.job;
    const insert = async (userId: string, from: string | null) => {
      const id = randomUUID();
      await this.run(
        `insert into seats (id, user_id, kind, job_id, delegated_from, starts_at, ends_at, granted_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          id,
          userId,
          kind,
          jobId,
          from,
          from === null && term === 'stand_in' ? null : dates.startsAt,
          from === null && term === 'stand_in' ? null : dates.endsAt,
          this.now,
        ],
      );
      return id;
    };
    await insert(this.user(role.role).id, term === 'stand_in' ? await insert(this.user('ground').id, null) : null);
  }

  private async candidate(id: string, name: string): Promise<void> {
    await this.run(`insert into candidates (id, person_id, name, email, created_at) values ($1, $1, $2, $3, $4)`, [
      id,
      name,
      `${id.slice(0, 8)}@example.test`,
      this.now,
    ]);
  }

  private async application(id: string, candidateId: string, jobId: string, debriefId: string = randomUUID()): Promise<void> {
    await this.run(
      `insert into applications (id, candidate_id, person_id, job_id, status, rubric_version_id, visibility_policy, current_round_key, last_activity_at, started_at)
       values ($1, $2, $2, $3, 'active', $4, 'after_own', 'phone', $5, $5)`,
      [id, candidateId, jobId, this.ids.rubricVersion, this.now],
    );
    await this.run(`insert into debriefs (id, application_id, created_at) values ($1, $2, $3)`, [debriefId, id, this.now]);
  }

  private async run(text: string, values: readonly unknown[]): Promise<void> {
    await this.app.rows(text, values);
  }
}
