import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { type NamedCriterion, proposedCriterion, proposedLevels, proposedVerdicts } from '../domain/import/card-proposals.js';
import type { RubricContent } from '../domain/rubric/rubric.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import type { CardWordsDto } from './card-words.dto.js';
import { ImportsReader } from './imports.reader.js';

interface WordCount {
  readonly word: string;
  readonly count: number;
}

const CARDS = sql`select count(*)::integer as count from import_rows where import_id = $1 and kind = 'card'`;
const OVERALL = sql`
  select content->>'overall' as word, count(*)::integer as count from import_rows
  where import_id = $1 and kind = 'card' and coalesce(content->>'overall', '') <> '' group by 1 order by 2 desc, 1 limit 100`;
const RATINGS = sql`
  select r->>'rating' as word, count(*)::integer as count from import_rows, jsonb_array_elements(content->'ratings') r
  where import_id = $1 and kind = 'card' and coalesce(r->>'rating', '') <> '' group by 1 order by 2 desc, 1 limit 100`;
const NAMES = sql`
  select r->>'name' as word, count(*)::integer as count from import_rows, jsonb_array_elements(content->'ratings') r
  where import_id = $1 and kind = 'card' and coalesce(r->>'name', '') <> '' group by 1 order by 2 desc, 1 limit 200`;
/** Those the applications of the plan are judged by, new jobs' included. `$2` one more to look into. */
const RUBRICS = sql`
  with meant as (
    select distinct coalesce(a.rubric_version_id, j.rubric_version_id) as id
    from import_rows r left join applications a on a.id = r.target_id left join jobs j on j.id = r.second_id
    where r.import_id = $1 and r.kind = 'application'
    union select (i.settings->'newJobs'->>'rubricVersionId')::uuid from imports i where i.id = $1
    union select $2::uuid)
  select v.content from meant m join rubric_versions v on v.id = m.id where v.status <> 'draft' order by v.id limit 20`;

/** What the scorecards of an import say, each word once, with what it may mean here. */
@Injectable()
export class CardWordsReader {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportsReader,
  ) {}

  async words(actor: Actor, importId: string, rubricVersionId?: string): Promise<CardWordsDto> {
    await this.imports.import(actor, importId);
    const [cards] = await this.database.query<WordCount>(CARDS, [importId]);
    const [overall, ratings, names] = [
      await this.database.query<WordCount>(OVERALL, [importId]),
      await this.database.query<WordCount>(RATINGS, [importId]),
      await this.database.query<WordCount>(NAMES, [importId]),
    ];
    const rubrics = await this.database.query<{ content: RubricContent }>(RUBRICS, [importId, rubricVersionId ?? null]);
    const labels = rubrics
      .map(({ content }) => content.scale.labels)
      .reduce<readonly string[]>((most, one) => (one.length > most.length ? one : most), []);
    const criteria = criteriaOf(rubrics.map(({ content }) => content));
    const [verdictOf, levelOf] = [
      proposedVerdicts(overall.map(({ word }) => word)),
      proposedLevels(
        ratings.map(({ word }) => word),
        labels.length,
      ),
    ];
    return {
      cards: cards?.count ?? 0,
      levels: labels.map((label, index) => ({ level: index + 1, label })),
      criteria,
      verdicts: overall.map((one, index) => ({ ...one, proposed: verdictOf[index] ?? null })),
      ratings: ratings.map((one, index) => ({ ...one, proposed: levelOf[index] ?? null })),
      names: names.map((one) => ({ ...one, proposed: proposedCriterion(one.word, criteria) })),
    };
  }
}

/** A key that stands in several rubrics once, by its first name. */
function criteriaOf(rubrics: readonly RubricContent[]): NamedCriterion[] {
  const byKey = new Map<string, NamedCriterion>();
  for (const { criteria } of rubrics) for (const { key, name } of criteria) if (!byKey.has(key)) byKey.set(key, { key, name });
  return [...byKey.values()];
}
