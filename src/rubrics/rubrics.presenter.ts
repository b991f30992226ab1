import type { Actor } from '../domain/actor.js';
import { validateRubric } from '../domain/rubric/rubric-validation.js';
import type { RubricVersionDto } from './rubrics.dto.js';
import type { RubricVersionRow } from './rubrics.reader.js';

/** A version as the screen needs it: with what keeps it from being published and what this person may do. */
export function presentVersion(actor: Actor, row: RubricVersionRow): RubricVersionDto {
  const writes = actor.siteRole !== 'auditor';
  const faults = row.status === 'draft' ? validateRubric(row.content) : [];
  const abilities = {
    edit: writes && row.status === 'draft',
    publish: writes && row.status === 'draft' && faults.length === 0,
    openDraft: writes && row.status !== 'draft',
  };
  return { ...row, faults, abilities };
}
