import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { tally } from '../domain/debrief/ballot-tally.js';
import { type Absence, absentNow, checkClosing, checkMayClose, checkVote, votersNow } from '../domain/debrief/debrief-actions.js';
import { checkMove } from '../domain/debrief/debrief-moves.js';
import { TRANSITIONS } from '../domain/debrief/debrief-states.js';
import { type BallotKind, type Elector, hasVoted } from '../domain/debrief/electorate.js';
import { voteCommitment } from '../domain/debrief/vote-commitment.js';
import { Refusal } from '../domain/refusal.js';
import type { VoteBody } from './ballots.dto.js';
import { BallotsReader, type FrozenSeat } from './ballots.reader.js';
import { BallotsStore } from './ballots.store.js';
import { DebriefSittings, type Sitting, refuse } from './debrief-sittings.service.js';
import { DebriefsStore } from './debriefs.store.js';
import { PanelReader } from './panel.reader.js';
import { newId } from '../platform/new-id.js';

const OPENING = { first: 'open_first_ballot', second: 'open_second_ballot', committee: 'open_committee_ballot' } as const;
const REVEALING = { first: 'reveal_first_ballot', second: 'reveal_second_ballot', committee: 'reveal_committee_ballot' } as const;

interface OpenBallot {
  readonly id: string;
  readonly kind: BallotKind;
}

/** Sealed until the last seat voted or the facilitator closes the ballot; then everything opens at once. */
@Injectable()
export class BallotsService {
  constructor(
    private readonly sittings: DebriefSittings,
    private readonly store: BallotsStore,
    private readonly reader: BallotsReader,
    private readonly panels: PanelReader,
    private readonly debriefs: DebriefsStore,
  ) {}

  open(actor: Actor, debriefId: string, kind: BallotKind): Promise<void> {
    return this.sittings.run(actor, debriefId, async (sitting) => {
      refuse(checkMove(OPENING[kind], sitting.facts));
      const { tx, head, now } = sitting;
      const shown = await this.panels.latest(head.applicationId, tx);
      await this.debriefs.keepShown(tx, head.applicationId, shown, now);
      const { inputHash, engine } = shown.recommendation;
      const ballotId = newId();
      await this.store.insert(tx, {
        id: ballotId,
        debriefId: head.id,
        applicationId: head.applicationId,
        roundNumber: head.roundNumber,
        kind,
        inputHash,
        engine,
        openedBy: actor.userId,
        openedAt: now,
      });
      await this.sittings.tell(sitting, 'ballot.opened', { ballotId, kind, roundNumber: head.roundNumber, inputHash, engine });
      await this.sittings.move(sitting, OPENING[kind]);
    });
  }

  /** Casts a vote, or changes it; the last one outstanding opens the ballot. */
  vote(actor: Actor, debriefId: string, kind: BallotKind, body: VoteBody): Promise<void> {
    return this.sittings.run(actor, debriefId, async (sitting) => {
      const { tx, facts, now } = sitting;
      const ballot = await this.openOf(sitting, kind);
      refuse(checkVote(facts));
      const elector = electorOf(sitting);
      const covered = await this.reader.covered(ballot.id, tx);
      if (hasVoted(elector, new Set(covered.keys())) && ![...covered.values()].includes(actor.userId)) {
        throw new Refusal('conflict', 'Your seat has voted already: somebody who stood in for it, or for whom you stand in, did.');
      }
      const vote = { ballotId: ballot.id, voterId: actor.userId, choice: body.choice, words: body.words ?? '' };
      const salt = randomBytes(16).toString('base64url');
      const commitment = voteCommitment(vote, salt);
      await this.store.cast(tx, ballot.id, { ...vote, salt, commitment }, elector.covers, now);
      await this.sittings.tell(sitting, 'ballot.voted', { ballotId: ballot.id, kind, commitment }, { sealed: true });
      const after = new Set([...covered.keys(), ...elector.covers]);
      if (absentNow(facts, after).length === 0) await this.reveal(sitting, ballot, after, null, []);
    });
  }

  /** Closes a ballot before everybody voted, with a reason for each who did not. */
  close(actor: Actor, debriefId: string, kind: BallotKind, absences: readonly Absence[]): Promise<void> {
    return this.sittings.run(actor, debriefId, async (sitting) => {
      const ballot = await this.openOf(sitting, kind);
      refuse(checkMayClose(sitting.facts));
      const covered = new Set((await this.reader.covered(ballot.id, sitting.tx)).keys());
      refuse(checkClosing(sitting.facts, covered, absences));
      await this.reveal(sitting, ballot, covered, actor.userId, absences);
    });
  }

  private async openOf(sitting: Sitting, kind: BallotKind): Promise<OpenBallot> {
    const ballot = await this.store.open(sitting.tx, sitting.head.id);
    if (ballot?.kind !== kind) throw new Refusal('wrong_state', `The ${kind} ballot is not open.`);
    return ballot;
  }

  private async reveal(
    sitting: Sitting,
    ballot: OpenBallot,
    covered: ReadonlySet<string>,
    closedBy: string | null,
    absences: readonly Absence[],
  ): Promise<void> {
    const { tx, head, facts, now } = sitting;
    const seats = votersNow(facts).map((elector) => frozen(elector, covered, absences));
    const votes = await this.store.reveal(tx, ballot.id, head.applicationId, closedBy, seats, now);
    const counted = tally(votes.filter((vote) => vote.voided === null).map((vote) => vote.choice));
    const absent = absences.map(({ userId, reason }) => ({ userId, reason }));
    const payload = { ballotId: ballot.id, kind: ballot.kind, result: counted.result, votes, absent };
    // Whoever votes last did not close the ballot: that it opened is the product's doing, and names nobody as the last voter.
    await this.sittings.tell(sitting, 'ballot.revealed', payload, { sealed: closedBy === null });
    await this.sittings.enter(sitting, TRANSITIONS[REVEALING[ballot.kind]].to, { sealed: closedBy === null });
  }
}

function electorOf({ facts, actor }: Sitting): Elector {
  const elector = votersNow(facts).find(({ userId }) => userId === actor.userId);
  if (!elector) throw new Error('a voter without a seat');
  return elector;
}

function frozen({ userId, name, kinds, ...elector }: Elector, covered: ReadonlySet<string>, absences: readonly Absence[]): FrozenSeat {
  const voted = hasVoted({ userId, name, kinds, ...elector }, covered);
  return { userId, name, kinds, voted, reason: voted ? null : (absences.find((absence) => absence.userId === userId)?.reason ?? null) };
}
