import { candidateAbilities } from '../domain/abilities/candidate-abilities.js';
import type { Actor } from '../domain/actor.js';
import type { CandidateDto } from './candidates.dto.js';
import type { CandidateRow } from './candidates.reader.js';

/** A candidate as the viewer sees them: how to reach them only for those whose work it is. */
export function presentCandidate(actor: Actor, { manages, ...row }: CandidateRow): CandidateDto {
  const abilities = candidateAbilities({ siteRole: actor.siteRole, manages }, { archived: row.archivedAt !== null, merged: row.personId !== row.id });
  const { seeContact } = abilities;
  return { ...row, email: seeContact ? row.email : null, phone: seeContact ? row.phone : null, abilities };
}
