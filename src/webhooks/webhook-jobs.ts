import { jobKind } from '../outbox/job-kind.js';

/** Turns an event into a delivery for each subscriber. */
export const FAN_OUT = jobKind('webhooks.fan_out', 'eventId');
/** Tries one delivery. */
export const DELIVER = jobKind('webhooks.deliver', 'deliveryId');
