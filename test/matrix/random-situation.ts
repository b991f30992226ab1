import fc from 'fast-check';
import {
  CARDS,
  CONFLICTS,
  GLASSES,
  INTERVIEWS,
  JOB_SEATS,
  PANEL_SEATS,
  PLACES,
  POLICIES,
  ROOM_SEATS,
  STAGES,
  STATUSES,
  TERMS,
  type Situation,
  type SituationCard,
  type SituationSeat,
} from './situation.js';

const seat: fc.Arbitrary<SituationSeat> = fc.record({
  kind: fc.constantFrom(...JOB_SEATS, ...PANEL_SEATS, ...ROOM_SEATS),
  term: fc.constantFrom('now', 'now', 'now', ...TERMS),
});

const ownCard = fc.record({
  card: fc.constantFrom(...CARDS.filter((card) => card !== 'none')),
  interview: fc.constantFrom('held', 'held', ...INTERVIEWS),
  place: fc.constant('here' as const),
  stage: fc.constant('collecting' as const),
});

const cardElsewhere: fc.Arbitrary<SituationCard> = fc.record({
  card: fc.constantFrom(...CARDS),
  interview: fc.constantFrom(...INTERVIEWS),
  place: fc.constantFrom(...PLACES.filter((place) => place !== 'here')),
  stage: fc.constantFrom('collecting', ...STAGES),
});

/** Nobody holds the same seat twice; standing in for another's is one more. */
function heldOnce({ kind, term }: SituationSeat): string {
  return `${PANEL_SEATS.some((one) => one === kind) ? 'panel' : kind} ${term === 'stand_in'}`;
}

/** Any situation the words of the matrix can say, the likely ones more often. */
export const randomSituation: fc.Arbitrary<Situation> = fc.record({
  site: fc.constantFrom('member', 'member', 'member', 'admin', 'auditor'),
  seats: fc.uniqueArray(seat, { maxLength: 3, selector: heldOnce }),
  cards: fc.tuple(fc.array(ownCard, { maxLength: 2 }), fc.array(cardElsewhere, { maxLength: 1 })).map(([here, there]) => [...here, ...there]),
  conflict: fc.option(fc.constantFrom(...CONFLICTS), { freq: 2 }),
  glass: fc.option(fc.constantFrom(...GLASSES), { freq: 1 }),
  status: fc.constantFrom('active', 'active', ...STATUSES),
  stage: fc.constantFrom('collecting', 'collecting', 'collecting', ...STAGES),
  policy: fc.constantFrom(...POLICIES),
});
