import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { type Fault, invalid } from '../domain/refusal.js';
import type { TemplatePack } from '../domain/rubric/template-pack.js';
import type { JobSeat } from '../domain/visibility/visibility.js';
import { Database, type Transaction } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { TemplatePacksReader } from '../template-packs/template-packs.reader.js';
import { fieldsFrom, type JobInput } from './job-fields.js';
import { JobRecord } from './job-record.service.js';
import { JobsStore } from './jobs.store.js';
import { PackPartsStore } from './pack-parts.store.js';

export interface NewJobInput extends JobInput {
  readonly template?: string;
  readonly recruiterId?: string;
  readonly hiringManagerId?: string;
  readonly coordinatorId?: string;
}

const SEAT_MEMBERS = [
  ['recruiterId', 'recruiter'],
  ['hiringManagerId', 'hiring_manager'],
  ['coordinatorId', 'coordinator'],
] as const;

/** Makes a job, bare or whole from a template pack, with the people who run it. */
@Injectable()
export class CreateJobService {
  constructor(
    private readonly database: Database,
    private readonly packs: TemplatePacksReader,
    private readonly store: JobsStore,
    private readonly packParts: PackPartsStore,
    private readonly record: JobRecord,
  ) {}

  /** Answers the new job's id. */
  async createJob(actor: Actor, input: NewJobInput): Promise<string> {
    const pack = input.template === undefined ? undefined : this.pack(input.template);
    const fields = fieldsFrom(input, pack);
    return this.database.transaction(async (tx) => {
      const now = this.record.now();
      const seats = await this.seatsOf(tx, actor, input);
      const parts = pack && (await this.packParts.insert(tx, pack, actor.userId, now));
      if (pack && parts) await this.record.packParts(tx, actor, now, pack, parts);
      const whole = {
        ...fields,
        rubricVersionId: fields.rubricVersionId ?? parts?.rubricVersionId ?? null,
        planId: fields.planId ?? parts?.planId ?? null,
      };
      await this.store.checkParts(tx, whole);
      const id = newId();
      await this.store.insert(tx, { id, templateKey: pack?.key ?? null, createdBy: actor.userId, createdAt: now }, whole);
      const filled = seats.map((seat) => ({ seatId: newId(), ...seat }));
      for (const { seatId, userId, kind } of filled)
        await this.store.insertSeat(tx, { id: seatId, userId, kind, jobId: id, grantedBy: actor.userId, at: now });
      const { title, rubricVersionId, planId } = whole;
      await this.record.created(tx, actor, now, id, { title, templateKey: pack?.key ?? null, rubricVersionId, planId, seats: filled });
      return id;
    });
  }

  private pack(key: string): TemplatePack {
    const pack = this.packs.all().find((one) => one.key === key);
    if (pack) return pack;
    const keys = this.packs
      .all()
      .map((one) => one.key)
      .join(', ');
    throw invalid([{ pointer: '/template', code: 'unknown_template', detail: `must be one of: ${keys}` }]);
  }

  /** Whoever makes a job runs it, unless they name another recruiter. */
  private async seatsOf(tx: Transaction, actor: Actor, input: NewJobInput): Promise<{ userId: string; kind: JobSeat }[]> {
    const named = { ...input, recruiterId: input.recruiterId ?? actor.userId };
    const seats = SEAT_MEMBERS.flatMap(([member, kind]) => {
      const userId = named[member]?.toLowerCase();
      return userId === undefined ? [] : [{ member, kind, userId }];
    });
    const active = await this.store.activeUsers(
      tx,
      seats.map((seat) => seat.userId),
    );
    const faults: Fault[] = seats
      .filter((seat) => !active.has(seat.userId))
      .map((seat) => ({ pointer: `/${seat.member}`, code: 'unknown_user', detail: 'names nobody who is active here' }));
    if (faults.length > 0) throw invalid(faults);
    return seats.map(({ kind, userId }) => ({ kind, userId }));
  }
}
