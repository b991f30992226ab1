/** What an actor may do with a seat, from the rules in `access/seat-rules`. */
import { mayEndSeat, mayPassOnSeat, type SeatActor, type SeatKind } from '../access/seat-rules.js';

export interface SeatAbilities {
  readonly end: boolean;
  readonly delegate: boolean;
  readonly handOver: boolean;
}

/**
 * In: the actor and the seat. A stand-in's seat ends, but is not passed on; an interviewer leaves a panel in the interview,
 * where the round's needs are known, and here only by passing the seat on. Out: one boolean for each deed.
 */
export function seatAbilities(
  actor: SeatActor,
  seat: { readonly userId: string; readonly kind: SeatKind; readonly isDelegated: boolean; readonly isOpen: boolean },
): SeatAbilities {
  const passes = seat.isOpen && !seat.isDelegated && mayPassOnSeat(actor, seat.userId, null);
  return { end: seat.isOpen && seat.kind !== 'interviewer' && mayEndSeat(actor, seat.userId), delegate: passes, handOver: passes };
}
