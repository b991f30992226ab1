/**
 * Cards and verdicts that do not say the same, as the recommendation names them. A card's item says what the outcome would be
 * without that card; verdicts are not counted in it at all.
 *
 * Source: product design, "Application and debrief life" (agenda: contradictions) and "Recommendation" (agreement).
 */
import { evaluate } from '../recommendation/evaluation.js';
import { nearestDouble } from '../recommendation/fraction.js';
import { poolMeans, readingValue } from '../recommendation/means.js';
import { HIRE, outcomeOfRank, rankOf, SCORED_OUTCOMES } from '../recommendation/outcome.js';
import type { Panel, PanelCard } from '../recommendation/panel.js';
import type { Contradiction } from '../recommendation/recommendation.js';
import type { AgendaChange, AgendaReason } from './agenda-item.js';
import { interviewerOf } from './coverage-gaps.js';
import { type Draft, ONE_PART } from './draft.js';
import { saidBy } from './swing.js';

/** One item per contradiction, in the recommendation's order. Pure. */
export function contradictionsToExplain(panel: Panel, contradictions: readonly Contradiction[]): Draft[] {
  return contradictions.flatMap(({ kind, scorecard }) => {
    const item = { kind: 'contradiction', rank: null, parts: ONE_PART } as const;
    if (kind === 'verdicts_split')
      return [{ ...item, key: `contradiction:${kind}`, why: splitOf(panel), could: { code: 'verdicts_do_not_count', params: {} } as const }];
    const card = panel.cards.find(({ id }) => id === scorecard);
    if (!card) return [];
    const why = kind === 'same_level_card' ? sameLevel(panel, card) : againstScores(panel, card);
    return why === null ? [] : [{ ...item, key: `contradiction:${kind}:${card.id}`, why, could: withoutCard(panel, card) }];
  });
}

function splitOf(panel: Panel): AgendaReason {
  const verdicts = panel.cards.flatMap(({ verdict }) => (verdict === null ? [] : [verdict]));
  const forHire = verdicts.filter((verdict) => SCORED_OUTCOMES.indexOf(verdict) >= HIRE).length;
  return { code: 'verdicts_split', params: { forHire, against: verdicts.length - forHire } };
}

function sameLevel(panel: Panel, card: PanelCard): AgendaReason {
  const rated = card.levels.filter((level) => level > 0);
  return {
    code: 'same_level_card',
    params: { scorecard: card.id, interviewer: interviewerOf(panel.packet, card.id), level: rated[0] ?? 0, ratings: rated.length },
  };
}

/** The card's own deciding value, by thresholds alone: gates are not the interviewer's scores. */
function againstScores(panel: Panel, card: PanelCard): AgendaReason | null {
  const value = readingValue(panel.deciding, poolMeans(panel, [card]));
  if (value === null || card.verdict === null) return null;
  const params = {
    scorecard: card.id,
    interviewer: interviewerOf(panel.packet, card.id),
    verdict: card.verdict,
    scores: outcomeOfRank(rankOf(panel, value)),
    value: nearestDouble(value),
  };
  return { code: 'verdict_against_scores', params };
}

function withoutCard(panel: Panel, card: PanelCard): AgendaChange {
  const without = saidBy(
    evaluate(
      panel,
      panel.cards.filter((other) => other !== card),
    ),
  );
  const value = without.value === null ? null : nearestDouble(without.value);
  return { code: 'without_card', params: { now: saidBy(evaluate(panel, panel.cards)).outcome, outcome: without.outcome, value } };
}
