/**
 * The states of a debrief and every move between them, as data: collecting → ready → first ballot → discussing → second
 * ballot → (committee ballot) → decided → closed, and reopening. Estimate, talk, estimate, decide. Who may make a move and
 * what it needs stand beside it; `checkMove` reads them.
 *
 * A debrief stands in a ballot's state exactly while that ballot is open, which is also while amendments are frozen; its reveal
 * leads into the discussion. What was voted so far, not the state, says which ballot comes next.
 *
 * Source: product design, "Application and debrief life".
 */

export const DEBRIEF_STATES = [
  'collecting',
  'ready',
  'first_ballot',
  'discussing',
  'second_ballot',
  'committee_ballot',
  'decided',
  'closed',
] as const;
export type DebriefState = (typeof DEBRIEF_STATES)[number];

/** Who makes a move: cards coming in, the reveal itself, or a person. */
export type Mover = 'cards' | 'reveal' | 'facilitator' | 'decider' | 'hiring_team';

/** What a move needs beside the right state and the right person. */
export type Need =
  | 'application_open'
  | 'first_ballot_owed'
  | 'first_ballot_settled'
  | 'second_ballot_owed'
  | 'second_ballot_settled'
  | 'committee_ballot_owed'
  | 'committee_ballot_settled'
  | 'committee_seated'
  | 'not_hired';

export interface Transition {
  readonly from: readonly DebriefState[];
  readonly to: DebriefState;
  readonly by: Mover;
  readonly needs: readonly Need[];
  /** The move in words, for "Only … may …" and "To …, the debrief must be …". */
  readonly words: string;
}

export const TRANSITIONS = {
  complete_cards: { from: ['collecting'], to: 'ready', by: 'cards', needs: [], words: 'begin the debrief' },
  owe_card: { from: ['ready'], to: 'collecting', by: 'cards', needs: [], words: 'wait for another card' },
  open_first_ballot: {
    from: ['ready'],
    to: 'first_ballot',
    by: 'facilitator',
    needs: ['application_open', 'first_ballot_owed'],
    words: 'open the first ballot',
  },
  reveal_first_ballot: { from: ['first_ballot'], to: 'discussing', by: 'reveal', needs: [], words: 'reveal the first ballot' },
  start_discussing: {
    from: ['ready'],
    to: 'discussing',
    by: 'facilitator',
    needs: ['application_open', 'first_ballot_settled'],
    words: 'start the discussion',
  },
  open_second_ballot: {
    from: ['discussing'],
    to: 'second_ballot',
    by: 'facilitator',
    needs: ['application_open', 'second_ballot_owed'],
    words: 'open the second ballot',
  },
  reveal_second_ballot: { from: ['second_ballot'], to: 'discussing', by: 'reveal', needs: [], words: 'reveal the second ballot' },
  open_committee_ballot: {
    from: ['ready', 'discussing'],
    to: 'committee_ballot',
    by: 'facilitator',
    words: 'open the committee ballot',
    needs: ['application_open', 'first_ballot_settled', 'second_ballot_settled', 'committee_ballot_owed'],
  },
  reveal_committee_ballot: { from: ['committee_ballot'], to: 'discussing', by: 'reveal', needs: [], words: 'reveal the committee ballot' },
  decide: {
    from: ['ready', 'discussing'],
    to: 'decided',
    by: 'decider',
    words: 'record the decision',
    needs: ['application_open', 'first_ballot_settled', 'second_ballot_settled', 'committee_seated', 'committee_ballot_settled'],
  },
  close: { from: ['decided'], to: 'closed', by: 'facilitator', needs: [], words: 'close the debrief' },
  reopen: { from: ['decided', 'closed'], to: 'ready', by: 'hiring_team', needs: ['not_hired', 'application_open'], words: 'reopen the debrief' },
} as const satisfies Record<string, Transition>;

export type Move = keyof typeof TRANSITIONS;
export const MOVES: readonly Move[] = Object.keys(TRANSITIONS).filter((name): name is Move => name in TRANSITIONS);

/** The state's name as people read it. */
export function stateWords(state: DebriefState): string {
  return state.replace('_', ' ');
}

/**
 * What is wrong with a table of transitions, in words; empty when every state can be reached from the start, the end can be
 * reached from every state, and no move leads where it comes from.
 */
export function transitionFaults(
  transitions: Readonly<Record<string, Pick<Transition, 'from' | 'to'>>>,
  start: DebriefState,
  end: DebriefState,
): string[] {
  const moves = Object.entries(transitions);
  const forward = reachable(start, (state) => moves.filter(([, move]) => move.from.includes(state)).map(([, move]) => move.to));
  const backward = reachable(end, (state) => moves.filter(([, move]) => move.to === state).flatMap(([, move]) => move.from));
  return [
    ...DEBRIEF_STATES.filter((state) => !forward.has(state)).map((state) => `"${state}" cannot be reached from "${start}"`),
    ...DEBRIEF_STATES.filter((state) => !backward.has(state)).map((state) => `"${end}" cannot be reached from "${state}"`),
    ...moves.filter(([, move]) => move.from.includes(move.to)).map(([name]) => `"${name}" leads where it comes from`),
  ];
}

function reachable(start: DebriefState, next: (state: DebriefState) => readonly DebriefState[]): ReadonlySet<DebriefState> {
  const found = new Set<DebriefState>([start]);
  for (const state of found) for (const following of next(state)) found.add(following);
  return found;
}
