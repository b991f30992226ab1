import type { InterviewPlanContent } from '../interview-plan.js';
import { businessCalendar } from './business-calendar.js';
import { addBusinessDays } from './business-days.js';
import { forecastDecision, forecastHistory } from './forecast-decision.js';
import type { LocalDate } from './local-date.js';
import { DECISION_STAGE, type Passage } from './stage-laws.js';

const round = { minutes: 60, focus: 'x', panel: [] };
const plan: InterviewPlanContent = {
  rounds: [
    { ...round, key: 'screen', name: 'Screen', targetDay: 7 },
    { ...round, key: 'panel', name: 'Panel', targetDay: 21 },
  ],
  deadlines: { decisionDueBusinessDays: 2 },
};
const america = businessCalendar({ country: 'US' });
const china = businessCalendar({ country: 'CN' });

function after(start: LocalDate, days: number, calendar = america): LocalDate {
  const reached = addBusinessDays(calendar, start, days);
  return reached.known ? reached.date : start;
}

/** `count` passages of 1 to 9 business days through a round, one started every business day from `start`. */
function passages(name: string, count: number, start: LocalDate): readonly Passage[] {
  return Array.from({ length: count }, (_, index) => {
    const enteredOn = after(start, index);
    return { round: name, enteredOn, leftOn: after(enteredOn, 1 + (index % 9)), outcome: 'advanced' };
  });
}

const full = [...passages('screen', 90, '2025-01-06'), ...passages('panel', 90, '2025-01-06'), ...passages(DECISION_STAGE, 90, '2025-01-06')];
const asOf = '2025-09-02';

describe('forecastDecision', () => {
  it('rests on the history of every stage left: three stages of five business days are about fifteen', () => {
    const found = forecastDecision(forecastHistory(plan, full, america, asOf), { round: 'screen', enteredOn: asOf });
    expect(found).toMatchObject({ basis: 'history', unit: 'business_days', confidence: 0.8, reasons: [] });
    expect(found.stages).toMatchObject([
      { round: 'screen', advanced: 90, open: 0, medianDays: 5 },
      { round: 'panel', medianDays: 5 },
      { round: 'decision', medianDays: 5 },
    ]);
    expect([after(asOf, 15), after(asOf, 16)]).toContain(found.decisionOn);
    expect(found.earliestOn < found.decisionOn && found.decisionOn < found.latestOn).toBe(true);
  });

  it('is nearer the later the stage, and takes into account how long the present one has lasted', () => {
    const history = forecastHistory(plan, full, america, asOf);
    const at = (name: string, enteredOn: LocalDate) => forecastDecision(history, { round: name, enteredOn });
    expect(at('decision', asOf).decisionOn < at('panel', asOf).decisionOn).toBe(true);
    expect(at('screen', '2025-08-25').decisionOn < at('screen', asOf).decisionOn).toBe(true);
    // Longer than any passage before it: no longer nearer, and said so.
    expect(at('decision', '2025-06-02').reasons).toEqual([{ code: 'longer_than_seen', params: { round: 'decision', days: 63, longest: 9 } }]);
    expect(at('decision', '2020-01-06').latestOn > after(asOf, 20)).toBe(true);
    expect(at('decision', '2025-06-02').latestOn > at('decision', asOf).latestOn).toBe(true);
  });

  it('follows the plan where history is thin, and names the rounds', () => {
    const thin = [...full.filter((each) => each.round !== 'panel'), ...passages('panel', 9, '2025-01-06')];
    const found = forecastDecision(forecastHistory(plan, thin, america, asOf), { round: 'screen', enteredOn: asOf });
    expect(found.basis).toBe('mixed');
    expect(found.reasons).toEqual([{ code: 'thin_history', params: { round: 'panel', advanced: 9, needed: 10 } }]);
    expect(found.stages[1]).toMatchObject({ round: 'panel', basis: 'plan', medianDays: 10 });
    const none = forecastDecision(forecastHistory(plan, [], america, asOf), { round: 'panel', enteredOn: asOf });
    expect(none).toMatchObject({
      basis: 'plan',
      reasons: [{ params: { round: 'panel', advanced: 0 } }, { params: { round: 'decision' } }],
    });
  });

  it('uses nothing that happened on its day or later', () => {
    const later = passages('panel', 40, '2025-09-02');
    const position = { round: 'panel', enteredOn: asOf };
    const with_ = forecastDecision(forecastHistory(plan, [...full, ...later], america, asOf), position);
    expect(with_).toEqual(forecastDecision(forecastHistory(plan, full, america, asOf), position));
    const early = forecastDecision(forecastHistory(plan, full, america, '2025-01-08'), {
      round: 'panel',
      enteredOn: '2025-01-08',
    });
    expect(early.stages[0]).toMatchObject({ basis: 'plan', advanced: 1, open: 1 });
  });

  it('passes over holidays', () => {
    const found = forecastDecision(forecastHistory(plan, full, china, '2025-09-30'), {
      round: 'decision',
      enteredOn: '2025-09-30',
    });
    expect(found.earliestOn >= '2025-10-09').toBe(true);
  });

  it('counts calendar days where the calendar does not reach, and says so', () => {
    const found = forecastDecision(forecastHistory(plan, full, china, '2026-12-28'), {
      round: 'screen',
      enteredOn: '2026-12-28',
    });
    expect(found.unit).toBe('calendar_days');
    expect(found.reasons).toEqual([{ code: 'calendar_not_known', params: { calendar: 'CN', date: '2027-01-01' } }]);
    expect(found.decisionOn > '2027-01-01').toBe(true);
  });

  it('gives the same answer to the same question', () => {
    const ask = () => forecastDecision(forecastHistory(plan, full, america, asOf), { round: 'screen', enteredOn: '2025-08-28' });
    expect(JSON.stringify(ask())).toBe(JSON.stringify(ask()));
  });

  it('refuses a round the plan does not have and one entered after the day of the forecast', () => {
    const history = forecastHistory(plan, full, america, asOf);
    expect(() => forecastDecision(history, { round: 'tea', enteredOn: asOf })).toThrow('/round');
    expect(() => forecastDecision(history, { round: 'panel', enteredOn: '2025-09-03' })).toThrow('/enteredOn');
  });
});
