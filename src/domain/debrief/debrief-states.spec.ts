import { DEBRIEF_STATES, MOVES, TRANSITIONS, transitionFaults } from './debrief-states.js';

describe('the states of a debrief', () => {
  it('can all be reached, and the end from each', () => {
    expect(transitionFaults(TRANSITIONS, 'collecting', 'closed')).toEqual([]);
    expect(MOVES).toHaveLength(Object.keys(TRANSITIONS).length);
  });

  it('would name a state that nothing leads to, or that leads nowhere', () => {
    const { open_committee_ballot: _, ...without } = TRANSITIONS;
    expect(transitionFaults(without, 'collecting', 'closed')).toEqual(['"committee_ballot" cannot be reached from "collecting"']);
    const { close: _close, ...open } = TRANSITIONS;
    expect(transitionFaults(open, 'collecting', 'closed')).toContain('"closed" cannot be reached from "ready"');
    expect(transitionFaults({ ...TRANSITIONS, turn: { from: ['ready'], to: 'ready' } }, 'collecting', 'closed')).toEqual([
      '"turn" leads where it comes from',
    ]);
  });

  it('goes forward, but for another card, a reopening and the talk after a ballot', () => {
    const order = (state: (typeof DEBRIEF_STATES)[number]) => DEBRIEF_STATES.indexOf(state);
    const back = MOVES.filter((move) => TRANSITIONS[move].from.some((state) => order(state) > order(TRANSITIONS[move].to)));
    expect(back).toEqual(['owe_card', 'reveal_second_ballot', 'reveal_committee_ballot', 'reopen']);
  });
});
