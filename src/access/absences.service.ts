import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import { Refusal, invalid, notFound } from '../domain/refusal.js';
import { localDate } from '../domain/timeline/local-date.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { type AbsenceRow, UsersStore } from './users.store.js';

/** Days on which somebody is away; they or an admin enter them. */
@Injectable()
export class AbsencesService {
  constructor(
    private readonly database: Database,
    private readonly store: UsersStore,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, userId: string): Promise<AbsenceRow[]> {
    requireSelfOrAdmin(actor, userId);
    return this.database.transaction((tx) => this.store.absences(tx, userId));
  }

  add(actor: Actor, userId: string, absence: Omit<AbsenceRow, 'id'>): Promise<AbsenceRow> {
    requireSelfOrAdmin(actor, userId);
    const startsOn = localDate(absence.startsOn, '/startsOn');
    const endsOn = localDate(absence.endsOn, '/endsOn');
    if (endsOn < startsOn) throw invalid([{ pointer: '/endsOn', code: 'order', detail: 'is before "startsOn"' }]);
    const row = { ...absence, id: newId() };
    return this.database.transaction(async (tx) => {
      if (!(await this.store.lock(tx, userId))) throw notFound('user');
      await this.store.addAbsence(tx, userId, row);
      const payload = { absenceId: row.id, startsOn, endsOn };
      await this.audit.append(tx, actor, this.clock.now(), { type: 'user.absence_added', subject: { kind: 'user', id: userId }, payload });
      return row;
    });
  }

  async remove(actor: Actor, userId: string, absenceId: string): Promise<void> {
    requireSelfOrAdmin(actor, userId);
    await this.database.transaction(async (tx) => {
      const removed = await this.store.removeAbsence(tx, userId, absenceId);
      if (!removed) throw notFound('absence');
      const payload = { absenceId, ...removed };
      await this.audit.append(tx, actor, this.clock.now(), { type: 'user.absence_removed', subject: { kind: 'user', id: userId }, payload });
    });
  }
}

export function requireSelfOrAdmin(actor: Actor, userId: string): void {
  if (actor.userId === userId || actor.siteRole === 'admin') return;
  throw new Refusal('forbidden', 'Only the person or an admin may do this.');
}
