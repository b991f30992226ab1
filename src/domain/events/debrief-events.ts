/** What happens in the debrief rooms, by event type. */
export interface DebriefEvents {
}
