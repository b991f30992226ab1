import { Refusal } from '../refusal.js';
import { type Assignment, cardCounts, placeFor } from './panel-place.js';

const PANEL = [
  { title: 'data scientist', count: 1, qualification: 'modelling' },
  { title: 'engineer', count: 2, qualification: 'systems' },
  { title: 'guest', count: 1 },
];
const person = (qualifications: string[], place: string | null = null, training: Assignment['training'] = null): Assignment => ({
  qualifications,
  place,
  training,
});
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return error instanceof Refusal ? error.code : 'no refusal';
  }
  return 'no refusal';
};

describe('places on a panel', () => {
  it('fills the first free place a person is qualified for', () => {
    expect(placeFor(PANEL, [], person(['systems', 'modelling']))).toBe('data scientist');
    expect(placeFor(PANEL, [{ place: 'data scientist' }], person(['systems', 'modelling']))).toBe('engineer');
    expect(placeFor(PANEL, [{ place: 'engineer' }], person(['systems']))).toBe('engineer');
    expect(placeFor(PANEL, [{ place: 'engineer' }, { place: 'engineer' }], person(['systems']))).toBe('guest');
  });

  it('refuses whoever lacks what the place asks for, and names it', () => {
    const closed = PANEL.slice(0, 2);
    expect(codeOf(() => placeFor(closed, [], person(['cooking'])))).toBe('not_qualified');
    expect(() => placeFor(closed, [], person([]))).toThrow('modelling, systems');
    expect(codeOf(() => placeFor(PANEL, [], person([], 'engineer')))).toBe('not_qualified');
    expect(codeOf(() => placeFor(PANEL, [], person(['systems'], 'chef')))).toBe('validation_failed');
    expect(codeOf(() => placeFor(PANEL, [{ place: 'data scientist' }], person(['modelling'], 'data scientist')))).toBe('conflict');
  });

  it('lets one more qualified person sit in when every place is filled', () => {
    const full = [{ place: 'data scientist' }, { place: 'engineer' }, { place: 'engineer' }];
    expect(placeFor(PANEL.slice(0, 2), full, person(['systems']))).toBeNull();
    expect(codeOf(() => placeFor(PANEL.slice(0, 2), full, person([])))).toBe('not_qualified');
  });

  it('asks nothing of trainees and never counts their cards', () => {
    for (const training of ['shadow', 'reverse_shadow'] as const) {
      expect(placeFor(PANEL, [], person([], null, training))).toBeNull();
      expect(cardCounts(training)).toBe(false);
    }
    expect(cardCounts(null)).toBe(true);
  });
});
