/**
 * What happens to packets and around them, by event type. The event of a reading says who opened what, and in which form.
 *
 * A mark on evidence is told by the product itself and holds only a commitment: history must not name who marked whose evidence, nor tell a
 * mark that was made from one that was taken back.
 */
export interface PacketEvents {
  'packet.read': { readonly form: 'json' | 'page' | 'pdf' };
  /** An auditor compared an application with others of its job that came as far. */
  'comparators.read': { readonly stage: string | null };
  'comparators.reading_refused': Readonly<Record<string, never>>;
  /** Somebody read another's calibration page, after it was theirs. */
  'calibration.read': Readonly<Record<string, never>>;
  'feedback.marked': { readonly commitment: string };
}
