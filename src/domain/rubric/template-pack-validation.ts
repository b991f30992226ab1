/**
 * A template pack is in order when each of its parts is, the parts fit each other, and every element says whether it is a
 * fact of the real process or was completed by us.
 *
 * Source: framework descriptions, opening paragraph.
 */
import { validateInterviewKits, validateInterviewPlan } from '../interview-plan-validation.js';
import type { Fault } from '../refusal.js';
import { rubricInPlanFaults } from './rubric-in-plan.js';
import { validateRubric } from './rubric-validation.js';
import { originPointers, type OfferLine, type PayBand, type TemplatePack } from './template-pack.js';

/**
 * Names everything wrong with a pack.
 *
 * In: a pack whose parts have their structure in order. Out: faults with JSON pointers into the pack (`/rubric/criteria/0/…`); empty when an
 * organisation can start from it.
 */
export function validateTemplatePack(pack: TemplatePack): Fault[] {
  const rounds = pack.plan.rounds.map((round) => round.key);
  return [
    ...bandFaults(pack.job.band),
    ...below('/plan', validateInterviewPlan(pack.plan)),
    ...below('/rubric', validateRubric(pack.rubric, { rounds })),
    ...below('/rubric', rubricInPlanFaults(pack.rubric, pack.plan)),
    ...below('/kits', validateInterviewKits(pack.kits, rounds)),
    ...pack.offer.lines.flatMap((line, index) => amountFaults(line, `/offer/lines/${index}/amount`)),
    ...originFaults(pack),
  ];
}

function below(at: string, faults: readonly Fault[]): Fault[] {
  return faults.map((fault) => ({ ...fault, pointer: at + fault.pointer }));
}

function bandFaults(band: PayBand | null): Fault[] {
  if (band === null || (band.minimum >= 0 && band.minimum <= band.maximum)) return [];
  return [{ pointer: '/job/band', code: 'bounds_out_of_order', detail: 'the minimum lies above the maximum' }];
}

function amountFaults({ amount }: OfferLine, pointer: string): Fault[] {
  if (amount.measure === 'unstated') return [];
  if (amount.minimum >= 0 && (amount.maximum === null || amount.minimum <= amount.maximum)) return [];
  return [{ pointer, code: 'bounds_out_of_order', detail: 'the minimum lies above the maximum' }];
}

function originFaults(pack: TemplatePack): Fault[] {
  const unmarked = originPointers(pack).filter((pointer) => pack.origins[pointer] === undefined);
  const astray = Object.keys(pack.origins).filter((pointer) => !leadsSomewhere(pack, pointer));
  return [
    ...unmarked.map((pointer) => ({
      pointer,
      code: 'origin_missing',
      detail: 'say whether this is a source fact or proposed',
    })),
    ...astray.map((pointer) => ({ pointer, code: 'origin_astray', detail: 'an origin points at nothing in the pack' })),
  ];
}

function leadsSomewhere(pack: TemplatePack, pointer: string): boolean {
  if (pointer !== '' && !pointer.startsWith('/')) return false;
  let at: unknown = pack;
  for (const step of pointer.split('/').slice(1)) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return false;
    at = Object.getOwnPropertyDescriptor(at, step)?.value;
  }
  return true;
}
