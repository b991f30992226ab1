import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import type { EventPayloads } from '../domain/events/events.js';
import type { TemplatePack } from '../domain/rubric/template-pack.js';
import { Clock } from '../platform/clock.js';
import type { Transaction } from '../platform/database.js';
import type { PackParts } from './pack-parts.store.js';

/** Tells the record of a new job and of everything made with it. */
@Injectable()
export class JobRecord {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  async packParts(tx: Transaction, actor: Actor, now: Date, pack: TemplatePack, parts: PackParts): Promise<void> {
    const { rubricId, rubricVersionId: versionId, contentHash, planId } = parts;
    const rubric = { kind: 'rubric', id: rubricId } as const;
    await this.audit.append(tx, actor, now, { type: 'rubric.created', subject: rubric, payload: { name: pack.name, versionId } });
    await this.audit.append(tx, actor, now, { type: 'rubric.published', subject: rubric, payload: { versionId, number: 1, contentHash } });
    const plan = { kind: 'interview_plan', id: planId } as const;
    await this.audit.append(tx, actor, now, { type: 'interview_plan.created', subject: plan, payload: { name: pack.name, templateKey: pack.key } });
  }

  async created(tx: Transaction, actor: Actor, now: Date, jobId: string, payload: EventPayloads['job.created']): Promise<void> {
    await this.audit.append(tx, actor, now, { type: 'job.created', subject: { kind: 'job', id: jobId, jobId }, payload });
  }
}
