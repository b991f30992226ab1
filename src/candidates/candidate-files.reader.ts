import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { notFound } from '../domain/refusal.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import type { FileKind } from './candidate-files.dto.js';
import { CandidatesReader } from './candidates.reader.js';

export interface CandidateFileRow {
  id: string;
  kind: FileKind;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  uploadedBy: string;
  uploadedAt: Date;
}

/** The person's files, from every record merged into them. */
const FILES = sql`
  select f.id, f.kind, f.name, f.media_type as "mediaType", f.size, f.sha256, u.name as "uploadedBy", f.uploaded_at as "uploadedAt"
  from candidates c join candidates p on p.person_id = c.person_id join candidate_files f on f.candidate_id = p.id join users u on u.id = f.uploaded_by
  where c.id = $1 and f.removed_at is null and ($2::uuid is null or f.id = $2)
  order by f.uploaded_at, f.id`;

/** Reads candidate files, for those who may know of the candidate. */
@Injectable()
export class CandidateFilesReader {
  constructor(
    private readonly database: Database,
    private readonly candidates: CandidatesReader,
  ) {}

  async files(actor: Actor, candidateId: string): Promise<CandidateFileRow[]> {
    await this.candidates.manages(actor, candidateId);
    return this.database.query<CandidateFileRow>(FILES, [candidateId, null]);
  }

  async file(actor: Actor, candidateId: string, fileId: string): Promise<CandidateFileRow> {
    await this.candidates.manages(actor, candidateId);
    const [row] = await this.database.query<CandidateFileRow>(FILES, [candidateId, fileId]);
    if (!row) throw notFound('file');
    return row;
  }
}
