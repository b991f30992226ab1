import { Injectable } from '@nestjs/common';
import { StandingReader } from '../access/standing.reader.js';
import { applicationAbilities, coordinatesApplication } from '../domain/abilities/application-abilities.js';
import type { Actor } from '../domain/actor.js';
import { invalid, Refusal } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { InterviewChange } from './interview-change.service.js';
import { InterviewsStore } from './interviews.store.js';

/** Debriefs in which another interview would change what people are voting on or have decided. */
const CLOSED_TO_INTERVIEWS = ['first_ballot', 'second_ballot', 'committee_ballot', 'decided', 'closed'];

/** Plans an interview: a round of an application that somebody is going to hold. */
@Injectable()
export class PlanInterviewService {
  constructor(
    private readonly database: Database,
    private readonly standing: StandingReader,
    private readonly store: InterviewsStore,
    private readonly frame: InterviewChange,
    private readonly clock: Clock,
  ) {}

  /** Answers the new interview's id. */
  planInterview(actor: Actor, applicationId: string, roundKey: string | undefined): Promise<string> {
    return this.database.transaction(async (tx) => {
      const application = await this.store.lockApplication(tx, applicationId);
      const standing = await this.standing.onApplication(actor, applicationId, tx);
      const viewer = { ...standing, siteRole: actor.siteRole };
      if (!coordinatesApplication(viewer))
        throw new Refusal('forbidden', "Only the job's recruiter, hiring manager or coordinator may plan interviews.");
      const state = { status: standing.status, rounds: [], cardsSubmitted: 0, decidedToHire: false };
      if (!applicationAbilities(viewer, state).planInterview)
        throw new Refusal('wrong_state', 'Interviews are planned only while the application is active or on hold.', [], { status: standing.status });
      if (CLOSED_TO_INTERVIEWS.includes(standing.debriefState))
        throw new Refusal('wrong_state', 'The debrief has gone on to its ballots. Reopen it first.', [], { debriefState: standing.debriefState });
      const key = roundKey ?? application?.currentRoundKey;
      const round = key ? await this.store.round(tx, applicationId, key) : undefined;
      if (!round || !key) throw invalid([{ pointer: '/round', code: 'unknown_round', detail: 'names no round of this application' }]);
      if (round.status === 'skipped' || round.status === 'not_reached')
        throw new Refusal('wrong_state', 'This round is not held. Add a round instead.');
      const id = newId();
      const now = this.clock.now();
      const place = { timeZone: application?.candidateZone ?? 'UTC', location: round.content.location ?? '' };
      await this.store.insert(tx, { id, applicationId, roundId: round.id, ...place, by: actor.userId, at: now });
      const subject = { kind: 'interview', id, applicationId, jobId: standing.jobId, personId: standing.personId } as const;
      await this.frame.tell({ tx, now }, actor, { type: 'interview.planned', subject, payload: { roundKey: key } });
      await this.store.touchApplication(tx, applicationId, now);
      await this.frame.settle(tx, actor, standing);
      return id;
    });
  }
}
