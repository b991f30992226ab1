import { Injectable } from '@nestjs/common';
import { type Standing, StandingReader } from '../access/standing.reader.js';
import type { InterviewAbilities } from '../domain/abilities/interview-abilities.js';
import type { Actor } from '../domain/actor.js';
import type { InterviewStatus } from '../domain/interview/interview-life.js';
import type { Training } from '../domain/interview/panel-place.js';
import { notFound } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { fragment, sql } from '../platform/statement.js';
import { presentInterview } from './interviews.presenter.js';

/** Whether a card is due, and what became of it; a draft is its author's alone, so it is due like any other. */
export type CardStanding = 'due' | 'submitted' | 'declined' | 'waived';

export interface PanelMemberRow {
  userId: string;
  name: string;
  training: Training | null;
  lead: boolean;
  place: string | null;
  /** False for somebody whose seat has ended but whose card stays. */
  seated: boolean;
  card: { id: string; status: CardStanding; counts: boolean } | null;
}

export interface InterviewRow {
  id: string;
  applicationId: string;
  roundKey: string;
  roundName: string;
  status: InterviewStatus;
  startsAt: Date | null;
  endsAt: Date | null;
  timeZone: string;
  location: string;
  sequence: number;
  reason: string | null;
  version: number;
  cardsSubmitted: number;
  panel: PanelMemberRow[];
}

/** An interview as a viewer sees it, with what they may do. */
export interface InterviewView extends Omit<InterviewRow, 'sequence' | 'cardsSubmitted'> {
  abilities: InterviewAbilities;
}

/** Everybody who sits on the panel now, and everybody whose card is on it. */
const PANEL = fragment`
  coalesce((select jsonb_agg(jsonb_build_object('userId', u.id, 'name', u.name, 'training', s.training, 'lead', coalesce(s.lead, false), 'place', s.place,
      'seated', s.id is not null,
      'card', case when c.id is not null then jsonb_build_object('id', c.id, 'counts', c.counts,
        'status', case when c.status in ('assigned', 'draft') then 'due' else c.status end) end) order by u.name, u.id)
    from (select x.user_id from seats x where x.interview_id = i.id and x.ended_at is null
          union select y.interviewer_id from scorecards y where y.interview_id = i.id) m
    join users u on u.id = m.user_id
    left join lateral (select x.id, x.training, x.lead, x.place from seats x where x.interview_id = i.id and x.user_id = m.user_id and x.ended_at is null
      order by x.delegated_from nulls first limit 1) s on true
    left join scorecards c on c.interview_id = i.id and c.interviewer_id = m.user_id), '[]')`;

const COLUMNS = fragment`
  i.id, i.application_id as "applicationId", r.key as "roundKey", r.content->>'name' as "roundName", i.status, i.starts_at as "startsAt",
  i.ends_at as "endsAt", i.time_zone as "timeZone", i.location, i.sequence, i.reason, i.version,
  (select count(*)::integer from scorecards c where c.interview_id = i.id and c.status = 'submitted') as "cardsSubmitted", ${PANEL} as panel`;

const OF_APPLICATION = sql`
  select ${COLUMNS} from interviews i join application_rounds r on r.id = i.round_id
  where i.application_id = $1 order by r.position, i.starts_at nulls last, i.created_at, i.id`;
const ONE = sql`select ${COLUMNS} from interviews i join application_rounds r on r.id = i.round_id where i.id = $1`;

/** Reads interviews with their panels: stage and status, never what or when somebody wrote. */
@Injectable()
export class InterviewsReader {
  constructor(
    private readonly database: Database,
    private readonly standing: StandingReader,
    private readonly clock: Clock,
  ) {}

  /** The interviews of an application on which the viewer has this standing. */
  async ofApplication(actor: Actor, standing: Standing): Promise<InterviewView[]> {
    const rows = await this.database.query<InterviewRow>(OF_APPLICATION, [standing.applicationId]);
    return rows.map((row) => presentInterview(actor, standing, row, this.clock.now()));
  }

  /** The interview, or `not_found` where its application does not exist for the viewer. */
  async interview(actor: Actor, id: string): Promise<InterviewView> {
    const [row] = await this.database.query<InterviewRow>(ONE, [id]);
    if (!row) throw notFound('interview');
    const standing = await this.standing.onApplication(actor, row.applicationId).catch(() => {
      throw notFound('interview');
    });
    return presentInterview(actor, standing, row, this.clock.now());
  }
}
