/**
 * A vote's commitment: the hash that history holds while the vote is sealed. With the salt, opened at the reveal, anybody
 * can check that what was revealed is what was cast; without it the hash says nothing.
 *
 * Source: product design, "Ballot seats … Sealed until every seat voted"; the construction is a salted SHA-256 over RFC 8785
 * canonical JSON, as for the content of events.
 */
import { canonicalJson, sha256Hex } from '../audit/canonical-json.js';
import type { VoteChoice } from './ballot-tally.js';

export interface SealedVote {
  readonly ballotId: string;
  readonly voterId: string;
  readonly choice: VoteChoice;
  readonly words: string;
}

/** In: the vote and at least 128 random bits as text. Out: 64 lower-case hex digits. */
export function voteCommitment(vote: SealedVote, salt: string): string {
  const { ballotId, voterId, choice, words } = vote;
  return sha256Hex(`${salt}\n${canonicalJson({ ballotId, voterId, choice, words })}`);
}
