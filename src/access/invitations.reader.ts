import { Injectable } from '@nestjs/common';
import type { SiteRole } from '../domain/visibility/visibility.js';
import { type Page, type PageQuery, pageOf } from '../platform/cursor.js';
import { Database } from '../platform/database.js';
import { Clock } from '../platform/clock.js';
import { readSortCursor } from '../platform/sort-cursor.js';
import { sql } from '../platform/statement.js';

export interface InvitationRow {
  id: string;
  email: string;
  name: string | null;
  siteRole: SiteRole;
  status: 'open' | 'expired' | 'accepted' | 'revoked';
  invitedBy: string | null;
  createdAt: Date;
  expiresAt: Date;
}

const COLUMNS = {
  fragment: true,
  text: `l.id, l.email, l.name, l.site_role as "siteRole", u.name as "invitedBy", l.created_at as "createdAt", l.created_at::text as "sortTime", l.expires_at as "expiresAt",
    case when l.used_at is not null then 'accepted' when l.revoked_at is not null then 'revoked' when l.expires_at <= $1 then 'expired' else 'open' end as status
    from one_time_links l left join users u on u.id = l.created_by where l.kind = 'invitation'`,
} as const;
const LIST = sql`
  select ${COLUMNS} and ($2::timestamptz is null or (l.created_at, l.id) < ($2, $3::uuid)) order by l.created_at desc, l.id desc limit $4`;
const ONE = sql`select ${COLUMNS} and l.id = $2`;

@Injectable()
export class InvitationsReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(query: PageQuery): Promise<Page<InvitationRow>> {
    const [createdAt, id] = readSortCursor(query.cursor, ['time', 'id']);
    const rows = await this.database.query<InvitationRow & { sortTime: string }>(LIST, [this.clock.now(), createdAt, id, query.limit + 1]);
    return pageOf(
      rows,
      query.limit,
      ({ sortTime: _, ...row }) => row,
      (row) => [row.sortTime, row.id],
    );
  }

  async invitation(id: string): Promise<InvitationRow | undefined> {
    const [row] = await this.database.query<InvitationRow>(ONE, [this.clock.now(), id]);
    return row;
  }
}
