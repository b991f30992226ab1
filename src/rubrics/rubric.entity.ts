import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DraftSitting } from '../domain/rubric/draft-sitting.js';
import type { RubricContent } from '../domain/rubric/rubric.js';

@Entity('rubrics')
export class RubricEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt: Date | null;
}

export type RubricVersionStatus = 'draft' | 'published' | 'retired';

@Entity('rubric_versions')
export class RubricVersionEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'rubric_id' }) rubricId: string;
  @Column('integer') number: number;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId: string | null;
  @Column('text') status: RubricVersionStatus;
  @Column('jsonb') content: RubricContent;
  @Column('text', { name: 'content_hash', nullable: true }) contentHash: string | null;
  @Column('integer') version: number;
  /** While it is a draft: who writes it, and what of that is on the record. */
  @Column('jsonb', { nullable: true }) sitting: DraftSitting | null;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('uuid', { name: 'published_by', nullable: true }) publishedBy: string | null;
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt: Date | null;
}
