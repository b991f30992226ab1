import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/session.reader.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import { CAST } from './cast.js';
import type { DemoPersonDto } from './demo.dto.js';

const PRESENT = sql`
  select u.email from users u join organisation o on o.is_demo where u.status = 'active'`;
const CALLER = sql`
  select u.id as "userId", u.name, u.email, u.site_role as "siteRole", u.locale, u.time_zone as "timeZone"
  from users u join organisation o on o.is_demo where u.email = $1 and u.status = 'active'`;

const ORGANISATION = sql`select name from organisation where is_demo`;

/** Who can be tried in the demo organisation; nobody in any other. */
@Injectable()
export class DemoReader {
  constructor(private readonly database: Database) {}

  async people(): Promise<DemoPersonDto[]> {
    const rows = await this.database.query<{ email: string }>(PRESENT);
    const present = new Set(rows.map((row) => row.email));
    return CAST.filter((member) => present.has(member.email)).map(({ name, email, title, siteRole }) => ({ name, email, title, siteRole }));
  }

  /** Its name; null where this is no demo. */
  async organisation(): Promise<string | null> {
    const [row] = await this.database.query<{ name: string }>(ORGANISATION);
    return row?.name ?? null;
  }

  /** A demo person by e-mail address; people who were invited later sign in with their password like anybody. */
  async person(email: string): Promise<Caller | undefined> {
    if (!CAST.some((member) => member.email === email)) return undefined;
    const [caller] = await this.database.query<Caller>(CALLER, [email]);
    return caller;
  }
}
