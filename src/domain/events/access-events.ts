/** What happens in the access rooms, by event type. */
export interface AccessEvents {
}
