/**
 * What the panel did not see: whatever the recommendation names as missing, in its order, then the other criteria nobody
 * rated, in rubric order. For a rating that is wanting the swing says what it could do, were it the lowest or the highest; by
 * round, each rating is tried in a round of its own, where it weighs most.
 *
 * Source: product design, "Application and debrief life" (agenda: coverage gaps); interface design, fine print "missing".
 */
import { evaluate } from '../recommendation/evaluation.js';
import type { Packet } from '../recommendation/packet.js';
import type { Panel, PanelCard } from '../recommendation/panel.js';
import type { Missing } from '../recommendation/recommendation.js';
import type { AgendaChange } from './agenda-item.js';
import { levelsOf } from './disputed-criteria.js';
import { type Draft, ONE_PART, TWO_PARTS } from './draft.js';
import { changeOf, saidBy, swing } from './swing.js';

/** One item per gap. In: the panel and what the recommendation says is missing. Pure. */
export function coverageGaps(panel: Panel, missing: readonly Missing[]): Draft[] {
  const unrated = panel.criteria.filter(({ need }, at) => need === 0 && levelsOf(panel, at).length === 0);
  return [...missing.map((one) => missingItem(panel, one)), ...unrated.map(({ key, weight }) => unratedItem(panel, key, weight))];
}

/** The interviewer of a card, by the packet. */
export function interviewerOf({ scorecards }: Packet, scorecard: string): string | null {
  return scorecards.find((card) => card.id === scorecard)?.interviewer ?? null;
}

function missingItem(panel: Panel, missing: Missing): Draft {
  const gap = { kind: 'coverage_gap', rank: null, parts: TWO_PARTS } as const;
  switch (missing.kind) {
    case 'deciding':
      return { ...gap, key: 'gap:deciding', why: { code: 'no_deciding_value', params: { key: panel.decidingKey } }, could: waits(panel) };
    case 'raters': {
      const { criterion, have, need } = missing;
      return {
        ...gap,
        key: `gap:raters:${criterion}`,
        why: { code: 'too_few_raters', params: { criterion, have, need } },
        could: ifRated(panel, criterion, need - have),
      };
    }
    case 'scorecard': {
      const { scorecard } = missing;
      return {
        ...gap,
        key: `gap:card:${scorecard}`,
        why: { code: 'card_missing', params: { scorecard, interviewer: interviewerOf(panel.packet, scorecard) } },
        could: waits(panel),
      };
    }
    case 'evidence': {
      const { scorecard, criterion } = missing;
      const params = { scorecard, interviewer: interviewerOf(panel.packet, scorecard), criterion };
      return { ...gap, key: `gap:evidence:${scorecard}:${criterion}`, why: { code: 'evidence_missing', params }, could: waits(panel) };
    }
  }
}

function unratedItem(panel: Panel, criterion: string, weight: number): Draft {
  return {
    key: `gap:unrated:${criterion}`,
    kind: 'coverage_gap',
    rank: null,
    parts: ONE_PART,
    why: { code: 'nobody_rated', params: { criterion, weight } },
    could: ifRated(panel, criterion, 1),
  };
}

function waits(panel: Panel): AgendaChange {
  return { code: 'recommendation_waits', params: { scoresSay: saidBy(evaluate(panel, panel.cards)).outcome } };
}

function ifRated(panel: Panel, criterion: string, ratings: number): AgendaChange {
  const at = panel.positions.get(criterion) ?? -1;
  const more = (level: number) => Array.from({ length: ratings }, (_none, index) => ratingAlone(panel, at, level, index));
  return changeOf(swing(panel, 1, panel.levels, (level) => [...panel.cards, ...more(level)]));
}

function ratingAlone(panel: Panel, at: number, level: number, index: number): PanelCard {
  const levels = panel.criteria.map((_criterion, position) => (position === at ? level : 0));
  return { id: '', round: panel.rounds.length + index, verdict: null, levels, withoutEvidence: [], forms: new Map() };
}
