import { movements } from '../domain/debrief/ballot-movement.js';
import { committeeOutcome, tally } from '../domain/debrief/ballot-tally.js';
import type { DebriefPolicy } from '../domain/debrief/debrief-policy.js';
import type { PacketBallotRow } from './packet.store.js';

/** Ballots with what their votes come to, and who changed their mind between the two of a round. Nothing of an open one. */
export function packetBallots(rows: readonly PacketBallotRow[], policy: DebriefPolicy) {
  return { ballots: rows.map((row) => ({ ...row, tally: tallyOf(row, policy) })), movements: movementsOf(rows) };
}

function standing({ votes }: PacketBallotRow) {
  return (votes ?? []).filter((vote) => vote.voided === null);
}

function tallyOf(row: PacketBallotRow, { decider }: DebriefPolicy) {
  if (row.votes === null) return null;
  const counted = tally(standing(row).map((vote) => vote.choice));
  return { ...counted, committeeOutcome: row.kind === 'committee' && decider !== 'hiring_manager' ? committeeOutcome(decider, counted) : null };
}

function movementsOf(rows: readonly PacketBallotRow[]) {
  return rows.flatMap((second) => {
    const first = rows.find((row) => row.kind === 'first' && row.roundNumber === second.roundNumber);
    if (second.kind !== 'second' || second.votes === null || !first) return [];
    return movements(standing(first), standing(second)).map((movement) => ({ roundNumber: second.roundNumber, ...movement }));
  });
}
