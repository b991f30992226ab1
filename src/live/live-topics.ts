import type { EventType } from '../domain/events/events.js';

/** What a screen holds of a debrief and reads again when told to. */
export const LIVE_TOPICS = ['debrief', 'cards', 'recommendation', 'ballots', 'challenges', 'agenda', 'decision'] as const;
export type LiveTopic = (typeof LIVE_TOPICS)[number];

const JUDGED: readonly LiveTopic[] = ['cards', 'recommendation', 'agenda'];
const SEATED: readonly LiveTopic[] = ['debrief'];

/**
 * What each event makes stale. `ballot.voted` is not here and never will be: that somebody voted, and when, is sealed until
 * the reveal. Other events tell nothing; they only make the server ask again whether the viewer may listen.
 */
const TOPICS: Readonly<Partial<Record<EventType, readonly LiveTopic[]>>> = {
  'debrief.state_changed': ['debrief', 'agenda'],
  'debrief.reopened': LIVE_TOPICS,
  'offer.halted': ['debrief'],
  'application.moved': ['debrief'],
  'ballot.opened': ['debrief', 'ballots'],
  'ballot.revealed': ['debrief', 'ballots'],
  'challenge.raised': ['debrief', 'challenges', 'agenda'],
  'challenge.replied': ['challenges'],
  'challenge.resolved': ['debrief', 'challenges', 'agenda'],
  'veto.cast': ['debrief', 'recommendation', 'agenda'],
  'veto.withdrawn': ['debrief', 'recommendation', 'agenda'],
  'decision.recorded': ['debrief', 'decision'],
  'decision.superseded': ['debrief', 'decision'],
  'decision.dissented': ['decision'],
  'scorecard.submitted': JUDGED,
  'scorecard.amended': JUDGED,
  'scorecard.declined': JUDGED,
  'scorecard.waived': JUDGED,
  'scorecard.restored': JUDGED,
  'scorecard.duty_moved': JUDGED,
  'agenda.current_item_set': ['agenda'],
  'agenda.clock_started': ['agenda'],
  'agenda.clock_paused': ['agenda'],
  'agenda.minutes_saved': ['agenda'],
  'seat.granted': SEATED,
  'seat.ended': SEATED,
  'seat.delegated': SEATED,
  'seat.handed_over': SEATED,
};

const BY_TYPE: ReadonlyMap<string, readonly LiveTopic[]> = new Map(Object.entries(TOPICS));

export function topicsOf(type: string): readonly LiveTopic[] {
  return BY_TYPE.get(type) ?? [];
}
