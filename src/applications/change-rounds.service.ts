import { Injectable } from '@nestjs/common';
import { StandingReader } from '../access/standing.reader.js';
import { applicationAbilities } from '../domain/abilities/application-abilities.js';
import type { Actor } from '../domain/actor.js';
import { type ApplicationState, currentRound, type RoundState } from '../domain/application/application-life.js';
import { addRound, reorderRounds, skipRound } from '../domain/application/round-changes.js';
import type { EventPayloads } from '../domain/events/events.js';
import type { InterviewKit, PlanRound } from '../domain/interview-plan.js';
import { type Fault, invalid, notFound, Refusal } from '../domain/refusal.js';
import { Database, type Transaction } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { ApplicationRecord, subjectOf } from './application-record.service.js';
import { ApplicationsStore, type LockedApplication, type StoredRound } from './applications.store.js';
import { readFacts, readRound } from './round-input.js';

interface Changing {
  readonly tx: Transaction;
  readonly application: LockedApplication;
  readonly rounds: readonly StoredRound[];
  readonly state: ApplicationState;
  readonly debriefId: string;
}

/** Debriefs in which another round would change what people are voting on or have decided. */
const CLOSED_TO_ROUNDS = ['first_ballot', 'second_ballot', 'committee_ballot', 'decided', 'closed'];

/** Adds, skips and reorders the rounds of one application, and records their facts. */
@Injectable()
export class ChangeRoundsService {
  constructor(
    private readonly database: Database,
    private readonly standing: StandingReader,
    private readonly store: ApplicationsStore,
    private readonly record: ApplicationRecord,
  ) {}

  addRound(actor: Actor, id: string, input: { round: unknown; kit?: unknown; after?: string | null; reason: string }): Promise<void> {
    const { round: content, kit } = readRound(input.round, input.kit);
    return this.change(actor, id, async (changing) => {
      const after = addRound(changing.state, content.key, input.after ?? null);
      await this.insert(changing, after, content, kit);
      await this.tell(actor, changing, 'round.added', { key: content.key, order: after.map((round) => round.key), content }, input.reason);
      return after;
    });
  }

  skipRound(actor: Actor, id: string, key: string, reason: string): Promise<void> {
    return this.change(actor, id, async (changing) => {
      const after = skipRound(changing.state, key);
      const round = changing.rounds.find((one) => one.key === key);
      const live = round ? await this.store.liveInterviews(changing.tx, round.id) : [];
      if (live.length > 0)
        throw new Refusal('in_use', 'The round has an interview. Cancel it first, or advance when it has been held.', [], {
          interviewIds: live.map((one) => one.id),
        });
      await this.tell(actor, changing, 'round.skipped', { key }, reason);
      return after;
    });
  }

  reorderRounds(actor: Actor, id: string, order: readonly string[], reason: string): Promise<void> {
    return this.change(actor, id, async (changing) => {
      const after = reorderRounds(changing.state, order);
      const keys = (rounds: readonly RoundState[]) => rounds.map((round) => round.key);
      await this.tell(actor, changing, 'round.reordered', { before: keys(changing.state.rounds), after: keys(after) }, reason);
      return after;
    });
  }

  /** Records yes/no facts of a round; a fact left out keeps what it was. */
  async recordFacts(actor: Actor, id: string, key: string, input: unknown): Promise<void> {
    const facts = readFacts(input);
    await this.database.transaction(async (tx) => {
      const { application, rounds } = await this.lock(tx, actor, id, 'recordFacts');
      const round = rounds.find((one) => one.key === key);
      if (!round) throw notFound('round');
      const known = new Set((round.content.facts ?? []).map((fact) => fact.key));
      const faults: Fault[] = Object.keys(facts)
        .filter((fact) => !known.has(fact))
        .map((fact) => ({
          pointer: `/facts/${fact.replaceAll('~', '~0').replaceAll('/', '~1')}`,
          code: 'unknown_fact',
          detail: `this round records: ${[...known].join(', ') || 'no facts'}`,
        }));
      if (faults.length > 0) throw invalid(faults);
      const after = { ...round.facts, ...facts };
      await this.store.saveFacts(tx, round.id, after);
      await this.record.tell(tx, actor, {
        type: 'round.facts_recorded',
        subject: subjectOf(application),
        payload: { key, before: round.facts, after },
      });
    });
  }

  private async change(actor: Actor, id: string, work: (changing: Changing) => Promise<readonly RoundState[]>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const changing = await this.lock(tx, actor, id, 'changeRounds');
      const after = await work(changing);
      await this.store.saveRounds(tx, changing.rounds, after);
      await this.store.touch(tx, id, currentRound(after), this.record.now());
      await this.record.settle(tx, actor, changing.application, changing.debriefId);
    });
  }

  private async lock(tx: Transaction, actor: Actor, id: string, ability: 'changeRounds' | 'recordFacts'): Promise<Changing> {
    const application = await this.store.lock(tx, id);
    const standing = await this.standing.onApplication(actor, id, tx);
    if (!application) throw notFound('application');
    const rounds = await this.store.rounds(tx, id);
    const state = { status: application.status, rounds };
    const facts = { cardsSubmitted: application.cardsSubmitted, decidedToHire: false };
    const viewer = { ...standing, siteRole: actor.siteRole };
    if (!applicationAbilities(viewer, { ...state, ...facts })[ability]) {
      if (!applicationAbilities(viewer, { ...state, ...facts, status: 'active' })[ability])
        throw new Refusal('forbidden', "Only the job's recruiter or hiring manager may do this.");
      throw new Refusal('wrong_state', 'Rounds change only while the application is active or on hold.', [], { status: application.status });
    }
    if (ability === 'changeRounds' && CLOSED_TO_ROUNDS.includes(standing.debriefState)) {
      throw new Refusal('wrong_state', 'The debrief has gone on to its ballots. Reopen it first.', [], { debriefState: standing.debriefState });
    }
    return { tx, application, rounds, state, debriefId: standing.debriefId };
  }

  /** Its place may be another round's until the others are saved: the constraint waits for the commit. */
  private async insert(changing: Changing, after: readonly RoundState[], content: PlanRound, kit: InterviewKit | null): Promise<void> {
    const position = after.findIndex((round) => round.key === content.key);
    const status = after[position]?.status ?? 'pending';
    await this.store.insertRound(changing.tx, changing.application.id, { id: newId(), position, content, kit, status });
  }

  private async tell<Type extends 'round.added' | 'round.skipped' | 'round.reordered'>(
    actor: Actor,
    changing: Changing,
    type: Type,
    payload: EventPayloads[Type],
    reason: string,
  ): Promise<void> {
    await this.record.tell(changing.tx, actor, { type, subject: subjectOf(changing.application), payload, reason });
  }
}
