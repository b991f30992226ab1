import { Injectable } from '@nestjs/common';
import { type Standing, StandingReader } from '../access/standing.reader.js';
import type { Actor } from '../domain/actor.js';
import type { ApplicationStatus, RoundOutcome, RoundStatus } from '../domain/application/application-life.js';
import type { PlanRound } from '../domain/interview-plan.js';
import { notFound } from '../domain/refusal.js';
import { type InterviewView, InterviewsReader } from '../interviews/interviews.reader.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export interface ApplicationRoundRow {
  key: string;
  position: number;
  content: PlanRound;
  status: RoundStatus;
  outcome: RoundOutcome | null;
  reasonCode: string | null;
  reason: string | null;
  facts: Record<string, boolean>;
  decidedBy: string | null;
  decidedAt: Date | null;
}

export interface ApplicationRow {
  id: string;
  candidateId: string;
  candidateName: string;
  jobId: string;
  jobTitle: string;
  status: ApplicationStatus;
  currentRoundKey: string | null;
  source: string;
  startedAt: Date;
  stageChangedAt: Date;
  endedAt: Date | null;
  rubricVersionId: string;
  visibilityPolicy: string;
  debriefId: string;
  debriefState: string;
  previousApplicationId: string | null;
  reasonCode: string | null;
  reason: string | null;
  cardsDue: number;
  cardsSubmitted: number;
  cardsWaived: number;
  anySubmitted: boolean;
  outcome: string | null;
  decidedToHire: boolean;
  version: number;
}

export interface WholeApplication {
  row: ApplicationRow;
  rounds: ApplicationRoundRow[];
  interviews: InterviewView[];
  standing: Standing;
}

const APPLICATION = sql`
  select a.id, a.candidate_id as "candidateId", c.name as "candidateName", a.job_id as "jobId", j.title as "jobTitle", a.status,
    a.current_round_key as "currentRoundKey", a.source, a.started_at as "startedAt", a.stage_changed_at as "stageChangedAt", a.ended_at as "endedAt",
    a.rubric_version_id as "rubricVersionId", a.visibility_policy as "visibilityPolicy", d.id as "debriefId", d.state as "debriefState",
    a.reason_code as "reasonCode", a.reason, a.cards_due as "cardsDue", a.cards_submitted as "cardsSubmitted", a.cards_waived as "cardsWaived",
    exists (select 1 from scorecards s where s.application_id = a.id and s.revision > 0) as "anySubmitted", a.outcome,
    d.state in ('decided', 'closed') and exists (select 1 from decisions x where x.debrief_id = d.id and x.superseded_at is null
      and x.outcome in ('hire', 'strong_hire')) as "decidedToHire",
    (select p.id from applications p join application_sight($2, $3) v on v.application_id = p.id
      where p.id = a.previous_application_id and v.sight <> 'absent') as "previousApplicationId", a.version
  from applications a join candidates c on c.id = a.candidate_id join jobs j on j.id = a.job_id join debriefs d on d.application_id = a.id
  where a.id = $1`;
const ROUNDS = sql`
  select key, position, content, status, outcome, reason_code as "reasonCode", reason, facts, decided_by as "decidedBy", decided_at as "decidedAt"
  from application_rounds where application_id = $1 order by position`;

/** Reads one application with its rounds and interviews. */
@Injectable()
export class ApplicationsReader {
  constructor(
    private readonly database: Database,
    private readonly standing: StandingReader,
    private readonly interviews: InterviewsReader,
    private readonly clock: Clock,
  ) {}

  /** The application, or `not_found` where it does not exist for the viewer. */
  async application(actor: Actor, id: string): Promise<WholeApplication> {
    const standing = await this.standing.onApplication(actor, id);
    const [[row], rounds, interviews] = await Promise.all([
      this.database.query<ApplicationRow>(APPLICATION, [id, actor.userId, this.clock.now()]),
      this.database.query<ApplicationRoundRow>(ROUNDS, [id]),
      this.interviews.ofApplication(actor, standing),
    ]);
    if (!row) throw notFound('application');
    return { row, rounds, interviews, standing };
  }
}
