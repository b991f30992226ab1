/**
 * The gates that are triggered, in rubric order. A capping gate says what the outcome would be without it, every other gate
 * standing as it is; a flag changes nothing and is pointed out.
 *
 * Source: product design, "Application and debrief life" (agenda: gates) and "Recommendation" (gates).
 */
import { evaluate } from '../recommendation/evaluation.js';
import { cappedRank, outcomeOfRank } from '../recommendation/outcome.js';
import type { Panel } from '../recommendation/panel.js';
import type { AgendaChange } from './agenda-item.js';
import { type Draft, ONE_PART, TWO_PARTS } from './draft.js';

/** One item per triggered gate. In: the panel. Pure. */
export function triggeredGates(panel: Panel): Draft[] {
  const { triggered, rank } = evaluate(panel, panel.cards);
  return panel.gates.flatMap(({ key: gate, effect }, at) => {
    if (triggered[at] !== true) return [];
    const othersCap = panel.gates.some((other, position) => position !== at && other.effect === 'cap_no_hire' && triggered[position] === true);
    const could: AgendaChange = effect === 'flag' ? { code: 'pointed_out', params: {} } : withoutGate(rank, othersCap);
    return [
      {
        key: `gate:${gate}`,
        kind: 'gate',
        rank: null,
        parts: effect === 'flag' ? ONE_PART : TWO_PARTS,
        why: { code: 'gate_triggered', params: { gate, effect } },
        could,
      },
    ];
  });
}

function withoutGate(rank: number | null, othersCap: boolean): AgendaChange {
  if (rank === null) return { code: 'nothing_moves', params: { outcome: null } };
  const [from, to] = [outcomeOfRank(cappedRank(rank, true)), outcomeOfRank(cappedRank(rank, othersCap))];
  return from === to ? { code: 'nothing_moves', params: { outcome: from } } : { code: 'cap_lifts', params: { from, to } };
}
