import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database.js';
import { RubricEntity, RubricVersionEntity } from './rubric.entity.js';

/** Writes rubrics and their versions. Every method works inside the caller's transaction. */
@Injectable()
export class RubricsStore {
  async insertRubric(tx: Transaction, rubric: RubricEntity): Promise<void> {
    await tx.manager.insert(RubricEntity, rubric);
  }

  async insertVersion(tx: Transaction, version: RubricVersionEntity): Promise<void> {
    // TypeORM's partial type cannot see through readonly JSON; the row itself is typed.
    await tx.manager.insert(RubricVersionEntity, version as never);
  }

  /** The version, locked until the transaction ends. */
  lockVersion(tx: Transaction, id: string): Promise<RubricVersionEntity | null> {
    return tx.manager.findOne(RubricVersionEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  latestVersion(tx: Transaction, rubricId: string): Promise<RubricVersionEntity | null> {
    return tx.manager.findOne(RubricVersionEntity, { where: { rubricId }, order: { number: 'DESC' } });
  }

  /** The rubric, locked: its versions are numbered one after another. */
  lockRubric(tx: Transaction, id: string): Promise<RubricEntity | null> {
    return tx.manager.findOne(RubricEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async saveVersion(tx: Transaction, id: string, change: Partial<RubricVersionEntity>): Promise<void> {
    await tx.manager.update(RubricVersionEntity, { id }, change as never);
  }

  async saveRubric(tx: Transaction, id: string, change: Partial<RubricEntity>): Promise<void> {
    await tx.manager.update(RubricEntity, { id }, change);
  }
}
