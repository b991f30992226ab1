/** What happens in the scorecard rooms, by event type. */
export interface ScorecardEvents {
}
