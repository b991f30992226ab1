import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/statement.js';

const MAKE = sql`insert into signing_keys (name, key, created_at) values ($1, $2, $3) on conflict (name) do nothing`;
const FIND = sql`select key from signing_keys where name = $1`;

/** Keys by which this installation knows what it signed itself; made by whichever process first needs one. */
@Injectable()
export class SigningKeysStore {
  private readonly known = new Map<string, string>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async key(name: string): Promise<string> {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    await this.database.query(MAKE, [name, randomBytes(32).toString('base64url'), this.clock.now()]);
    const [row] = await this.database.query<{ key: string }>(FIND, [name]);
    if (!row) throw new Error(`The signing key "${name}" was not kept.`);
    this.known.set(name, row.key);
    return row.key;
  }
}
