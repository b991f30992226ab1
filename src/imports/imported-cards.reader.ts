import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import type { NeutralCard } from '../domain/import/neutral-record.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export interface ImportedCardRow {
  readonly scorecardId: string;
  readonly revision: number;
  readonly system: string;
  readonly externalId: string;
  readonly title: string;
  readonly interviewer: string;
  readonly interviewerId: string;
  readonly counts: boolean;
  readonly submittedAt: Date;
  readonly original: Pick<NeutralCard, 'overall' | 'ratings' | 'answers'>;
}

/** The same rule as for any card: its author, and those who see the content of the application's cards. */
const CARDS = sql`
  select s.id as "scorecardId", s.revision, m.system, m.external_id as "externalId", m.title, u.name as interviewer, u.id as "interviewerId",
    s.counts, s.submitted_at as "submittedAt", m.original
  from imported_cards m
  join scorecards s on s.id = m.scorecard_id
  join users u on u.id = s.interviewer_id
  join application_sight($1, $2) v on v.application_id = s.application_id and v.sight <> 'absent'
  where s.application_id = $3 and (v.sight = 'content' or s.interviewer_id = $1)
  order by s.submitted_at, s.id`;
const COUNT = sql`
  select count(*)::integer as count from imported_cards m join scorecards s on s.id = m.scorecard_id where s.application_id = $1`;

/** Reads what another system said of an application, as one viewer may see it. */
@Injectable()
export class ImportedCardsReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  cards(actor: Actor, applicationId: string): Promise<ImportedCardRow[]> {
    return this.database.query<ImportedCardRow>(CARDS, [actor.userId, this.clock.now(), applicationId]);
  }

  async count(applicationId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(COUNT, [applicationId]);
    return row?.count ?? 0;
  }
}
