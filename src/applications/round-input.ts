import type { InterviewKit, PlanRound } from '../domain/interview-plan.js';
import { parseInterviewKits, parseInterviewPlan, validateInterviewKits, validateInterviewPlan } from '../domain/interview-plan-validation.js';
import { dictionary, flag, parseAs } from '../domain/json-shape.js';
import { invalid, Refusal } from '../domain/refusal.js';

/** Reads one round, and its kit where there is one, by the rules of a whole plan; faults point into `/round` and `/kit`. */
export function readRound(round: unknown, kit: unknown): { round: PlanRound; kit: InterviewKit | null } {
  const plan = at('/rounds/0', '/round', () => {
    const parsed = parseInterviewPlan({ rounds: [round], deadlines: { processDays: 1000 } });
    const faults = validateInterviewPlan(parsed);
    if (faults.length > 0) throw invalid(faults);
    return parsed;
  });
  const [content] = plan.rounds;
  if (!content) throw invalid([{ pointer: '/round', code: 'missing_member', detail: 'is missing' }]);
  if (kit === undefined || kit === null) return { round: content, kit: null };
  const [one] = at('/0', '/kit', () => {
    const kits = parseInterviewKits([kit]);
    const faults = validateInterviewKits(kits, [content.key]);
    if (faults.length > 0) throw invalid(faults);
    return kits;
  });
  return { round: content, kit: one ?? null };
}

const facts = dictionary(flag, { maximum: 30 });

/** Reads yes/no facts by key; faults point into `/facts`. */
export function readFacts(input: unknown): Readonly<Record<string, boolean>> {
  return at('', '/facts', () => parseAs(facts, input));
}

function at<T>(from: string, to: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw invalid(error.faults.map((fault) => ({ ...fault, pointer: fault.pointer.startsWith(from) ? to + fault.pointer.slice(from.length) : to })));
  }
}
