import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../domain/events/events.js';
import type { NeutralInterview } from '../domain/import/neutral-record.js';
import { sql } from '../platform/statement.js';
import { ImportEventsStore, inImport } from './import-events.store.js';
import { ImportedRounds } from './imported-rounds.store.js';
import type { ImportRun, PlannedRow } from './import-run.js';
import { PlannedRowsStore } from './planned-rows.store.js';

type Status = 'planned' | 'scheduled' | 'held' | 'cancelled';

const MAKE = sql`
  insert into interviews (id, application_id, round_id, status, starts_at, ends_at, time_zone, location, created_by, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
const CHANGE = sql`
  with before as materialized (select id, status, starts_at, ends_at, time_zone, location from interviews where id = $1 for update)
  update interviews i set status = $2, starts_at = $3, ends_at = $4, time_zone = $5, location = $6, version = i.version + 1, sequence = i.sequence + 1
  from before b where i.id = b.id
  returning i.version, jsonb_build_object('status', b.status, 'startsAt', b.starts_at, 'endsAt', b.ends_at, 'timeZone', b.time_zone, 'location', b.location) as before`;

/** Makes the interviews of an import. Nobody is seated on them: a seat is a duty, and duties are given here. */
@Injectable()
export class RunInterviews {
  constructor(
    private readonly rows: PlannedRowsStore,
    private readonly rounds: ImportedRounds,
    private readonly events: ImportEventsStore,
  ) {}

  async run(run: ImportRun, batch: readonly PlannedRow<NeutralInterview>[]): Promise<void> {
    const versions = new Map<string, number>();
    for (const row of batch) {
      if (row.action === 'make') versions.set(row.targetId, await this.make(run, row));
      if (row.action === 'change') versions.set(row.targetId, await this.change(run, row));
    }
    await this.rows.know(run, 'interview', batch, (row) => versions.get(row.targetId) ?? null);
  }

  private async make(run: ImportRun, { targetId, parentId, content }: PlannedRow<NeutralInterview>): Promise<number> {
    const { tx, one, actor, now } = run;
    const round = await this.rounds.roundFor(run, parentId ?? '', content.name);
    const place = placeOf(content, now);
    await tx.query(MAKE, [
      targetId,
      parentId,
      round.id,
      place.status,
      place.startsAt,
      place.endsAt,
      place.timeZone,
      place.location,
      actor.userId,
      now,
    ]);
    const subject = { kind: 'interview', id: targetId, applicationId: round.applicationId, jobId: round.jobId, personId: round.personId } as const;
    const events: DomainEvent[] = [{ type: 'interview.planned', subject, payload: inImport(one.id, { roundKey: round.key }) }];
    const before = { status: 'planned' };
    const after = { status: place.status };
    if (place.status === 'held') events.push({ type: 'interview.held', subject, payload: inImport(one.id, { before, after }) });
    if (place.status === 'cancelled') events.push({ type: 'interview.cancelled', subject, payload: inImport(one.id, { before, after }) });
    if (place.status === 'scheduled') events.push({ type: 'interview.scheduled', subject, payload: inImport(one.id, { after: told(place) }) });
    await this.events.append(tx, actor, now, events);
    return 1;
  }

  private async change(run: ImportRun, { targetId, parentId, content }: PlannedRow<NeutralInterview>): Promise<number> {
    const { tx, one, actor, now } = run;
    const place = placeOf(content, now);
    const values = [targetId, place.status, place.startsAt, place.endsAt, place.timeZone, place.location];
    const [changed] = await tx.query<{ version: number; before: ReturnType<typeof told> }>(CHANGE, values);
    if (!changed) throw new Error('an interview of the plan is gone');
    const round = await this.rounds.roundFor(run, parentId ?? '', content.name);
    const subject = { kind: 'interview', id: targetId, applicationId: round.applicationId, jobId: round.jobId, personId: round.personId } as const;
    const payload = inImport(one.id, { before: changed.before, after: told(place) });
    await this.events.append(tx, actor, now, [{ type: 'interview.moved', subject, payload }]);
    return changed.version;
  }
}

interface Place {
  readonly status: Status;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly timeZone: string;
  readonly location: string;
}

/** One whose time is past was held, unless it was cancelled; one that lies ahead is scheduled. */
function placeOf({ startsAt, endsAt, timeZone, location, cancelled, over }: NeutralInterview, now: Date): Place {
  const start = startsAt === null ? null : new Date(startsAt);
  const end = endsAt === null || start === null || new Date(endsAt) <= start ? null : new Date(endsAt);
  const isPast = start !== null && (over || (end ?? start) <= now);
  const status: Status = cancelled ? 'cancelled' : start === null ? 'planned' : isPast ? 'held' : 'scheduled';
  return { status, startsAt: start, endsAt: end, timeZone: zoneOf(timeZone), location };
}

function zoneOf(zone: string | null): string {
  if (zone === null) return 'UTC';
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

function told(place: Place) {
  const { status, startsAt, endsAt, timeZone, location } = place;
  return { status, startsAt: startsAt?.toISOString() ?? null, endsAt: endsAt?.toISOString() ?? null, timeZone, location };
}
