import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { notFound, Refusal } from '../domain/refusal.js';
import { Database } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { CandidateFilesStore } from './candidate-files.store.js';
import { CandidateLock } from './candidate-lock.service.js';
import { CandidateRecord } from './candidate-record.service.js';
import { FileContentStore } from './file-content.store.js';
import { mediaTypeOf } from './media-type.js';
import type { UploadedFile } from './uploaded-file.js';

/** Adds résumés and work samples, and removes them; what was removed is kept, out of sight. */
@Injectable()
export class CandidateFilesService {
  constructor(
    private readonly database: Database,
    private readonly locking: CandidateLock,
    private readonly store: CandidateFilesStore,
    private readonly content: FileContentStore,
    private readonly record: CandidateRecord,
  ) {}

  /** Answers the new file's id. */
  async addFile(actor: Actor, candidateId: string, file: UploadedFile): Promise<string> {
    const mediaType = await mediaTypeOf(file.name, file.content);
    const sha256 = createHash('sha256').update(file.content).digest('hex');
    return this.database.transaction(async (tx) => {
      const candidate = await this.locking.lock(tx, actor, candidateId, 'addFile');
      const { kind, name } = file;
      const size = file.content.length;
      const id = newId();
      await this.store.insert(tx, { id, candidateId, kind, name, mediaType, size, sha256, by: actor.userId, at: this.record.now() });
      await this.content.keep(tx, id, file.content);
      const subject = { kind: 'file', id, personId: candidate.personId } as const;
      await this.record.tell(tx, actor, { type: 'file.added', subject, payload: { kind, name, mediaType, size, sha256 } });
      return id;
    });
  }

  async removeFile(actor: Actor, candidateId: string, fileId: string, reason: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const candidate = await this.locking.lock(tx, actor, candidateId, 'removeFile');
      const file = await this.store.lock(tx, fileId, candidate.personId);
      if (!file) throw notFound('file');
      if (file.removed) throw new Refusal('wrong_state', 'This file has been removed already.');
      await this.store.remove(tx, fileId, this.record.now(), actor.userId, reason);
      const subject = { kind: 'file', id: fileId, personId: candidate.personId } as const;
      await this.record.tell(tx, actor, { type: 'file.removed', subject, payload: { name: file.name }, reason });
    });
  }
}
