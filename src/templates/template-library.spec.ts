import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../domain/refusal.js';
import { originOf, originPointers, type OfferLine, type TemplatePack } from '../domain/rubric/template-pack.js';
import { readTemplateLibrary, readTemplatePack } from './template-library.js';

const HERE = dirname(fileURLToPath(import.meta.url));
const library = readTemplateLibrary();
const KEYS = ['ai-pm-committee', 'ai-pm-loop', 'physical-ai-data-engineer', 'tencent-ai-pm', 'xpeng-ai-pm'];

/** A value of a pack by JSON pointer. */
function at(pack: TemplatePack, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, step) => Reflect.get(Object(value), step), pack);
}

describe('every pack of the library', () => {
  it('is there, and read in order of key', () => {
    expect(library.map((pack) => pack.key)).toEqual(KEYS);
  });

  it.each(library)('$key anchors every level of every criterion with words of its own', ({ rubric }) => {
    for (const criterion of rubric.criteria) {
      expect(criterion.anchors.map((anchor) => anchor.level)).toEqual(rubric.scale.labels.map((_, index) => index + 1));
      const texts = criterion.anchors.flatMap((anchor) => [anchor.description, anchor.poorExample, anchor.goodExample]);
      expect(new Set(texts).size).toBe(3 * rubric.scale.levels);
      expect(criterion.anchors.filter((anchor) => anchor.description.length < 40 || anchor.goodExample.length < 60)).toEqual([]);
    }
  });

  it.each(library)('$key repeats no anchor text between criteria', ({ rubric }) => {
    const texts = rubric.criteria.flatMap((one) => one.anchors.flatMap((anchor) => [anchor.description, anchor.goodExample]));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it.each(library)('$key marks every element and calls every anchor proposed', (pack) => {
    expect(originPointers(pack).filter((pointer) => pack.origins[pointer] === undefined)).toEqual([]);
    const anchorSets = pack.rubric.criteria.map((_, index) => originOf(pack, `/rubric/criteria/${index}/anchors/0`));
    expect(new Set(anchorSets)).toEqual(new Set(['proposed']));
  });

  it.each(library)('$key prepares every round that owes a scorecard with prompts', (pack) => {
    const owing = pack.plan.rounds.filter((round) => round.owesCard !== false).map((round) => round.key);
    const prepared = pack.kits.filter((kit) => kit.prompts.length >= 3 && kit.notSignals.length > 0).map((kit) => kit.round);
    expect(owing.filter((key) => !prepared.includes(key))).toEqual([]);
  });
});

function line(pack: TemplatePack, name: string): Partial<OfferLine> {
  return pack.offer.lines.find((one) => one.name === name) ?? {};
}

describe('the autonomous-driving pack', () => {
  const pack = readTemplatePack('xpeng-ai-pm');
  const { rubric, plan } = pack;

  it('has five rounds in 28 days and a decision within two business days', () => {
    expect(plan.rounds.map((round) => round.minutes)).toEqual([30, 45, 75, 60, 135]);
    expect(plan.rounds.map((round) => round.parts?.map((part) => part.minutes))).toEqual([undefined, [30, 15], [45, 30], undefined, [45, 45, 45]]);
    expect(plan.deadlines).toMatchObject({ processDays: 28, decisionDueBusinessDays: 2 });
    expect(plan.rounds.flatMap((round) => round.panel.map((place) => place.title)).slice(0, 5)).toEqual([
      'Recruiter',
      'Senior data scientist',
      'AI director',
      'Hardware lead',
      'Safety engineer',
    ]);
    expect(plan.rounds[4]).toMatchObject({ location: 'On site in Guangzhou, or by video', availabilityHours: 48 });
    expect(plan.rounds[2]?.focus).toMatch(/one-page, three-year.*quarterly.*KPI.*regulatory.*risk-mitigation matrix/);
  });

  it('records work authorisation as a fact and rates it nowhere', () => {
    expect(plan.rounds[0]?.facts?.map((fact) => fact.key)).toEqual(['work_authorisation']);
    expect(rubric.criteria.map((one) => one.key)).not.toContain('work_authorisation');
  });

  it('places candidates in four quadrants and caps all but owner and visionary', () => {
    expect(rubric.signals[0]).toMatchObject({
      kind: 'matrix',
      quadrants: { highHigh: 'owner', highLow: 'visionary', lowHigh: 'specialist', lowLow: 'coordinator' },
    });
    expect(rubric.gates[0]).toMatchObject({ kind: 'quadrant', allowed: ['owner', 'visionary'], effect: 'cap_no_hire' });
    expect(originOf(pack, '/rubric/signals/0/quadrants/lowHigh')).toBe('source');
    expect(originOf(pack, '/rubric/signals/0/quadrants/highLow')).toBe('proposed');
  });

  it('caps whoever shows no compliance or safety validation, unrated included', () => {
    expect(rubric.gates[1]).toMatchObject({
      kind: 'minimum_level',
      criterion: 'regulatory_foresight',
      level: 2,
      whenUnrated: 'trigger',
      effect: 'cap_no_hire',
    });
  });

  it('names the strong signals and what is none', () => {
    expect(rubric.signals[1]).toMatchObject({
      key: 'strong_signals',
      inputs: [{ criterion: 'impact_depth' }, { criterion: 'cross_functional_ownership' }, { criterion: 'regulatory_foresight' }],
    });
    for (const kit of pack.kits) expect(kit.notSignals.join()).toMatch(/papers.*patents.*models/);
  });

  it('carries the evidence forms and the offer', () => {
    expect(rubric.evidenceForms.map((form) => form.key)).toEqual([
      'metric_story',
      'alignment_script',
      'feature_charter',
      'safety_case',
      'vision_roadmap',
    ]);
    expect(originOf(pack, '/rubric/evidenceForms/0')).toBe('source');
    expect(originOf(pack, '/rubric/evidenceForms/3')).toBe('proposed');
    expect(pack.offer.currency).toBe('USD');
    expect(line(pack, 'Base salary').amount).toMatchObject({ minimum: 205000, maximum: 215000 });
    expect(line(pack, 'Yearly bonus').amount).toEqual({ measure: 'percent_of_base', minimum: 15, maximum: 15 });
    expect(line(pack, 'Equity')).toMatchObject({ amount: { minimum: 0.07, maximum: null }, vestingYears: 4 });
    expect(line(pack, 'Sign-on payment')).toMatchObject({
      amount: { minimum: 25000, maximum: 30000 },
      standing: 'asked',
    });
    expect(line(pack, 'Relocation')).toMatchObject({ amount: { minimum: 10000, maximum: 10000 }, standing: 'asked' });
    expect(line(pack, 'Accelerated vesting')).toMatchObject({ withinMonths: 12, standing: 'asked' });
  });
});

describe('the internet group pack', () => {
  const pack = readTemplatePack('tencent-ai-pm');
  const { rubric, plan } = pack;

  it('has four rounds of 45 minutes, one a week, and a 60-minute debrief within five weeks', () => {
    expect(plan.rounds.map((round) => round.minutes)).toEqual([45, 45, 45, 45]);
    expect(plan.rounds.map((round) => Math.ceil(round.targetDay / 7))).toEqual([1, 2, 3, 4]);
    expect(plan.deadlines).toMatchObject({ processDays: 35, debriefMinutes: 60 });
    expect(plan.rounds.flatMap((round) => round.panel.map((place) => place.title))).toEqual([
      'Recruiter',
      'AI architect',
      'Senior PM',
      'Data science lead',
      'Division VP',
    ]);
  });

  it('decides by the decision-making signal, read through three lenses', () => {
    expect(rubric.policy.deciding).toBe('decision_making');
    expect(rubric.signals[0]).toMatchObject({
      key: 'decision_making',
      kind: 'weighted_mean',
      inputs: [{ criterion: 'hypothesis_framing' }, { criterion: 'data_driven_iteration' }, { criterion: 'communication_clarity' }],
    });
    expect(originOf(pack, '/rubric/policy/deciding')).toBe('source');
  });

  it('records technical correctness without letting it decide, and holds stakeholder alignment apart', () => {
    expect(rubric.criteria.find((one) => one.key === 'technical_correctness')).toMatchObject({
      weight: 0,
      required: false,
    });
    expect(JSON.stringify(rubric.signals)).not.toMatch(/technical_correctness|stakeholder_alignment/);
    expect(rubric.criteria.map((one) => one.key)).toContain('stakeholder_alignment');
    expect(pack.variants[0]?.description).toMatch(/hiring manager challenges.*jargon rather than a decision.*upholds or revises/);
  });

  it('carries the triad, the North Star map, RACI and the offer', () => {
    expect(rubric.evidenceForms.map((form) => form.key)).toEqual(['impact_effort_risk', 'north_star_map', 'raci']);
    expect(at(pack, '/rubric/evidenceForms/0/fields/0/ranked')).toBe(true);
    expect(at(pack, '/rubric/evidenceForms/2/fields/0/exactlyOne')).toEqual([{ field: 'role', value: 'accountable', per: 'work_item' }]);
    expect(originOf(pack, '/rubric/evidenceForms/2/fields/0/exactlyOne/0')).toBe('proposed');
    expect(pack.offer.currency).toBe('CNY');
    const figures = pack.offer.lines.map(({ amount }) => (amount.measure === 'unstated' ? null : amount.minimum));
    expect(figures).toEqual([650000, 750000, 150000, 0.05, 0.07, 30000, 20000, null]);
  });
});

describe('the other packs', () => {
  it('the general loop: stages, stall and offer', () => {
    const pack = readTemplatePack('ai-pm-loop');
    expect(pack.plan.rounds.length).toBe(5);
    expect(pack.plan.deadlines.silentGapDays).toBe(21);
    expect(pack.plan.rounds.find((round) => round.key === 'product_sense')?.minutes).toBe(30);
    const figures = pack.offer.lines.flatMap(({ amount }) => (amount.measure === 'unstated' ? [] : [amount.minimum, amount.maximum]));
    for (const figure of [140000, 180000, 250000, 350000, 130000, 160000, 155000, 30000, 200000]) expect(figures).toContain(figure);
  });

  it('the committee process: committee, backlog, fallback plan, and a gate on what the model drove', () => {
    const pack = readTemplatePack('ai-pm-committee');
    expect(pack.rubric.policy.decider).toMatch(/^committee_/);
    expect(pack.plan.deadlines.committeeBacklogDays).toBe(21);
    expect(pack.rubric.evidenceForms.map((form) => form.key)).toContain('fallback_plan');
    expect(pack.rubric.gates.some((gate) => gate.kind === 'veto' && gate.seat === 'bar_raiser')).toBe(true);
    expect(pack.rubric.gates.some((gate) => gate.kind === 'minimum_level' && gate.whenUnrated === 'trigger' && gate.effect === 'cap_no_hire')).toBe(
      true,
    );
  });

  it('the posting: band over all US locations, seat in Palo Alto, required and preferred', () => {
    const { job, rubric } = readTemplatePack('physical-ai-data-engineer');
    expect(job.band).toMatchObject({ currency: 'USD', minimum: 203450, maximum: 344300 });
    expect(job.band?.covers).toMatch(/United States/);
    expect(job.locations.join()).toMatch(/Palo Alto/);
    expect(new Set(job.requirements.map((one) => one.level))).toEqual(new Set(['required', 'preferred']));
    expect(rubric.criteria.length).toBeGreaterThanOrEqual(7);
  });
});

describe('a pack that is not in order', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'packs-'));
    cpSync(join(HERE, 'tencent-ai-pm'), join(folder, 'tencent-ai-pm'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function faultsAfter(part: string, edit: (text: string) => string): string[] {
    const file = join(folder, 'tencent-ai-pm', `${part}.json`);
    const before = readFileSync(file, 'utf8');
    const after = edit(before);
    expect(after).not.toBe(before);
    writeFileSync(file, after);
    try {
      readTemplateLibrary(folder);
      return [];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return error.faults.map((fault) => `${fault.pointer} ${fault.code}`);
    }
  }

  it.each<[string, string, string | RegExp, string, string]>([
    ['an unknown member', 'rubric', '"weight"', '"wait"', '/tencent-ai-pm/rubric/criteria/0/wait unknown_member'],
    ['a fault of the rubric', 'rubric', '"decision_making"', '"karma"', '/tencent-ai-pm/rubric/policy/deciding unknown_signal'],
    ['a fault between rubric and plan', 'plan', /"cross_functional"/, '"other"', '/tencent-ai-pm/rubric/criteria/0/rounds/1 unknown_round'],
    ['a kit of no round', 'kits', '"senior_leadership"', '"party"', '/tencent-ai-pm/kits/3/round unknown_round'],
    ['a figure the wrong way', 'offer', '"maximum": 650000', '"maximum": 6', '/tencent-ai-pm/offer/lines/0/amount bounds_out_of_order'],
    ['an element without origin', 'pack', '"/rubric/gates/1": "proposed",', '', '/tencent-ai-pm/rubric/gates/1 origin_missing'],
    ['an origin of nothing', 'pack', '"/rubric/gates/1"', '"/rubric/gates/7"', '/tencent-ai-pm/rubric/gates/7 origin_astray'],
    ['a wrong key', 'pack', '"tencent-ai-pm"', '"other"', '/tencent-ai-pm/key key_not_folder'],
    ['a torn file', 'job', '{', '', '/tencent-ai-pm/job malformed_json'],
  ])('is refused for %s', (_, part, from, to, expected) => {
    expect(faultsAfter(part, (text) => text.replace(from, to))).toContain(expected);
  });

  it('is accepted unharmed', () => {
    expect(readTemplateLibrary(folder).map((pack) => pack.key)).toEqual(['tencent-ai-pm']);
  });
});
