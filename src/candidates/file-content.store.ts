import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config.js';
import type { Transaction } from '../platform/database.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/statement.js';

const SAVE = sql`update candidate_files set content = $2 where id = $1`;
const READ = sql`select content from candidate_files where id = $1`;

/** Where the bytes of candidate files are: in their row, or in a folder under names made from ids and nothing a caller said. */
@Injectable()
export class FileContentStore {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  /** Keeps the bytes of a row inserted in this transaction. */
  async keep(tx: Transaction, id: string, content: Buffer): Promise<void> {
    if (this.config.FILE_STORE === 'database') {
      await tx.query(SAVE, [id, content]);
      return;
    }
    await this.write(this.pathOf(id), content);
  }

  /** The bytes, wherever they were kept when the file was added; undefined when they are gone. */
  async read(id: string): Promise<Buffer | undefined> {
    const [row] = await this.database.query<{ content: Buffer | null }>(READ, [id]);
    if (row?.content) return row.content;
    return readFile(this.pathOf(id)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
  }

  /** Whole or not at all: written beside its place, forced to disk, then moved into it. */
  private async write(path: string, content: Buffer): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    const beside = `${path}.part`;
    const file = await open(beside, 'w', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path).catch(async (error: unknown) => {
      await rm(beside, { force: true });
      throw error;
    });
  }

  private pathOf(id: string): string {
    return join(this.config.DATA_DIR, 'files', id.slice(0, 2), id);
  }
}
