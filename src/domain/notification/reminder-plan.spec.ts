import { REMINDER_STEPS, type ReminderStep, remindersNow } from './reminder-plan.js';

const DUE = new Date('2026-03-10T18:00:00Z');
const after = (hours: number) => new Date(DUE.getTime() + hours * 3_600_000);

describe('remindersNow', () => {
  it('takes each step once, in time, and ends a week after', () => {
    const taken = new Set<ReminderStep>();
    const told: string[] = [];
    for (let hour = -48; hour <= 24 * 30; hour++) {
      const { send, pass } = remindersNow(DUE, after(hour), taken);
      [...send, ...pass].forEach((step) => taken.add(step));
      told.push(...send.map((step) => `${hour} ${step}`));
    }
    expect(told).toEqual(['-24 due_soon', '0 due_now', '24 overdue_1', '48 escalate', '72 overdue_3']);
    expect([...taken].sort()).toEqual([...REMINDER_STEPS].sort());
  });

  it('does not make up for what was missed', () => {
    expect(remindersNow(DUE, after(30), new Set())).toEqual({ send: ['overdue_1'], pass: ['due_now', 'due_soon'] });
    expect(remindersNow(DUE, after(100), new Set())).toEqual({ send: ['overdue_3', 'escalate'], pass: ['overdue_1', 'due_now', 'due_soon'] });
    expect(remindersNow(DUE, after(100), new Set<ReminderStep>(['overdue_3', 'escalate']))).toEqual({ send: [], pass: [] });
    expect(remindersNow(DUE, after(7 * 24 + 1), new Set())).toEqual({ send: [], pass: [] });
    expect(remindersNow(DUE, after(-25), new Set())).toEqual({ send: [], pass: [] });
  });
});
