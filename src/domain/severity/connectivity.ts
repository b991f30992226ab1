import type { ScoredRating } from './ratings-table.js';

/**
 * Who can be compared with whom. Candidates and interviewers form a graph, a rating being an edge. Severity can be told from
 * candidates' strength only inside one connected part; between parts the comparison rests on the assumption that both
 * parts have the same mean, and the report says so.
 *
 * Source: Weeks & Williams (1964), Technometrics 6:319–324 (connectedness); Engelhard (1997), Outcome Measurement 1:19–33.
 */
export interface ConnectedPart {
  readonly subjects: readonly string[];
  readonly raters: readonly string[];
  readonly ratings: number;
}

export interface Connectivity {
  /** True when every candidate can be reached from every other through shared interviewers. */
  readonly connected: boolean;
  /** Most ratings first; ties in order of first appearance. */
  readonly parts: readonly ConnectedPart[];
}

function rootOf(parent: Map<string, string>, node: string): string {
  let root = node;
  for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
  for (let at = node; at !== root;) {
    const up = parent.get(at) ?? root;
    parent.set(at, root);
    at = up;
  }
  return root;
}

const subjectNode = (rating: ScoredRating): string => `s${rating.subject}`;
const raterNode = (rating: ScoredRating): string => `r${rating.rater}`;

/** Splits the ratings into connected parts. In: any ratings, none included. Out: no parts count as connected. */
export function connectivity(ratings: readonly ScoredRating[]): Connectivity {
  const parent = new Map<string, string>();
  for (const rating of ratings) {
    const [s, r] = [subjectNode(rating), raterNode(rating)];
    for (const node of [s, r]) if (!parent.has(node)) parent.set(node, node);
    parent.set(rootOf(parent, r), rootOf(parent, s));
  }
  const parts = new Map<string, { subjects: Set<string>; raters: Set<string>; ratings: number }>();
  for (const rating of ratings) {
    const root = rootOf(parent, subjectNode(rating));
    const part = parts.get(root) ?? { subjects: new Set(), raters: new Set(), ratings: 0 };
    part.subjects.add(rating.subject);
    part.raters.add(rating.rater);
    part.ratings += 1;
    parts.set(root, part);
  }
  const sorted = [...parts.values()].sort((a, b) => b.ratings - a.ratings);
  return {
    connected: sorted.length <= 1,
    parts: sorted.map((p) => ({ subjects: [...p.subjects], raters: [...p.raters], ratings: p.ratings })),
  };
}
