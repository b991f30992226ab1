import { Injectable } from '@nestjs/common';
import type { InterviewKit, PlanRound } from '../domain/interview-plan.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import type { KitFileDto } from './kits.dto.js';

export interface KitRoundRow {
  readonly key: string;
  readonly content: Partial<PlanRound>;
  readonly kit: Partial<InterviewKit> | null;
  readonly status: string;
}

const ROUNDS = sql`select r.key, r.content, r.kit, r.status from application_rounds r where r.application_id = $1 order by r.position`;

/** The person's files, those of merged duplicates included. */
const FILES = sql`
  select f.id, f.candidate_id as "candidateId", f.kind, f.name, f.media_type as "mediaType", f.size, f.uploaded_at as "uploadedAt"
  from applications a join candidates c on c.person_id = a.person_id join candidate_files f on f.candidate_id = c.id
  where a.id = $1 and f.removed_at is null order by f.kind, f.uploaded_at, f.id`;

/** What a kit is put together from. */
@Injectable()
export class KitsReader {
  constructor(private readonly database: Database) {}

  rounds(applicationId: string): Promise<KitRoundRow[]> {
    return this.database.query<KitRoundRow>(ROUNDS, [applicationId]);
  }

  files(applicationId: string): Promise<KitFileDto[]> {
    return this.database.query<KitFileDto>(FILES, [applicationId]);
  }
}
