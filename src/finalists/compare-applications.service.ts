import { Injectable } from '@nestjs/common';
import { ExposureStore } from '../access/exposure.store.js';
import { DebriefsReader } from '../debriefs/debriefs.reader.js';
import { type Panel, PanelReader } from '../debriefs/panel.reader.js';
import type { Actor } from '../domain/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import type { ComparedApplicationDto, ComparedRecommendationDto } from './finalists.dto.js';
import type { ComparedRow } from './finalists.reader.js';

/** Puts what the rules say beside each application. Whoever is shown the figures has been shown the cards they come from. */
@Injectable()
export class CompareApplications {
  constructor(
    private readonly panels: PanelReader,
    private readonly cards: DebriefsReader,
    private readonly exposures: ExposureStore,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  compare(actor: Actor, rows: readonly ComparedRow[]): Promise<ComparedApplicationDto[]> {
    return Promise.all(rows.map((row) => this.one(actor, row)));
  }

  private async one(actor: Actor, { sortKey: _, ...row }: ComparedRow): Promise<ComparedApplicationDto> {
    await this.exposures.record(this.database, actor.userId, await this.cards.submittedCards(row.applicationId), 'comparison', this.clock.now());
    return { ...row, recommendation: recommendationOf(await this.panels.panel(row.applicationId)) };
  }
}

/** Scored against one version of the rubric, figures mean the same thing. */
export function areComparable(rows: readonly Pick<ComparedRow, 'rubricVersionId'>[]): boolean {
  return new Set(rows.map((row) => row.rubricVersionId)).size <= 1;
}

function recommendationOf({ latest, unexposed, names }: Panel): ComparedRecommendationDto {
  const { inputHash, engine, outcome, deciding, overall, missing, stability, criteria, signals, gates } = latest.recommendation;
  return {
    inputHash,
    engine,
    outcome,
    deciding: deciding.value,
    overall,
    missing: missing.length,
    flips: stability.minimumFlips?.count ?? null,
    unexposed: unexposed.outcome,
    criteria: criteria.map(({ key, n, mean, min, max }) => ({ key, name: names.criteria[key] ?? key, n, mean, min, max })),
    signals: signals.map(({ key, value, quadrant }) => ({ key, value, ...(quadrant === undefined ? {} : { quadrant }) })),
    gates: gates.filter((gate) => gate.triggered).map((gate) => gate.key),
  };
}
