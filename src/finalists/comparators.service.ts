import { Injectable } from '@nestjs/common';
import { StandingReader } from '../access/standing.reader.js';
import { comparesApplication } from '../domain/abilities/application-abilities.js';
import type { Actor } from '../domain/actor.js';
import { pageOf } from '../platform/cursor.js';
import { areComparable, CompareApplications } from './compare-applications.service.js';
import type { ComparatorsDto, ComparisonQuery } from './finalists.dto.js';
import { FinalistsReader } from './finalists.reader.js';
import { RecordComparison } from './record-comparison.service.js';

/** For a complaint: the others of the job who came as far, and what became of them. Looking is on the record. */
@Injectable()
export class ComparatorsService {
  constructor(
    private readonly standings: StandingReader,
    private readonly reader: FinalistsReader,
    private readonly comparing: CompareApplications,
    private readonly record: RecordComparison,
  ) {}

  async read(actor: Actor, applicationId: string, query: ComparisonQuery): Promise<ComparatorsDto> {
    const standing = await this.standings.onApplication(actor, applicationId);
    const mayCompare = comparesApplication({ siteRole: actor.siteRole, sight: standing.sight });
    const subject = mayCompare ? await this.reader.one(actor, applicationId) : undefined;
    if (!subject) return this.record.refuse(actor, standing);
    const page = pageOf(
      await this.reader.comparators(actor, standing.jobId, subject, query),
      query.limit,
      (row) => row,
      (row) => [row.sortKey, row.applicationId],
    );
    await this.record.read(actor, standing, subject.stage?.key ?? null);
    const [first, ...items] = await this.comparing.compare(actor, [subject, ...page.items]);
    if (!first) throw new Error('an application was compared to nothing');
    return { subject: first, comparable: areComparable([subject, ...page.items]), items, nextCursor: page.nextCursor };
  }
}
