/**
 * What an interviewer is told about their own scoring, first of all people: how their levels fall, how near they are to the colleagues they sat
 * with, and how their cards came in. Only from closed debriefs that they may read; with fewer than ten it says "not enough yet".
 *
 * Source: product design, "Severity" (theirs first, from 10 ratings up) and "Exposure".
 */

/** One submitted card on a closed debrief, with what the panel said about the same criteria when each first submitted. */
export interface ClosedCard {
  readonly applicationId: string;
  readonly scaleLevels: number;
  /** Own levels by criterion; null is not assessed. */
  readonly own: Readonly<Record<string, number | null>>;
  /** The others' levels by criterion. */
  readonly others: Readonly<Record<string, readonly number[]>>;
  /** Null where the card was not due at a time. */
  readonly onTime: boolean | null;
  /** First submitted after another's card on the candidate was shown to them. */
  readonly exposed: boolean;
}

export interface LevelCounts {
  readonly levels: number;
  /** How often each level was given, level 1 first. */
  readonly counts: readonly number[];
  readonly notAssessed: number;
}

/** Own rating against the mean of the others', over the criteria others rated too. */
export interface PanelComparison {
  readonly candidates: number;
  readonly ratings: number;
  /** Shares in [0, 1]: at most half a level, and at most one, from the others' mean. */
  readonly withinHalfLevel: number;
  readonly withinOneLevel: number;
  /** In levels; above zero means higher than the others. */
  readonly meanDifference: number;
  readonly meanDistance: number;
}

export interface CardHabits {
  readonly cards: number;
  readonly dueCards: number;
  readonly onTime: number;
  readonly exposed: number;
}

export interface OwnCalibration {
  readonly candidates: number;
  readonly distribution: readonly LevelCounts[];
  readonly panels: PanelComparison | null;
  readonly habits: CardHabits;
}

/** Below this many candidates nothing is told but their number. */
export const FEWEST_OWN_CANDIDATES = 10;

/** In: every card of one interviewer on closed debriefs. Out: null under ten candidates. Levels lie in 1 … `scaleLevels`. */
export function ownCalibration(cards: readonly ClosedCard[]): OwnCalibration | null {
  const candidates = candidatesOf(cards);
  if (candidates < FEWEST_OWN_CANDIDATES) return null;
  return {
    candidates,
    distribution: distributionOf(cards),
    panels: comparisonOf(cards),
    habits: {
      cards: cards.length,
      dueCards: cards.filter((card) => card.onTime !== null).length,
      onTime: cards.filter((card) => card.onTime === true).length,
      exposed: cards.filter((card) => card.exposed).length,
    },
  };
}

/** Different applications among the cards. */
export function candidatesOf(cards: readonly ClosedCard[]): number {
  return new Set(cards.map((card) => card.applicationId)).size;
}

function distributionOf(cards: readonly ClosedCard[]): LevelCounts[] {
  const scales = [...new Set(cards.map((card) => card.scaleLevels))].sort((a, b) => a - b);
  return scales.map((levels) => {
    const given = cards.filter((card) => card.scaleLevels === levels).flatMap((card) => Object.values(card.own));
    const counts = Array.from({ length: levels }, (_, index) => given.filter((level) => level === index + 1).length);
    return { levels, counts, notAssessed: given.filter((level) => level === null).length };
  });
}

function comparisonOf(cards: readonly ClosedCard[]): PanelComparison | null {
  const compared = new Set<string>();
  const differences = cards.flatMap((card) =>
    Object.entries(card.own).flatMap(([criterion, level]) => {
      const others = card.others[criterion] ?? [];
      if (level === null || others.length === 0) return [];
      compared.add(card.applicationId);
      return [level - others.reduce((sum, other) => sum + other, 0) / others.length];
    }),
  );
  if (compared.size < FEWEST_OWN_CANDIDATES) return null;
  const share = (within: number) => differences.filter((difference) => Math.abs(difference) <= within).length / differences.length;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    candidates: compared.size,
    ratings: differences.length,
    withinHalfLevel: share(0.5),
    withinOneLevel: share(1),
    meanDifference: mean(differences),
    meanDistance: mean(differences.map(Math.abs)),
  };
}

/** How long what is known of an interviewer stays theirs alone, unless they read it sooner. */
export const THEIRS_FIRST_DAYS = 14;

/**
 * Whether somebody else may read an interviewer's page: after they read it themselves, or could have for 14 days.
 * In: since when it could be read and when it first was, the time asked about. Out: false where it never could.
 */
export function othersMayRead(page: { readonly availableSince: Date; readonly openedAt: Date | null } | null, now: Date): boolean {
  if (page === null) return false;
  return page.openedAt !== null || now.getTime() - page.availableSince.getTime() >= THEIRS_FIRST_DAYS * 86_400_000;
}
