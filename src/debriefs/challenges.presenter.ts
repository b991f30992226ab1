import { challengeAbilities } from '../domain/abilities/debrief-abilities.js';
import type { DebriefFacts } from '../domain/debrief/debrief-facts.js';
import type { ChallengeDto } from './challenges.dto.js';
import type { ChallengeRow } from './challenges.reader.js';

/** A challenge with what the viewer may do about it. The cards' contents have an address of their own. */
export function presentChallenge({ card, challenged, ...row }: ChallengeRow, facts: DebriefFacts): ChallengeDto {
  const abilities = challengeAbilities(facts, { ...row, challenged, revision: row.before.revision }, card);
  return { ...row, replies: [...row.replies], authorId: card.authorId, authorName: card.authorName, abilities };
}
