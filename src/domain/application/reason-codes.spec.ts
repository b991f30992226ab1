import { APPLICATION_MOVES } from './application-life.js';
import { checkReason, REASON_CODES } from './reason-codes.js';

describe('reasons of moves', () => {
  it.each(APPLICATION_MOVES)('%s: its own codes, with words where the code says too little', (move) => {
    for (const code of REASON_CODES[move]) expect(() => checkReason(move, code, 'because')).not.toThrow();
    expect(() => checkReason(move, 'no_such_code', 'because')).toThrow('/reasonCode');
    expect(() => checkReason(move, 'other', '  ')).toThrow('Say in words why');
  });

  it('refuses a code of another move', () => {
    expect(() => checkReason('advance', 'below_bar', '')).toThrow('/reasonCode');
  });

  it('wants words for taking something back', () => {
    expect(() => checkReason('reopen', 'mistake', '')).toThrow('Say in words why');
    expect(() => checkReason('retract_offer', 'headcount', '')).toThrow('Say in words why');
    expect(() => checkReason('reject', 'below_bar', '')).not.toThrow();
  });
});
