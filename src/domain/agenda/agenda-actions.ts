/**
 * Who may read the agenda, lead the room through it and take minutes. It is made of what the cards say, so it is for those who
 * see every card, once all are in. The room talks after its first estimate and until the decision; minutes may be completed
 * until the debrief is closed.
 *
 * Source: product design, "Application and debrief life" (estimate, talk, estimate) and "Visibility" (aggregates).
 */
import { facilitates, type DebriefFacts } from '../debrief/debrief-facts.js';
import { stateWords, type DebriefState } from '../debrief/debrief-states.js';
import { Refusal } from '../refusal.js';
import { seesAggregates } from '../visibility/visibility.js';

const TALKING: readonly DebriefState[] = ['discussing', 'second_ballot', 'committee_ballot'];

/** The refusal of reading the agenda, or null. */
export function checkReadAgenda({ viewer, state }: DebriefFacts): Refusal | null {
  if (!seesAggregates(viewer.sight))
    return new Refusal('sealed', 'This is for those who may see every card of the panel. Give your own judgement first, where you owe one.');
  return state === 'collecting' ? new Refusal('wrong_state', 'The agenda is made once every card is in.') : null;
}

/** The refusal of setting the current item and of the clock, or null. */
export function checkLeadAgenda(facts: DebriefFacts): Refusal | null {
  return checkReadAgenda(facts) ?? (TALKING.includes(facts.state) ? onlyFacilitator(facts) : notTalking(facts.state));
}

/** The refusal of taking minutes, or null. */
export function checkTakeMinutes(facts: DebriefFacts): Refusal | null {
  const open = TALKING.includes(facts.state) || facts.state === 'decided';
  return checkReadAgenda(facts) ?? (open ? onlyFacilitator(facts) : notTalking(facts.state));
}

export interface AgendaAbilities {
  readonly lead: boolean;
  readonly takeMinutes: boolean;
}

/** The same checks, asked without doing anything. */
export function agendaAbilities(facts: DebriefFacts): AgendaAbilities {
  return { lead: checkLeadAgenda(facts) === null, takeMinutes: checkTakeMinutes(facts) === null };
}

function onlyFacilitator(facts: DebriefFacts): Refusal | null {
  return facilitates(facts)
    ? null
    : new Refusal('forbidden', 'Only the facilitator (or the hiring team, where nobody is seated as one) leads the room through the agenda.');
}

function notTalking(state: DebriefState): Refusal {
  if (state === 'ready' || state === 'first_ballot')
    return new Refusal('wrong_state', 'The room estimates before it talks: reveal the first ballot, or start the discussion where none is held.');
  return new Refusal('wrong_state', `The room has finished talking; the debrief is ${stateWords(state)}.`);
}
