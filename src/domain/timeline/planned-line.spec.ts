import type { InterviewPlanContent } from '../interview-plan.js';
import { businessCalendar } from './business-calendar.js';
import { plannedLine } from './planned-line.js';

const round = { minutes: 60, focus: 'x', panel: [] };
const plan: InterviewPlanContent = {
  rounds: [
    { ...round, key: 'screen', name: 'Screen', targetDay: 3 },
    { ...round, key: 'tour', name: 'Tour', targetDay: 8, owesCard: false },
    { ...round, key: 'panel', name: 'Panel', targetDay: 12, scorecardDueBusinessDays: 2 },
  ],
  deadlines: {},
};

describe('plannedLine', () => {
  it('puts rounds on business days across National Day, make-up Saturday included', () => {
    expect(plannedLine(plan, '2025-09-25', businessCalendar({ country: 'CN' }))).toEqual({
      startedOn: '2025-09-25',
      rounds: [
        { round: 'screen', name: 'Screen', targetOn: '2025-09-28', plannedOn: '2025-09-28', cardsDueOn: '2025-09-29' },
        { round: 'tour', name: 'Tour', targetOn: '2025-10-03', plannedOn: '2025-10-09', cardsDueOn: null },
        { round: 'panel', name: 'Panel', targetOn: '2025-10-07', plannedOn: '2025-10-09', cardsDueOn: '2025-10-11' },
      ],
      decisionDueOn: '2025-10-11',
      processEndsOn: '2025-10-23',
      notKnown: null,
    });
  });

  it('leaves not known what the calendar does not cover', () => {
    const line = plannedLine(plan, '2026-12-24', businessCalendar({ country: 'CN' }));
    expect(line.rounds.map((each) => each.plannedOn)).toEqual(['2026-12-28', null, null]);
    expect(line).toMatchObject({ decisionDueOn: null, processEndsOn: '2027-01-21', notKnown: { date: '2027-01-01' } });
  });

  it('counts the decision from the round that comes last in time, and needs a round for it', () => {
    const calendar = businessCalendar({ country: 'US' });
    const [screen, tour, panel] = plan.rounds;
    const shuffled = { ...plan, rounds: [panel, screen, tour].flatMap((each) => (each ? [each] : [])) };
    expect(plannedLine(shuffled, '2026-08-03', calendar).decisionDueOn).toBe('2026-08-19');
    expect(plannedLine({ rounds: [], deadlines: {} }, '2026-08-03', calendar).decisionDueOn).toBeNull();
    expect(() => plannedLine(plan, '2026-8-3', calendar)).toThrow('/startedOn');
  });
});
