import { Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import type { Statement } from './statement.js';

/** Work inside one database transaction. Prepared SQL for hot paths, TypeORM's manager for ordinary rows: one connection. */
export class Transaction {
  private readonly closing = new Map<string, () => Promise<void>>();

  constructor(
    private readonly client: PoolClient,
    private readonly runner: QueryRunner,
  ) {}

  /**
   * Has `work` done last thing before the commit, once for a key however often it is asked for: what follows from a change is
   * then worked out from everything the transaction wrote.
   */
  beforeCommit(key: string, work: () => Promise<void>): void {
    this.closing.set(key, work);
  }

  /** Does what was asked for, and what is asked for meanwhile. */
  async close(): Promise<void> {
    for (let next = this.closing.entries().next(); !next.done; next = this.closing.entries().next()) {
      const [key, work] = next.value;
      this.closing.delete(key);
      await work();
    }
  }

  get manager(): EntityManager {
    return this.runner.manager;
  }

  async query<Row = Record<string, unknown>>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.client.query({ name: statement.name, text: statement.text, values: [...values] });
    return result.rows as Row[];
  }
}

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';

@Injectable()
export class Database {
  constructor(readonly dataSource: DataSource) {}

  /** The one pool of connections, TypeORM's own. */
  get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  async query<Row = Record<string, unknown>>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.pool.query({ name: statement.name, text: statement.text, values: [...values] });
    return result.rows as Row[];
  }

  /** SQL whose text was put together from fragments at run time (lists with optional filters): not prepared by name. */
  async queryText<Row = Record<string, unknown>>(text: string, values: readonly unknown[]): Promise<Row[]> {
    const result = await this.pool.query({ text, values: [...values] });
    return result.rows as Row[];
  }

  /**
   * Runs `work` in one transaction and commits, or rolls everything back when it throws. A deadlock or serialisation
   * failure is the database asking to try again: the work is run anew, so it must have no effect outside the database.
   */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(work);
      } catch (error) {
        const code = (error as { code?: string }).code;
        if (attempt >= 4 || (code !== SERIALIZATION_FAILURE && code !== DEADLOCK_DETECTED)) throw error;
      }
    }
  }

  private async attempt<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      await runner.startTransaction();
      const transaction = new Transaction(client, runner);
      const result = await work(transaction);
      await transaction.close();
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}
