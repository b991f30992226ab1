/**
 * What happens on the agenda of a debrief, by event type. Minutes say what was said about a person: like a card they are in their
 * revision, salted and hashed there, and the event commits to them by that hash.
 */
import type { Change } from './events.js';

interface OfRound {
  readonly roundNumber: number;
}

export interface AgendaEvents {
  'agenda.current_item_set': OfRound & Change<{ readonly item: string | null }>;
  'agenda.clock_started': OfRound & { readonly item: string | null };
  'agenda.clock_paused': OfRound & { readonly item: string | null };
  'agenda.minutes_saved': OfRound & {
    readonly item: string;
    readonly revision: number;
    /** SHA-256 (hex) over the revision's salt, a line feed and its text. */
    readonly contentHash: string;
  };
}
