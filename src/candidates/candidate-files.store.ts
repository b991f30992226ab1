import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import type { FileKind } from './candidate-files.dto.js';

export interface NewFile {
  readonly id: string;
  readonly candidateId: string;
  readonly kind: FileKind;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly by: string;
  readonly at: Date;
}

const INSERT = sql`
  insert into candidate_files (id, candidate_id, kind, name, media_type, size, sha256, uploaded_by, uploaded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const LOCK = sql`
  select f.id, f.name, f.removed_at is not null as removed from candidate_files f join candidates c on c.id = f.candidate_id
  where f.id = $1 and c.person_id = $2 for update of f`;
const REMOVE = sql`update candidate_files set removed_at = $2, removed_by = $3, removed_reason = $4 where id = $1`;

/** Writes what is known of candidate files, inside the caller's transaction. */
@Injectable()
export class CandidateFilesStore {
  async insert(tx: Transaction, file: NewFile): Promise<void> {
    await tx.query(INSERT, [file.id, file.candidateId, file.kind, file.name, file.mediaType, file.size, file.sha256, file.by, file.at]);
  }

  async lock(tx: Transaction, id: string, personId: string): Promise<{ id: string; name: string; removed: boolean } | undefined> {
    const [row] = await tx.query<{ id: string; name: string; removed: boolean }>(LOCK, [id, personId]);
    return row;
  }

  async remove(tx: Transaction, id: string, at: Date, by: string, reason: string): Promise<void> {
    await tx.query(REMOVE, [id, at, by, reason]);
  }
}
