/**
 * What happens in the scorecard rooms, by event type. All of these carry or time somebody's judgement: their subject names the
 * card, and history shows them to its author and to those who may see the content. What a card says is in its revision, salted
 * and hashed there; the event commits to it by that hash.
 */
import type { Change } from './events.js';

interface RevisionTold {
  readonly roundKey: string;
  readonly revision: number;
  /** SHA-256 (hex) over the revision's salt, a line feed and the canonical JSON of its content. */
  readonly contentHash: string;
  /** Its author had been shown another's card on this candidate. */
  readonly exposed: boolean;
  /** False for a card that does not count: a shadow's, or one that came after the first ballot. */
  readonly counts: boolean;
}

type StatusChange = Change<{ readonly status: string }>;

export interface ScorecardEvents {
  'scorecard.submitted': RevisionTold & StatusChange;
  'scorecard.amended': RevisionTold & Change<{ readonly revision: number; readonly contentHash: string }>;
  'scorecard.declined': StatusChange & { readonly reasonCode: string };
  'scorecard.waived': StatusChange;
  'scorecard.restored': StatusChange;
  'scorecard.private_note_saved': Change<{ readonly version: number; readonly sharedWithHiringTeam: boolean }>;
}
