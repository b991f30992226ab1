import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DELIVERY_ATTEMPTS, waitAfter } from '../domain/webhook/delivery-schedule.js';
import { type Job, JobHandlers, PermanentFailure, type Recording, RetryLater } from '../outbox/job-handlers.js';
import { spread } from '../outbox/retry-delay.js';
import { DeliveryRecording } from './delivery-recording.service.js';
import type { DeliveryToSend } from './deliveries.store.js';
import { WebhookClient } from './webhook-client.service.js';
import { DELIVER } from './webhook-jobs.js';
import { signedHeaders } from './webhook-signature.js';

type Result =
  | { readonly ok: true; readonly status: number }
  | { readonly ok: false; readonly status: number | null; readonly error: string; readonly retryAfter: number };

const GONE = 410;

/**
 * Tries deliveries, each attempt on record before the next is planned. A receiver may get one twice, when a process dies
 * before its answer is recorded; the webhook-id is the same.
 */
@Injectable()
export class WebhookDelivering implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly client: WebhookClient,
    private readonly recording: DeliveryRecording,
  ) {}

  onModuleInit(): void {
    this.handlers.outside(DELIVER, (job) => this.deliver(job), {
      attempts: DELIVERY_ATTEMPTS,
      delay: (attempt, ref) => spread(waitAfter(attempt), ref),
      // The delivery log shows the failure, to those who may see the event.
      givenUp: async (tx, job) => {
        await this.recording.giveUp(tx, job.payload.deliveryId);
        return 'drop';
      },
    });
  }

  private async deliver(job: Job<'deliveryId'>): Promise<Recording> {
    const delivery = await this.recording.toSend(job.payload.deliveryId);
    if (delivery?.status !== 'waiting') return async () => undefined;
    if (!delivery.enabled) return (tx) => this.recording.giveUp(tx, delivery.id);
    const started = performance.now();
    const result = await this.attempt(delivery);
    const milliseconds = Math.round(performance.now() - started);
    if (result.ok) return (tx) => this.recording.delivered(tx, delivery, { milliseconds, statusCode: result.status });
    await this.recording.failed(delivery, { milliseconds, statusCode: result.status, error: result.error });
    if (result.status === GONE) throw new PermanentFailure(result.error);
    if (result.retryAfter > 0) throw new RetryLater(result.error, waitAfter(job.attempt, result.retryAfter));
    throw new Error(result.error);
  }

  private async attempt(delivery: DeliveryToSend): Promise<Result> {
    const headers = signedHeaders(`msg_${delivery.id}`, this.recording.now(), delivery.body, delivery.secrets);
    try {
      const { status, retryAfter } = await this.client.post(delivery.url, headers, delivery.body);
      return status >= 200 && status < 300 ? { ok: true, status } : { ok: false, status, error: `The receiver answered ${status}.`, retryAfter };
    } catch (error) {
      return { ok: false, status: null, error: error instanceof Error ? error.message : String(error), retryAfter: 0 };
    }
  }
}
