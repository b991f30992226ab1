/**
 * The way in: a packet to a recommendation by the current engine, or by the engine that computed it at the time.
 *
 * Source: product design, "Recommendation" and "Replay".
 */
import { Refusal } from '../refusal.js';
import { engineOne } from './engine-one.js';
import { evaluate } from './evaluation.js';
import { nearestDouble } from './fraction.js';
import { readingValue } from './means.js';
import type { Packet } from './packet.js';
import { panelOf } from './panel.js';
import type { Outcome, Recommendation } from './recommendation.js';

type Engine = (packet: Packet) => Recommendation;

/** Every engine that was ever in use, by its number. */
const ENGINES: ReadonlyMap<number, Engine> = new Map([[1, engineOne]]);

/** The engine new recommendations are computed by. */
export const CURRENT_ENGINE = 1;

/**
 * The recommendation of the current engine.
 *
 * In: a packet as `parsePacket` accepts it. Out: the recommendation; the same packet always gives the same bytes.
 * Refuses nothing of a valid packet.
 */
export function recommend(packet: Packet): Recommendation {
  return recommendWith(CURRENT_ENGINE, packet);
}

/** The recommendation of one engine; refuses (`not_found`) a number that was never an engine. */
export function recommendWith(engine: number, packet: Packet): Recommendation {
  const compute = ENGINES.get(engine);
  if (compute === undefined) throw new Refusal('not_found', `No such recommendation engine: ${engine}.`);
  return compute(packet);
}

/** The one text of a recommendation: what the server sends and the command line prints. */
export function recommendationJson(recommendation: Recommendation): string {
  return JSON.stringify(recommendation);
}

/** The few figures a list or a board shows. */
export interface RecommendationSummary {
  readonly outcome: Outcome;
  readonly deciding: number | null;
  readonly overall: number | null;
  /** Submitted cards counted. */
  readonly n: number;
}

/** The summary alone, without stability, for the path that saves a scorecard; equal to what `recommend` says. */
export function summarize(packet: Packet): RecommendationSummary {
  const panel = panelOf(packet);
  const { outcome, deciding, means } = evaluate(panel, panel.cards);
  const overall = readingValue(panel.overall, means);
  return {
    outcome,
    deciding: deciding === null ? null : nearestDouble(deciding),
    overall: overall === null ? null : nearestDouble(overall),
    n: panel.cards.length,
  };
}
