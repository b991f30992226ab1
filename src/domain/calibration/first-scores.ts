/**
 * What feeds agreement and severity: of each interviewer and application, the levels first submitted before anybody else's card was seen, and
 * one weighted score made of them. Two cards of one interviewer on one application are averaged criterion by criterion first.
 *
 * Source: product design, "Agreement" and "Severity".
 */
export interface FirstCard {
  readonly applicationId: string;
  readonly jobId: string;
  readonly rubricVersionId: string;
  readonly interviewerId: string;
  /** Level of each rated criterion, by key; what was not assessed has no entry. */
  readonly levels: Readonly<Record<string, number>>;
}

/** What of a rubric version the figures need. */
export interface RubricScale {
  readonly id: string;
  readonly levels: number;
  readonly criteria: readonly { readonly key: string; readonly name: string; readonly weight: number }[];
  /** The deciding value from which the rules say hire, in [0, 1]. */
  readonly hireFrom: number;
}

export interface PairRating {
  readonly applicationId: string;
  readonly interviewerId: string;
  /** In levels; a mean where the interviewer has two cards. */
  readonly value: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Cards of one interviewer on one application, together. */
function byPair(cards: readonly FirstCard[]): readonly (readonly [FirstCard, ...FirstCard[]])[] {
  const pairs = new Map<string, [FirstCard, ...FirstCard[]]>();
  for (const card of cards) {
    const key = `${card.applicationId} ${card.interviewerId}`;
    const known = pairs.get(key);
    if (known) known.push(card);
    else pairs.set(key, [card]);
  }
  return [...pairs.values()];
}

function levelOf(cards: readonly FirstCard[], criterion: string): number | null {
  const levels = cards.flatMap((card) => card.levels[criterion] ?? []);
  return levels.length === 0 ? null : mean(levels);
}

/** In: cards of one rubric version, the key of a criterion. Out: one rating a pair that rated it, in levels. */
export function criterionRatings(cards: readonly FirstCard[], criterion: string): PairRating[] {
  return byPair(cards).flatMap((pair) => {
    const value = levelOf(pair, criterion);
    return value === null ? [] : [{ applicationId: pair[0].applicationId, interviewerId: pair[0].interviewerId, value }];
  });
}

/** In: cards of one rubric version and that version. Out: one weighted score a pair, in levels; none where nothing rated weighs anything. */
export function weightedScores(cards: readonly FirstCard[], rubric: RubricScale): PairRating[] {
  return byPair(cards).flatMap((pair) => {
    let [sum, total] = [0, 0];
    for (const { key, weight } of rubric.criteria) {
      const level = levelOf(pair, key);
      if (level === null) continue;
      sum += weight * level;
      total += weight;
    }
    return total > 0 ? [{ applicationId: pair[0].applicationId, interviewerId: pair[0].interviewerId, value: sum / total }] : [];
  });
}
