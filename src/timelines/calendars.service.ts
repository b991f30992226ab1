import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import { notFound, Refusal } from '../domain/refusal.js';
import { businessCalendar } from '../domain/timeline/business-calendar.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { versionConflict } from '../platform/version.js';
import { type CalendarFields, CalendarsStore, type LockedCalendar } from './calendars.store.js';
import { PlaceMoves } from './place-moves.service.js';

/** An organisation's own calendars. Whatever changes about one moves the open clocks of everybody who follows it. */
@Injectable()
export class CalendarsService {
  constructor(
    private readonly database: Database,
    private readonly store: CalendarsStore,
    private readonly places: PlaceMoves,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Answers the new calendar's id. */
  async create(actor: Actor, fields: CalendarFields): Promise<string> {
    check(fields);
    const id = newId();
    await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      await this.store.insert(tx, id, fields, actor.userId, now);
      const { name, ...content } = fields;
      await this.audit.append(tx, actor, now, { type: 'calendar.created', subject: { kind: 'calendar', id }, payload: { name, content } });
      await this.move(tx, actor, now, id, [fields]);
    });
    return id;
  }

  async change(actor: Actor, id: string, expected: number, after: CalendarFields): Promise<void> {
    check(after);
    await this.database.transaction(async (tx) => {
      const calendar = await this.lock(tx, id);
      const before = fieldsOf(calendar);
      if (calendar.version !== expected) throw versionConflict(expected, calendar.version, before);
      if (calendar.archivedAt) throw new Refusal('wrong_state', 'An archived calendar does not change. Restore it first.');
      const now = this.clock.now();
      await this.store.save(tx, id, after);
      await this.audit.append(tx, actor, now, { type: 'calendar.changed', subject: { kind: 'calendar', id }, payload: { before, after } });
      await this.move(tx, actor, now, id, [before, after]);
    });
  }

  async setArchived(actor: Actor, id: string, archived: boolean): Promise<void> {
    await this.database.transaction(async (tx) => {
      const calendar = await this.lock(tx, id);
      if ((calendar.archivedAt !== null) === archived) return;
      if (archived && (await this.store.isNamed(tx, id)))
        throw new Refusal('in_use', 'People or jobs name this calendar. Let them follow another one first.');
      const now = this.clock.now();
      await this.store.setArchived(tx, id, archived ? now : null);
      const payload = { before: { archived: !archived }, after: { archived } };
      await this.audit.append(tx, actor, now, { type: 'calendar.archived', subject: { kind: 'calendar', id }, payload });
      await this.move(tx, actor, now, id, [calendar]);
    });
  }

  private async lock(tx: Transaction, id: string): Promise<LockedCalendar> {
    const calendar = await this.store.lock(tx, id);
    if (!calendar) throw notFound('calendar');
    return calendar;
  }

  private move(tx: Transaction, actor: Actor, now: Date, id: string, states: readonly CalendarFields[]): Promise<void> {
    const countries = states.flatMap(({ forCountry, country }) => (forCountry && country !== null ? [country] : []));
    return this.places.calendarMoved(tx, actor, now, id, [...new Set(countries)]);
  }
}

function fieldsOf({ name, country, weekend, closingDays, workingDays, suppliedYears, forCountry }: CalendarFields): CalendarFields {
  return { name, country, weekend, closingDays, workingDays, suppliedYears, forCountry };
}

/** Names every fault where it stands in the body. */
function check({ country, weekend, closingDays, workingDays, suppliedYears, forCountry }: CalendarFields): void {
  businessCalendar({ country, ...(weekend === null ? {} : { weekend }), closingDays, workingDays, suppliedYears });
  if (forCountry && country === null) {
    throw new Refusal('validation_failed', '/forCountry: a plain week is no country’s calendar', [
      { pointer: '/forCountry', code: 'country', detail: 'name the country' },
    ]);
  }
}
