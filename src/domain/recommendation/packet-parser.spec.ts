import { Refusal } from '../refusal.js';
import { canonicalJson, sha256Hex } from '../audit/canonical-json.js';
import { parsePacket } from './packet-parser.js';
import { recommend } from './recommend.js';

/** The packet of the interface design, word for word. */
const PUBLISHED = {
  rubric: {
    scale: { levels: 4 },
    criteria: [
      { key: 'impact', weight: 0.35, required: true, minimumRaters: 2, evidence: 'required' },
      { key: 'depth', weight: 0.25 },
      { key: 'regulatory', weight: 0.4 },
    ],
    signals: [
      { key: 'judgment', kind: 'weighted_mean', inputs: [{ criterion: 'impact', weight: 1 }] },
      { key: 'floor', kind: 'weakest_link', inputs: [{ criterion: 'impact' }] },
      {
        key: 'ownership',
        kind: 'matrix',
        x: { inputs: [{ criterion: 'depth', weight: 1 }], threshold: 0.5 },
        y: { inputs: [{ criterion: 'impact', weight: 1 }], threshold: 0.5 },
        quadrants: { highHigh: 'owner', lowHigh: 'visionary', highLow: 'specialist', lowLow: 'coordinator' },
      },
    ],
    gates: [
      {
        key: 'safety',
        kind: 'minimum_level',
        criterion: 'regulatory',
        level: 2,
        whenUnrated: 'trigger',
        effect: 'cap_no_hire',
      },
      { key: 'stories', kind: 'minimum_evidence', form: 'metric_story', count: 2, effect: 'flag' },
      { key: 'owner', kind: 'quadrant', signal: 'ownership', allowed: ['owner', 'visionary'], effect: 'cap_no_hire' },
      { key: 'bar', kind: 'veto', seat: 'bar_raiser', effect: 'cap_no_hire' },
    ],
    policy: {
      deciding: 'overall',
      pooling: 'by_rater',
      thresholds: { strong_hire: 0.75, hire: 0.55, no_hire: 0.3 },
    },
  },
  vetoes: [{ seat: 'bar_raiser', by: 'u7', reason: '…' }],
  scorecards: [
    {
      id: 's1',
      interviewer: 'u1',
      round: 'r2',
      status: 'submitted',
      verdict: 'hire',
      ratings: [
        {
          criterion: 'impact',
          level: 3,
          confidence: 'high',
          evidence: [{ form: 'metric_story', fields: { metric: 'latency', unit: 'ms', baseline: 120, result: 78 } }],
        },
        { criterion: 'depth', level: null },
      ],
    },
  ],
};

type Step = string | number;

/** The published packet with one place set anew; `undefined` takes it away. */
function changed(path: readonly Step[], value: unknown): unknown {
  const copy: unknown = structuredClone(PUBLISHED);
  let place: unknown = copy;
  for (const step of path.slice(0, -1)) place = Reflect.get(Object(place), step);
  const last = path.at(-1) ?? '';
  if (value === undefined) Reflect.deleteProperty(Object(place), last);
  else Reflect.set(Object(place), last, value);
  return copy;
}

function faultsOf(json: unknown): string[] {
  try {
    parsePacket(json);
  } catch (error) {
    if (error instanceof Refusal) return error.faults.map(({ pointer, code }) => `${pointer} ${code}`);
    throw error;
  }
  return [];
}

const SIGNALS = ['rubric', 'signals'] as const;
const GATES = ['rubric', 'gates'] as const;
const CARD = ['scorecards', 0] as const;
const second = (rest: object) => [...PUBLISHED.scorecards, { id: 's2', status: 'submitted', ...rest }];

