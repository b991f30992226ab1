import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Sight, SiteRole } from '../../src/domain/visibility/visibility.js';
import { CONFLICTS, GLASSES, type SituationCard, type SituationSeat } from './situation.js';
import { cardOf, cell, seatOf, word } from './visibility-rows.js';

export interface RoleRow {
  readonly role: string;
  readonly site: SiteRole;
  readonly seats: readonly SituationSeat[];
  readonly own: SituationCard | null;
  readonly conflict: (typeof CONFLICTS)[number] | null;
  readonly glass: (typeof GLASSES)[number] | null;
  readonly sees: Sight;
}

/**
 * What a route is about. `nothing`: no candidate at all. `status`: that the application is there, and its stage. `content`: what
 * cards say, or a figure made of them. `own`: the caller's own draft or note.
 */
export type Shows = 'nothing' | 'status' | 'content' | 'own';

export interface RouteRow {
  readonly method: string;
  readonly path: string;
  /**
   * `read`: asked by every role at every stage. `write`: names a hidden object and is tried by who may not.
   * `absent`: the same, tried only by those for whom it does not exist. `skip`: says why.
   */
  readonly kind: 'read' | 'write' | 'absent' | 'skip';
  readonly shows: Shows;
  /** Path parameters by the name of an object in the world, where the parameter's own name does not say it. */
  readonly ids: Readonly<Record<string, string>>;
  /** Roles that have no sight of the application and know the object all the same: any recruiter knows the candidates. */
  readonly known: readonly string[];
  readonly query: string;
  readonly body: unknown;
}

function rows(file: string): Record<string, string>[] {
  return parse(readFileSync(new URL(file, import.meta.url), 'utf8'), { columns: true, relax_quotes: true });
}

export function roleRows(): RoleRow[] {
  return rows('./roles.csv').map((row) => {
    const some = (column: string) => (cell(row, column) === '-' ? [] : cell(row, column).split(' '));
    const [own] = some('own');
    const [conflict] = some('conflict');
    const [glass] = some('glass');
    return {
      role: cell(row, 'role'),
      site: word(['admin', 'member', 'auditor'] as const, cell(row, 'site')),
      seats: some('seats').map(seatOf),
      own: own === undefined ? null : cardOf(own),
      conflict: conflict === undefined ? null : word(CONFLICTS, conflict),
      glass: glass === undefined ? null : word(GLASSES, glass),
      sees: word(['absent', 'status', 'content'] as const, cell(row, 'sees')),
    };
  });
}

export function routeRows(): RouteRow[] {
  return rows('./routes.csv').map((row) => {
    const ids = (row['ids'] ?? '')
      .split(' ')
      .filter((one) => one !== '')
      .map((one) => one.split('='));
    const kind = word(['read', 'write', 'absent', 'skip'] as const, cell(row, 'kind'));
    if (kind === 'skip') cell(row, 'because');
    return {
      method: cell(row, 'method'),
      path: cell(row, 'path'),
      kind,
      shows: word(['nothing', 'status', 'content', 'own'] as const, cell(row, 'shows')),
      ids: Object.fromEntries(ids),
      known: (row['known'] ?? '').split(' '),
      query: row['query'] ?? '',
      body: row['body'] ? JSON.parse(row['body']) : undefined,
    };
  });
}
