import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/statement.js';

/** Both at once: who listens is still signed in the way they came, and still sees every card of this application. */
const MAY_LISTEN = sql`
  select exists (select 1 from application_sight($1, $3) v where v.application_id = $2 and v.sight = 'content')
    and exists (select 1 from users u where u.id = $1 and u.status = 'active')
    and case
      when $4::uuid is not null then exists (select 1 from sessions s where s.id = $4 and s.user_id = $1 and s.revoked_at is null and s.expires_at > $3 and s.last_seen_at > $5)
      when $6::uuid is not null then exists (select 1 from api_tokens t where t.id = $6 and t.user_id = $1 and t.revoked_at is null and (t.expires_at is null or t.expires_at > $3))
      else false
    end as "mayListen"`;

/** Asks again what was true when a stream was opened. */
@Injectable()
export class LiveSightReader {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async mayListen(actor: Actor, applicationId: string): Promise<boolean> {
    const now = this.clock.now();
    const idleSince = new Date(now.getTime() - this.config.SESSION_IDLE_MINUTES * 60_000);
    const [answer] = await this.database.query<{ mayListen: boolean }>(MAY_LISTEN, [
      actor.userId,
      applicationId,
      now,
      actor.sessionId ?? null,
      idleSince,
      actor.tokenId ?? null,
    ]);
    return answer?.mayListen === true;
  }
}
