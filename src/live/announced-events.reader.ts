import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database.js';
import { sql } from '../platform/statement.js';

/** An event as processes tell each other of it. */
export interface AnnouncedEvent {
  /** Its number in the record; never leaves the server, because numbers would show how many events stand between two. */
  readonly id: string;
  /** What a client names to go on from here: random, and silent about everything else. */
  readonly ref: string;
  readonly type: string;
}

export interface MissedEvent extends AnnouncedEvent {
  /** False for one that is told again to be sure. */
  readonly later: boolean;
}

const COLUMNS = { fragment: true, text: `e.id::text as id, e.ref, e.type` } as const;
const LATEST = sql`select e.ref from events e where e.application_id = $1 and is_announced(e.type) order by e.id desc limit 1`;
const KNOWN = sql`select 1 from events e where e.application_id = $1 and e.ref = $2 and is_announced(e.type)`;
/**
 * Numbers are given before the commit: an event with a lower number may have become visible after the one the client saw
 * last. Those written at about the same time are told again; telling twice costs one reading too many and loses nothing.
 */
const SINCE = sql`
  select ${COLUMNS}, e.id > last.id as later from events e, (select l.id, l.at from events l where l.application_id = $1 and l.ref = $2) last
  where e.application_id = $1 and e.id <> last.id and is_announced(e.type) and (e.id > last.id or e.at >= last.at - interval '5 seconds')
  order by e.id`;
const ALL = sql`select ${COLUMNS}, true as later from events e where e.application_id = $1 and is_announced(e.type) order by e.id`;

/** Reads from the record what a stream has not told yet. */
@Injectable()
export class AnnouncedEventsReader {
  constructor(private readonly database: Database) {}

  /** The ref of the latest event; null for none. */
  async latest(applicationId: string): Promise<string | null> {
    const [event] = await this.database.query<{ ref: string }>(LATEST, [applicationId]);
    return event?.ref ?? null;
  }

  /** Events after the one of this ref; null where the application has no such event. A null ref means from the beginning. */
  async since(applicationId: string, ref: string | null): Promise<MissedEvent[] | null> {
    if (ref === null) return this.database.query<MissedEvent>(ALL, [applicationId]);
    if ((await this.database.query(KNOWN, [applicationId, ref])).length === 0) return null;
    return this.database.query<MissedEvent>(SINCE, [applicationId, ref]);
  }
}
