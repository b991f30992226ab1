import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { jobAbilities } from '../domain/abilities/job-abilities.js';
import type { Actor } from '../domain/actor.js';
import { invalid, notFound, Refusal } from '../domain/refusal.js';
import { JobsReader } from '../jobs/jobs.reader.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database.js';
import { CalendarsStore } from './calendars.store.js';

export type CalendarOwner = 'job' | 'user';

/** Which calendar a job or a person follows, and naming another. What follows for the clocks is heard with the event. */
@Injectable()
export class NamedCalendars {
  constructor(
    private readonly database: Database,
    private readonly store: CalendarsStore,
    private readonly jobs: JobsReader,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async name(actor: Actor, owner: CalendarOwner, id: string, calendarId: string | null): Promise<void> {
    await this.database.transaction(async (tx) => {
      const stored = await this.store.lockOwner(tx, owner, id);
      if (!stored) throw notFound(owner);
      if (!(await this.mayName(actor, owner, id, tx)))
        throw new Refusal(
          'forbidden',
          owner === 'job' ? "Only the job's recruiter or hiring manager may do this." : 'Only this person or an admin may do this.',
        );
      if (calendarId !== null) {
        const calendar = await this.store.lock(tx, calendarId);
        if (!calendar || calendar.archivedAt)
          throw invalid([{ pointer: '/calendarId', code: 'unknown_calendar', detail: 'names no calendar that is in use' }]);
      }
      const before = stored.calendarId;
      if (before === calendarId) return;
      await this.store.nameFor(tx, owner, id, calendarId);
      await this.audit.append(tx, actor, this.clock.now(), {
        type: 'calendar.named',
        subject: { kind: owner, id, ...(owner === 'job' ? { jobId: id } : {}) },
        payload: { before: { calendarId: before }, after: { calendarId } },
      });
    });
  }

  async mayName(actor: Actor, owner: CalendarOwner, id: string, from: Database | Transaction = this.database): Promise<boolean> {
    if (owner === 'user') return actor.siteRole === 'admin' || actor.userId === id;
    const job = await this.jobs.job(actor, id, from);
    return jobAbilities({ siteRole: actor.siteRole, jobSeats: job.mySeats }, job.status).edit;
  }
}
