/** What happens in the pipeline rooms, by event type. */
export interface PipelineEvents {
}
