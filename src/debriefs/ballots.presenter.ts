import { movements } from '../domain/debrief/ballot-movement.js';
import { committeeOutcome, tally } from '../domain/debrief/ballot-tally.js';
import { votersNow } from '../domain/debrief/debrief-actions.js';
import { type DebriefFacts, facilitates } from '../domain/debrief/debrief-facts.js';
import { hasVoted } from '../domain/debrief/electorate.js';
import type { BallotDto, BallotSeatDto, BallotsDto, MovementDto, TallyDto } from './ballots.dto.js';
import type { BallotRow } from './ballots.reader.js';

/** Ballots for one viewer. While one is sealed, the facilitator sees whose vote is outstanding and everybody else only their own. */
export function presentBallots(rows: readonly BallotRow[], facts: DebriefFacts, covered: ReadonlyMap<string, string>): BallotsDto {
  return { items: rows.map((row) => presentBallot(row, facts, new Set(covered.keys()))), movements: movementsOf(rows) };
}

function presentBallot(row: BallotRow, facts: DebriefFacts, covered: ReadonlySet<string>): BallotDto {
  const seats = row.seats === null ? sealedSeats(facts, covered) : row.seats.map((seat) => ({ ...seat, kinds: [...seat.kinds] }));
  return {
    ...row,
    shown: { ...row.shown },
    seats,
    mine: row.mine && { ...row.mine },
    votes: row.votes && [...row.votes],
    tally: tallyOf(row, facts),
  };
}

function sealedSeats(facts: DebriefFacts, covered: ReadonlySet<string>): BallotSeatDto[] {
  return votersNow(facts).map((elector) => {
    const shown = facilitates(facts) || elector.userId === facts.viewer.userId;
    return { userId: elector.userId, name: elector.name, kinds: [...elector.kinds], voted: shown ? hasVoted(elector, covered) : null, reason: null };
  });
}

function tallyOf(row: BallotRow, { policy }: DebriefFacts): TallyDto | null {
  if (row.votes === null) return null;
  const counted = tally(row.votes.filter((vote) => vote.voided === null).map((vote) => vote.choice));
  const decided = row.kind === 'committee' && policy.decider !== 'hiring_manager' ? committeeOutcome(policy.decider, counted) : null;
  return { ...counted, counts: { ...counted.counts }, committeeOutcome: decided };
}

function movementsOf(rows: readonly BallotRow[]): MovementDto[] {
  const standing = (row: BallotRow) => (row.votes ?? []).filter((vote) => vote.voided === null);
  return rows.flatMap((second) => {
    const first = rows.find((row) => row.kind === 'first' && row.roundNumber === second.roundNumber);
    if (second.kind !== 'second' || !first) return [];
    return movements(standing(first), standing(second)).map((movement) => ({
      roundNumber: second.roundNumber,
      ...movement,
      towards: [...movement.towards],
    }));
  });
}
