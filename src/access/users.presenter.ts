import { userAbilities } from '../domain/abilities/user-abilities.js';
import type { SiteRole } from '../domain/visibility/visibility.js';
import type { UserDto } from './users.dto.js';
import type { UserRow } from './users.reader.js';

/** A user as the screen needs them: with what this person may do. */
export function presentUser(actor: { readonly siteRole: SiteRole }, row: UserRow): UserDto {
  const { id, email, name, siteRole, status, timeZone, country, locale, qualifications, languages, availability, version, createdAt, deactivatedAt } =
    row;
  const abilities = userAbilities(actor, row);
  return {
    id,
    email,
    name,
    siteRole,
    status,
    timeZone,
    country,
    locale,
    qualifications,
    languages,
    availability,
    version,
    createdAt,
    deactivatedAt,
    abilities,
  };
}
