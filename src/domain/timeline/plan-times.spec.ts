import type { InterviewPlanContent, PlanRound } from '../interview-plan.js';
import { withPlanTimes } from './plan-times.js';

const round = (key: string, more: Partial<PlanRound> = {}): PlanRound => ({
  key,
  name: key,
  minutes: 60,
  focus: 'x',
  targetDay: 3,
  panel: [],
  ...more,
});
const plan = (rounds: readonly PlanRound[], deadlines: InterviewPlanContent['deadlines'] = {}): InterviewPlanContent => ({ rounds, deadlines });

describe('the times of a running application after its plan changed', () => {
  it('follow the plan, and nothing else does', () => {
    const before = plan([round('a', { noticeHours: 48 }), round('b')], { processDays: 28 });
    const after = plan([round('b', { targetDay: 9, name: 'B', minutes: 30 }), round('a', { scorecardDueBusinessDays: 3 }), round('new')], {
      processDays: 35,
    });
    expect(withPlanTimes(before, before, after)).toEqual(
      plan([{ ...round('a', { scorecardDueBusinessDays: 3 }), noticeHours: undefined }, round('b', { targetDay: 9 })], { processDays: 35 }),
    );
  });

  it('stay where they were set for this application alone, and where the plan changed nothing of theirs', () => {
    const before = plan([round('a')], { processDays: 28 });
    const own = plan([round('a', { noticeHours: 12 }), round('added')], { processDays: 60 });
    expect(withPlanTimes(own, before, plan([round('a', { noticeHours: 72 })], { processDays: 35 }))).toBe(own);
    expect(withPlanTimes(own, before, plan([round('a', { name: 'renamed' })], { processDays: 28, debriefMinutes: 30 }))).toBe(own);
  });
});
