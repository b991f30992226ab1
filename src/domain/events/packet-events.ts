/** What happens to packets, by event type. The event of a reading says who opened the whole record of a debrief, and in which form. */
export interface PacketEvents {
  'packet.read': { readonly form: 'json' | 'page' | 'pdf' };
}
