import { Injectable } from '@nestjs/common';
import { StandingReader } from '../access/standing.reader.js';
import { leadsApplication } from '../domain/abilities/application-abilities.js';
import type { Actor } from '../domain/actor.js';
import { invalid, notFound, Refusal } from '../domain/refusal.js';
import { Database } from '../platform/database.js';
import { ApplicationRecord, subjectOf } from './application-record.service.js';
import { ApplicationsStore } from './applications.store.js';

/** Moves an application to another rubric version; possible only before its first submission. */
@Injectable()
export class ChangeRubricService {
  constructor(
    private readonly database: Database,
    private readonly standing: StandingReader,
    private readonly store: ApplicationsStore,
    private readonly record: ApplicationRecord,
  ) {}

  async changeRubric(actor: Actor, id: string, rubricVersionId: string, reason: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const application = await this.store.lock(tx, id);
      const standing = await this.standing.onApplication(actor, id, tx);
      if (!application) throw notFound('application');
      if (!leadsApplication({ ...standing, siteRole: actor.siteRole }))
        throw new Refusal('forbidden', "Only the job's recruiter or hiring manager may do this.");
      if (await this.store.hasSubmissions(tx, id))
        throw new Refusal('wrong_state', 'A scorecard has been submitted against the pinned rubric version; it stays.');
      if (!(await this.store.isPublished(tx, rubricVersionId))) {
        throw invalid([{ pointer: '/rubricVersionId', code: 'not_published', detail: 'must be a published rubric version' }]);
      }
      await this.store.saveRubric(tx, id, rubricVersionId);
      const payload = { before: { rubricVersionId: application.rubricVersionId }, after: { rubricVersionId } };
      await this.record.tell(tx, actor, { type: 'application.rubric_changed', subject: subjectOf(application), payload, reason });
    });
  }
}
