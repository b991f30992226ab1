import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import type { InterviewKit, InterviewPlanContent } from '../domain/interview-plan.js';
import { parseInterviewKits, parseInterviewPlan, validateInterviewKits, validateInterviewPlan } from '../domain/interview-plan-validation.js';
import { invalid, notFound, Refusal, type Fault } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { versionConflict } from '../platform/version.js';
import type { PlanRow } from './interview-plans.reader.js';
import { InterviewPlansStore } from './interview-plans.store.js';

export interface PlanInput {
  readonly name: string;
  readonly content: unknown;
  readonly kits?: unknown;
}

/** Plans are edited in place: an application copies its rounds at start, so no edit rewrites a running one; the times alone follow. */
@Injectable()
export class InterviewPlansService {
  constructor(
    private readonly database: Database,
    private readonly store: InterviewPlansStore,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Everything wrong with a plan and its kits, each fault where it stands in the request; keeps nothing. */
  checkPlan(input: PlanInput): Fault[] {
    try {
      readPlan(input);
      return [];
    } catch (error) {
      if (error instanceof Refusal) return [...error.faults];
      throw error;
    }
  }

  /** Answers the new plan's id. */
  async createPlan(actor: Actor, input: PlanInput): Promise<string> {
    const plan = readPlan(input);
    const id = newId();
    await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      await this.store.insert(tx, { ...plan, id, createdBy: actor.userId, createdAt: now });
      await this.audit.append(tx, actor, now, {
        type: 'interview_plan.created',
        subject: { kind: 'interview_plan', id },
        payload: { name: plan.name, templateKey: null },
      });
    });
    return id;
  }

  async changePlan(actor: Actor, id: string, expected: number, input: PlanInput): Promise<void> {
    const after = readPlan(input);
    await this.database.transaction(async (tx) => {
      const plan = await this.lock(tx, id);
      if (plan.version !== expected) throw versionConflict(expected, plan.version, planContent(plan));
      if (plan.archivedAt) throw new Refusal('wrong_state', 'An archived plan does not change. Restore it first.');
      await this.store.save(tx, id, after);
      const payload = { before: planContent(plan), after };
      await this.audit.append(tx, actor, this.clock.now(), { type: 'interview_plan.changed', subject: { kind: 'interview_plan', id }, payload });
    });
  }

  async setArchived(actor: Actor, id: string, archived: boolean): Promise<void> {
    await this.database.transaction(async (tx) => {
      const plan = await this.lock(tx, id);
      if ((plan.archivedAt !== null) === archived) return;
      const now = this.clock.now();
      await this.store.setArchived(tx, id, archived ? now : null);
      const payload = { before: { archived: !archived }, after: { archived } };
      await this.audit.append(tx, actor, now, { type: 'interview_plan.archived', subject: { kind: 'interview_plan', id }, payload });
    });
  }

  private async lock(tx: Transaction, id: string): Promise<PlanRow> {
    const plan = await this.store.lock(tx, id);
    if (!plan) throw notFound('interview plan');
    return plan;
  }
}

function planContent({ name, content, kits }: PlanRow): { name: string; content: InterviewPlanContent; kits: InterviewKit[] } {
  return { name, content, kits };
}

/** Reads a plan with its kits and names every fault, each under the member it belongs to. */
function readPlan(input: PlanInput): { name: string; content: InterviewPlanContent; kits: readonly InterviewKit[] } {
  const faults: Fault[] = [];
  const content = under('/content', faults, () => parseInterviewPlan(input.content));
  const kits = under('/kits', faults, () => parseInterviewKits(input.kits ?? []));
  if (content) faults.push(...at('/content', validateInterviewPlan(content)));
  if (content && kits) {
    const rounds = content.rounds.map((round) => round.key);
    faults.push(...at('/kits', validateInterviewKits(kits, rounds)));
  }
  if (faults.length > 0 || !content || !kits) throw invalid(faults);
  return { name: input.name, content, kits };
}

const at = (place: string, faults: readonly Fault[]): Fault[] => faults.map((fault) => ({ ...fault, pointer: place + fault.pointer }));

/** What was read, or its faults added to the others. */
function under<T>(place: string, faults: Fault[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    faults.push(...at(place, error.faults));
    return undefined;
  }
}
