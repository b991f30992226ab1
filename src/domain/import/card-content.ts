/**
 * An imported card in the form of a scorecard. Everything the source said is written out in the summary, in its own words. Only an explicit mapping
 * puts it on the rubric's scale: the overall call becomes the verdict, each rating that the mapping knows becomes a level, and then the card counts.
 * A word that is not mapped is never guessed. A card submitted before its interview began never counts.
 *
 * Private words are not part of it: they are kept as the author's private note.
 *
 * Source: product design, "Meeting the outside world" (imported cards are marked), "Scorecard life" (a card can be submitted once the interview
 * has started).
 */
import type { CardContent, Rating } from '../scorecard/scorecard.js';
import type { CardMapping } from './import-settings.js';
import type { NeutralCard } from './neutral-record.js';
import { LONGEST_WORDS } from './source-value.js';

export type NotCounted = 'card_not_counted' | 'verdict_not_mapped' | 'no_rating_mapped' | 'submitted_before_interview';

export interface ImportedContent {
  readonly content: CardContent;
  /** Why it does not count; null when it does. */
  readonly notCounted: NotCounted | null;
}

export interface RubricOfCard {
  readonly levels: number;
  readonly criteria: readonly string[];
}

/**
 * The content of an imported card.
 *
 * In: the neutral card, the mapping if there is one, the levels (2 to 10) and criteria of the application's rubric. Out: the content and why it
 * does not count. Ratings beyond the rubric's scale or of criteria it does not have stay in the words. Pure and total.
 */
export function importedContent(card: NeutralCard, mapping: CardMapping | undefined, rubric: RubricOfCard): ImportedContent {
  const summary = wordsOf(card);
  const kept = (notCounted: NotCounted): ImportedContent => ({ content: { verdict: null, summary, ratings: [], facts: {} }, notCounted });
  if (!mapping) return kept('card_not_counted');
  if (startedAfter(card)) return kept('submitted_before_interview');
  const verdict = card.overall !== null && Object.hasOwn(mapping.verdicts, card.overall) ? mapping.verdicts[card.overall] : undefined;
  if (verdict === undefined) return kept('verdict_not_mapped');
  const ratings = ratingsOf(card, mapping, rubric);
  if (!ratings.some((rating) => typeof rating.level === 'number')) return kept('no_rating_mapped');
  return { content: { verdict, summary, ratings, facts: {} }, notCounted: null };
}

function startedAfter({ interviewedAt, submittedAt }: NeutralCard): boolean {
  return interviewedAt !== null && submittedAt !== null && Date.parse(submittedAt) < Date.parse(interviewedAt);
}

/** The first rating of a criterion stands, where two names were mapped to one. */
function ratingsOf(card: NeutralCard, mapping: CardMapping, rubric: RubricOfCard): Rating[] {
  const byCriterion = new Map<string, Rating>();
  for (const { name, rating, note } of card.ratings) {
    const criterion = Object.hasOwn(mapping.criteria, name) ? mapping.criteria[name] : undefined;
    if (criterion === undefined || !rubric.criteria.includes(criterion) || byCriterion.has(criterion)) continue;
    const level = rating === null ? null : Object.hasOwn(mapping.levels, rating) ? mapping.levels[rating] : undefined;
    if (level === undefined || (level !== null && level > rubric.levels)) continue;
    byCriterion.set(criterion, { criterion, level, evidence: [], note: note.slice(0, LONGEST_WORDS) });
  }
  return [...byCriterion.values()];
}

/** What the source said, line by line, cut where it is longer than a summary may be. */
function wordsOf(card: NeutralCard): string {
  const ratings = card.ratings.map(({ name, rating, note }) => [`${name}: ${rating ?? '–'}`, note].filter((part) => part !== '').join(' – '));
  const answers = card.answers.map(({ question, answer }) => `${question}\n${answer}`);
  const head = card.overall === null ? card.title : `${card.title}: ${card.overall}`;
  const words = [head, ratings.join('\n'), ...answers].filter((part) => part !== '').join('\n\n');
  return words.length <= LONGEST_WORDS ? words : `${words.slice(0, LONGEST_WORDS - 1).toWellFormed()}…`;
}

/** True where the source's times contradict themselves: submitted before the interview began. */
export function isSubmittedBeforeInterview(card: NeutralCard): boolean {
  return startedAfter(card);
}
