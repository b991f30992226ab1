import type { CardContent } from '../api/card-content';
import type { Fault } from '../api/problem';

/** A fault with the place in the card it speaks of: `verdict`, `ratings/<criterion>/evidence/0/fields/metric`, `facts/<key>` … */
export interface CardFault extends Fault {
  readonly place: string;
  readonly criterion: string | null;
}

/** What the server says about a card it was sent: its pointers count ratings, a person knows criteria. */
export function cardFaults(faults: readonly Fault[], sent: CardContent): CardFault[] {
  return faults.map((fault) => {
    const steps = fault.pointer
      .replace(/^\/content/, '')
      .split('/')
      .slice(1);
    const criterion = steps[0] === 'ratings' && steps[1] !== undefined ? (sent.ratings[Number(steps[1])]?.criterion ?? null) : null;
    const place = criterion === null ? steps.join('/') : ['ratings', criterion, ...steps.slice(2)].join('/');
    return { ...fault, place, criterion };
  });
}
