import { Injectable } from '@nestjs/common';
import { kindsNeeding, type NotificationParams } from '../domain/notification/notification-kinds.js';
import { Clock } from '../platform/clock.js';
import { type Page, type PageQuery, pageOf } from '../platform/cursor.js';
import { Database, type Transaction } from '../platform/database.js';
import { readSortCursor } from '../platform/sort-cursor.js';
import { sql } from '../platform/statement.js';

/** A notification with what its words are made from, looked up now. */
export interface NotificationRow {
  readonly id: string;
  readonly kind: string;
  readonly params: NotificationParams & Readonly<Record<string, unknown>>;
  readonly applicationId: string | null;
  readonly createdAt: Date;
  readonly readAt: Date | null;
  readonly snoozedUntil: Date | null;
  readonly dutyKind: string | null;
  readonly dutyId: string | null;
  readonly candidate: string;
  readonly job: string;
  readonly round: string;
  readonly person: string;
  /** When it is due, or when the interview starts. */
  readonly when: Date | null;
  readonly sortKey: string;
}

/**
 * `$1` the reader, `$2` now, `$3` kinds that name no candidate, `$4` kinds that need the sight of content. A notification
 * about an application is there only as long as the application is, for this person, and only as much of it as they see.
 * Rooms name the person it tells of as they see fit. Kinds that begin with `offer` are for those for whom offers of the application exist.
 */
const ROWS = {
  fragment: true,
  text: `
    select n.id, n.kind, n.params, n.application_id as "applicationId", n.created_at as "createdAt", n.read_at as "readAt",
      case when n.raised_at > $2 then n.raised_at end as "snoozedUntil", n.duty_kind as "dutyKind", n.duty_id as "dutyId",
      coalesce(c.name, '') as candidate, coalesce(j.title, '') as job, coalesce(r.content->>'name', '') as round, coalesce(p.name, '') as person,
      coalesce((n.params->>'dueAt')::timestamptz, (n.params->>'until')::timestamptz, i.starts_at, s.due_at) as "when", n.raised_at::text as "sortKey"
    from notifications n
    left join application_sight($1, $2) v on v.application_id = n.application_id
    left join applications a on a.id = n.application_id and v.sight <> 'absent'
    left join candidates c on c.id = a.candidate_id
    left join interviews i on i.id = (n.params->>'interviewId')::uuid
    left join scorecards s on s.id = (n.params->>'scorecardId')::uuid
    left join application_rounds r on r.id = coalesce(i.round_id, s.round_id)
    left join jobs j on j.id = coalesce((n.params->>'jobId')::uuid, a.job_id)
    left join users p on p.id = coalesce(n.params->>'personId', n.params->>'userId', n.params->>'late', n.params->>'from')::uuid
    where n.user_id = $1 and (n.application_id is null or n.kind = any ($3)
      or case when n.kind = any ($4) then v.sight = 'content' when starts_with(n.kind, 'offer') then sees_offers($1, n.application_id, $2)
        else v.sight <> 'absent' end)`,
} as const;

const LIST = sql`
  ${ROWS} and (not $5 or n.read_at is null) and (n.raised_at > $2) = $6
    and ($7::timestamptz is null or (n.raised_at, n.id) < ($7, $8::uuid))
  order by n.raised_at desc, n.id desc limit $9`;
const ONE = sql`${ROWS} and n.id = $5`;
const UNREAD = sql`select count(*)::int as count from (${ROWS} and n.read_at is null and n.raised_at <= $2) unread`;
const OF_MAIL = sql`${ROWS} and n.mail_id = $5 and n.read_at is null and n.raised_at <= $2 order by n.created_at, n.id`;

const UNNAMED = kindsNeeding('nothing');
const SEEING = kindsNeeding('content');

@Injectable()
export class NotificationsReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The latest first; those put off stand apart. */
  async list(userId: string, query: PageQuery & { unread?: boolean; snoozed?: boolean }): Promise<Page<NotificationRow>> {
    const [raisedAt, id] = readSortCursor(query.cursor, ['time', 'id']);
    const values = [...this.shared(userId), query.unread ?? false, query.snoozed ?? false, raisedAt, id, query.limit + 1];
    const rows = await this.database.query<NotificationRow>(LIST, values);
    return pageOf(
      rows,
      query.limit,
      (row) => row,
      (row) => [row.sortKey, row.id],
    );
  }

  async one(userId: string, id: string): Promise<NotificationRow | undefined> {
    const [row] = await this.database.query<NotificationRow>(ONE, [...this.shared(userId), id]);
    return row;
  }

  async unread(userId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(UNREAD, this.shared(userId));
    return row?.count ?? 0;
  }

  /** What of a mail is still news to its reader, oldest first. */
  ofMail(userId: string, mailId: string, from: Database | Transaction = this.database): Promise<NotificationRow[]> {
    return from.query<NotificationRow>(OF_MAIL, [...this.shared(userId), mailId]);
  }

  private shared(userId: string): readonly unknown[] {
    return [userId, this.clock.now(), UNNAMED, SEEING];
  }
}
