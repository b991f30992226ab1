import { originOf, type Origin } from './template-pack.js';

describe('originOf', () => {
  const origins: Record<string, Origin> = { '/plan/rounds/1': 'source', '/plan/rounds/1/minutes': 'proposed' };

  it.each<[string, Origin]>([
    ['/plan/rounds/1', 'source'],
    ['/plan/rounds/1/focus', 'source'],
    ['/plan/rounds/1/minutes', 'proposed'],
    ['/plan/rounds/10', 'proposed'],
    ['/plan/rounds', 'proposed'],
    ['', 'proposed'],
  ])('of %s is %s', (pointer, expected) => {
    expect(originOf({ origins }, pointer)).toBe(expected);
  });

  it('falls back on the origin of the whole', () => {
    expect(originOf({ origins: { ...origins, '': 'source' } }, '/kits/0')).toBe('source');
  });
});