describe('parsePacket', () => {
  it('reads the published packet, and hashes it as it stands', () => {
    const packet = parsePacket(PUBLISHED);
    expect(packet).toEqual(PUBLISHED);
    expect(recommend(packet).inputHash).toBe(sha256Hex(canonicalJson(PUBLISHED)));
  });

  it('reads the input of a downloaded packet, and points into the download', () => {
    const download = { input: PUBLISHED, recommendation: { outcome: 'hire' }, names: {} };
    expect(parsePacket(download)).toEqual(PUBLISHED);
    expect(faultsOf({ input: changed([...CARD, 'status'], 'lost') })).toEqual(['/input/scorecards/0/status unknown_word']);
  });

  it('keeps words that only describe, because the hash covers them', () => {
    const described = changed(['rubric', 'criteria', 0, 'name'], 'Depth of impact');
    expect(parsePacket(described)).toEqual(described);
  });

  it.each<[string, readonly Step[], unknown, string[]]>([
    ['no rubric', ['rubric'], undefined, ['/rubric missing_member']],
    ['a rubric that is no object', ['rubric'], [], ['/rubric not_an_object']],
    ['a scale of one level', ['rubric', 'scale', 'levels'], 1, ['/rubric/scale/levels not_a_whole_number']],
    ['a criterion twice', ['rubric', 'criteria', 3], { key: 'impact' }, ['/rubric/criteria/3/key duplicate']],
    ['a negative weight', ['rubric', 'criteria', 1, 'weight'], -0.1, ['/rubric/criteria/1/weight out_of_range']],
    ['a weight that is NaN', ['rubric', 'criteria', 1, 'weight'], NaN, ['/rubric/criteria/1/weight not_a_number']],
    ['a weight beyond numbers', ['rubric', 'criteria', 1, 'weight'], Infinity, ['/rubric/criteria/1/weight not_a_number']],
    ['a weight beyond sense', ['rubric', 'criteria', 1, 'weight'], 1e300, ['/rubric/criteria/1/weight out_of_range']],
    ['a weight as text', ['rubric', 'criteria', 1, 'weight'], '0.25', ['/rubric/criteria/1/weight not_a_number']],
    ['a typing error', ['rubric', 'criteria', 1, 'wieght'], 1, ['/rubric/criteria/1/wieght unknown_member']],
    ['half a rater', ['rubric', 'criteria', 0, 'minimumRaters'], 1.5, ['/rubric/criteria/0/minimumRaters not_a_whole_number']],
    ['an unknown signal kind', [...SIGNALS, 0, 'kind'], 'median', ['/rubric/signals/0/kind unknown_word']],
    ['a signal twice', [...SIGNALS, 1, 'key'], 'judgment', ['/rubric/signals/1/key duplicate']],
    ['a signal named overall', [...SIGNALS, 1, 'key'], 'overall', ['/rubric/signals/1/key reserved']],
    ['a signal over nothing', [...SIGNALS, 0, 'inputs'], [], ['/rubric/signals/0/inputs too_few']],
    ['an unknown input', [...SIGNALS, 0, 'inputs', 0, 'criterion'], 'x', ['/rubric/signals/0/inputs/0/criterion unknown_criterion']],
    ['an unknown axis input', [...SIGNALS, 2, 'x', 'inputs', 0, 'criterion'], 'x', ['/rubric/signals/2/x/inputs/0/criterion unknown_criterion']],
    ['a negative input weight', [...SIGNALS, 0, 'inputs', 0, 'weight'], -1, ['/rubric/signals/0/inputs/0/weight out_of_range']],
    ['a threshold above 1', [...SIGNALS, 2, 'y', 'threshold'], 1.5, ['/rubric/signals/2/y/threshold out_of_range']],
    ['an unknown gate criterion', [...GATES, 0, 'criterion'], 'x', ['/rubric/gates/0/criterion unknown_criterion']],
    ['a gate level off the scale', [...GATES, 0, 'level'], 5, ['/rubric/gates/0/level not_a_whole_number']],
    ['a gate twice', [...GATES, 1, 'key'], 'safety', ['/rubric/gates/1/key duplicate']],
    ['an unknown gate signal', [...GATES, 2, 'signal'], 'x', ['/rubric/gates/2/signal unknown_signal']],
    ['a quadrant of no matrix', [...GATES, 2, 'signal'], 'floor', ['/rubric/gates/2/signal not_a_matrix']],
    ['an unknown quadrant', [...GATES, 2, 'allowed', 1], 'genius', ['/rubric/gates/2/allowed/1 unknown_quadrant']],
    ['a better quadrant shut out', [...GATES, 2, 'allowed'], ['visionary'], ['/rubric/gates/2/allowed not_closed_upward']],
    ['an unknown effect', [...GATES, 3, 'effect'], 'reject', ['/rubric/gates/3/effect unknown_word']],
    ['an unknown deciding signal', ['rubric', 'policy', 'deciding'], 'x', ['/rubric/policy/deciding unknown_signal']],
    ['thresholds out of order', ['rubric', 'policy', 'thresholds', 'hire'], 0.8, ['/rubric/policy/thresholds/hire out_of_order']],
    ['a threshold left out', ['rubric', 'policy', 'thresholds', 'hire'], undefined, ['/rubric/policy/thresholds/hire missing_member']],
    ['a veto of no seat', ['vetoes', 0, 'seat'], undefined, ['/vetoes/0/seat missing_member']],
    ['no scorecards', ['scorecards'], undefined, ['/scorecards missing_member']],
    ['a card twice', ['scorecards'], second({ id: 's1' }), ['/scorecards/1/id duplicate']],
    ['an unknown status', [...CARD, 'status'], 'lost', ['/scorecards/0/status unknown_word']],
    ['an unknown verdict', [...CARD, 'verdict'], 'yes', ['/scorecards/0/verdict unknown_word']],
    ['an unknown criterion', [...CARD, 'ratings', 1, 'criterion'], 'x', ['/scorecards/0/ratings/1/criterion unknown_criterion']],
    ['two ratings of one criterion', [...CARD, 'ratings', 1, 'criterion'], 'impact', ['/scorecards/0/ratings/1/criterion duplicate']],
    ['a level off the scale', [...CARD, 'ratings', 0, 'level'], 5, ['/scorecards/0/ratings/0/level not_a_whole_number']],
    ['level 0', [...CARD, 'ratings', 0, 'level'], 0, ['/scorecards/0/ratings/0/level not_a_whole_number']],
    ['half a level', [...CARD, 'ratings', 0, 'level'], 2.5, ['/scorecards/0/ratings/0/level not_a_whole_number']],
    ['a level left out', [...CARD, 'ratings', 0, 'level'], undefined, ['/scorecards/0/ratings/0/level missing_member']],
    ['half a character', [...CARD, 'ratings', 0, 'evidence', 0, 'note'], '\ud83d', ['/scorecards/0/ratings/0/evidence/0/note unstorable_text']],
  ])('refuses %s', (_what, path, value, faults) => {
    expect(faultsOf(changed(path, value))).toEqual(faults);
  });

  it.each([null, 3, 'packet', [], undefined])('refuses %j', (json) => {
    expect(faultsOf(json)).toEqual([' not_an_object']);
  });

  it('names every fault at once', () => {
    const faulty = changed(['rubric', 'criteria', 0, 'weight'], -1);
    Reflect.set(Object(Reflect.get(Object(faulty), 'rubric')), 'scale', { levels: 99 });
    Reflect.set(Object(faulty), 'scorecards', second({ ratings: [{ criterion: 'nobody', level: 11 }] }));
    expect(faultsOf(faulty)).toEqual([
      '/rubric/scale/levels not_a_whole_number',
      '/rubric/criteria/0/weight out_of_range',
      '/scorecards/1/ratings/0/criterion unknown_criterion',
      '/scorecards/1/ratings/0/level not_a_whole_number',
    ]);
  });

  it('needs a round on every counted card where pooling is by round', () => {
    const rubric = { ...PUBLISHED.rubric, policy: { pooling: 'by_round' } };
    expect(faultsOf({ ...PUBLISHED, rubric, scorecards: second({}) })).toEqual(['/scorecards/1/round missing_member']);
    expect(faultsOf({ ...PUBLISHED, rubric, scorecards: second({ status: 'missing' }) })).toEqual([]);
  });

  it('refuses nesting beyond any evidence', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 100; i += 1) deep = [deep];
    const [fault] = faultsOf(changed([...CARD, 'ratings', 0, 'evidence', 0, 'fields'], deep));
    expect(fault).toMatch(/^\/scorecards\/0\/ratings\/0\/evidence\/0\/fields(\/0)+ too_deep$/);
  });

  it('is not misled by names every object has', () => {
    expect(faultsOf(JSON.parse('{"__proto__": {"rubric": 1}, "constructor": 1}'))).toEqual(['/rubric missing_member', '/scorecards missing_member']);
  });
});
