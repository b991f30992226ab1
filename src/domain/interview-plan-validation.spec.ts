import { SMALL_RUBRIC, smallRubricWith, withChanges } from '../../test/support/small-rubric.js';
import { parseInterviewKits, parseInterviewPlan, validateInterviewKits, validateInterviewPlan } from './interview-plan-validation.js';
import type { InterviewKit, InterviewPlanContent } from './interview-plan.js';
import { Refusal } from './refusal.js';
import { rubricInPlanFaults } from './rubric/rubric-in-plan.js';

const PLAN: InterviewPlanContent = {
  rounds: [
    {
      key: 'phone',
      name: 'Phone',
      minutes: 45,
      focus: 'Reasoning',
      targetDay: 3,
      panel: [{ title: 'Scientist', count: 1 }],
      facts: [{ key: 'authorised', name: 'Authorised to work' }],
      parts: [
        { name: 'Talk', minutes: 30, focus: 'Past work' },
        { name: 'Whiteboard', minutes: 15, focus: 'One problem', place: 'Scientist' },
      ],
      noticeHours: 24,
      availabilityHours: 48,
    },
    { key: 'loop', name: 'Loop', minutes: 60, focus: 'All', targetDay: 10, panel: [{ title: 'Panel', count: 2 }] },
  ],
  deadlines: { processDays: 28 },
};
const KITS: readonly InterviewKit[] = [
  {
    round: 'phone',
    purpose: 'Hear reasoning',
    prompts: [{ ask: 'Why?', listenFor: 'A reason' }],
    notSignals: ['Patents'],
  },
];

function refusedPointers(parse: () => unknown): string[] {
  try {
    parse();
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.faults.map((fault) => `${fault.pointer} ${fault.code}`);
  }
}

describe('validateInterviewPlan', () => {
  it('finds nothing in a plan that is in order', () => {
    expect(parseInterviewPlan(JSON.parse(JSON.stringify(PLAN)))).toEqual(PLAN);
    expect(validateInterviewPlan(PLAN)).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['two rounds of one key', { '/rounds/1/key': 'phone' }, '/rounds/1/key duplicate'],
    ['a round before the one it follows', { '/rounds/1/targetDay': 2 }, '/rounds/1/targetDay rounds_out_of_order'],
    ['a round after the end of the process', { '/rounds/1/targetDay': 29 }, '/rounds/1/targetDay after_process_end'],
    ['the default end of the process', { '/rounds/1/targetDay': 29, '/deadlines': {} }, '/rounds/1/targetDay after_process_end'],
    ['parts longer than the round', { '/rounds/0/parts/1/minutes': 16 }, '/rounds/0/parts parts_too_long'],
    ['a part conducted by nobody on the panel', { '/rounds/0/parts/1/place': 'Director' }, '/rounds/0/parts/1/place unknown_place'],
    ['a fact twice', { '/rounds/0/facts/1': { key: 'authorised', name: 'Again' } }, '/rounds/0/facts/1/key duplicate'],
    ['less availability than notice', { '/rounds/0/availabilityHours': 23 }, '/rounds/0/availabilityHours shorter_than_notice'],
    ['less availability than the default notice', { '/rounds/1/availabilityHours': 47 }, '/rounds/1/availabilityHours shorter_than_notice'],
  ])('names %s', (_, changes, expected) => {
    expect(validateInterviewPlan(withChanges(PLAN, changes)).map((fault) => `${fault.pointer} ${fault.code}`)).toEqual([expected]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['no rounds', { '/rounds': [] }, '/rounds too_few'],
    ['no minutes', { '/rounds/0/minutes': 0 }, '/rounds/0/minutes not_a_whole_number'],
    ['an empty panel', { '/rounds/0/panel': [] }, '/rounds/0/panel too_few'],
    ['a place for nobody', { '/rounds/0/panel/0/count': 0 }, '/rounds/0/panel/0/count not_a_whole_number'],
    ['an unknown deadline', { '/deadlines/offerDays': 3 }, '/deadlines/offerDays unknown_member'],
    ['a day before the start', { '/rounds/0/targetDay': -1 }, '/rounds/0/targetDay not_a_whole_number'],
  ])('does not read %s', (_, changes, expected) => {
    expect(refusedPointers(() => parseInterviewPlan(withChanges(PLAN, changes)))).toEqual([expected]);
  });
});

describe('validateInterviewKits', () => {
  it('finds nothing in kits that belong to the plan', () => {
    expect(parseInterviewKits(KITS)).toEqual(KITS);
    expect(validateInterviewKits(KITS, ['phone', 'loop'])).toEqual([]);
  });

  it('names a kit of no round and a second kit of a round', () => {
    const faults = validateInterviewKits([...KITS, ...KITS, ...withChanges(KITS, { '/0/round': 'lunch' })], ['phone']);
    expect(faults.map((fault) => `${fault.pointer} ${fault.code}`)).toEqual(['/2/round unknown_round', '/1/round duplicate']);
  });

  it('does not read a prompt without what to listen for', () => {
    expect(refusedPointers(() => parseInterviewKits(withChanges(KITS, { '/0/prompts/0/listenFor': undefined })))).toEqual([
      '/0/prompts/0/listenFor missing_member',
    ]);
  });
});

describe('rubricInPlanFaults', () => {
  const faults = (rubric = SMALL_RUBRIC, plan = PLAN) => rubricInPlanFaults(rubric, plan).map((fault) => `${fault.pointer} ${fault.code}`);

  it('finds nothing where the panels can reach the raters a criterion needs', () => {
    expect(faults()).toEqual([]);
  });

  it('names a criterion with fewer interviewers than it needs raters, only where it is required', () => {
    expect(faults(smallRubricWith({ '/criteria/0/minimumRaters': 3 }))).toEqual([]);
    const change = { '/criteria/0/minimumRaters': 4 };
    expect(faults(smallRubricWith(change))).toEqual(['/criteria/0/minimumRaters too_few_raters']);
    expect(faults(smallRubricWith({ ...change, '/criteria/0/required': false }))).toEqual([]);
  });

  it('does not count rounds that owe no card', () => {
    expect(faults(SMALL_RUBRIC, withChanges(PLAN, { '/rounds/1/owesCard': false }))).toEqual([
      '/criteria/0/minimumRaters too_few_raters',
      '/criteria/1/rounds no_card_owed',
      '/criteria/2/rounds no_card_owed',
    ]);
  });
});
