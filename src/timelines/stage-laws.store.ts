import { Injectable } from '@nestjs/common';
import type { ForecastUnit, LearnedStage } from '../domain/timeline/stage-laws.js';
import { Database, type Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export interface StoredStage {
  readonly family: string | null;
  readonly round: string;
  readonly unit: ForecastUnit;
  readonly learned: LearnedStage;
}

interface StageRow {
  family: string | null;
  round: string;
  unit: ForecastUnit;
  law: number[];
  advanced: number;
  ended: number;
  open: number;
  longest: number;
  learnedAt: Date;
}

const CLEAR = sql`delete from stage_laws`;
const INSERT = sql`
  insert into stage_laws (family, round_key, unit, law, advanced, ended, open, longest, learned_at)
  select f."family", f."round", f."unit", f."law", f."advanced", f."ended", f."open", f."longest", $2
  from jsonb_to_recordset($1::jsonb) as f("family" text, "round" text, "unit" text, "law" float8[], "advanced" integer, "ended" integer, "open" integer, "longest" integer)`;
const OF_ROUNDS = sql`
  select family, round_key as round, unit, law, advanced, ended, open, longest, learned_at as "learnedAt"
  from stage_laws where round_key = any($1) and (family is null or family = $2)`;

/** The laws learned from the organisation's past: written whole in the background, read by key in a request. */
@Injectable()
export class StageLawsStore {
  constructor(private readonly database: Database) {}

  async replace(tx: Transaction, stages: readonly StoredStage[], at: Date): Promise<void> {
    await tx.query(CLEAR);
    const rows = stages.map(({ family, round, unit, learned }) => ({
      family,
      round,
      unit,
      ...learned,
      law: learned.law === null ? [] : [...Array.from(learned.law)],
    }));
    await tx.query(INSERT, [JSON.stringify(rows), at]);
  }

  async ofRounds(rounds: readonly string[], family: string): Promise<{ stages: StoredStage[]; learnedAt: Date | null }> {
    const rows = await this.database.query<StageRow>(OF_ROUNDS, [rounds, family]);
    const stages = rows.map(({ family: of, round, unit, law, advanced, ended, open, longest }) => {
      return { family: of, round, unit, learned: { law: law.length === 0 ? null : law, advanced, ended, open, longest } };
    });
    return { stages, learnedAt: rows[0]?.learnedAt ?? null };
  }
}
