import { jobAbilities } from '../domain/abilities/job-abilities.js';
import type { Actor } from '../domain/actor.js';
import type { JobDto } from './jobs.dto.js';
import type { JobRow } from './jobs.reader.js';

/** A job as its viewer sees it: money only for those whose seat it concerns. */
export function presentJob(actor: Actor, { mySeats, ...row }: JobRow): JobDto {
  const abilities = jobAbilities({ siteRole: actor.siteRole, jobSeats: mySeats }, row.status);
  return { ...row, band: abilities.seeOffer ? row.band : null, offerShape: abilities.seeOffer ? row.offerShape : null, abilities };
}
