import { Module } from '@nestjs/common';
import { DeliveriesController } from './deliveries.controller.js';
import { DeliveriesStore } from './deliveries.store.js';
import { DeliveryRecording } from './delivery-recording.service.js';
import { Redelivery } from './redelivery.service.js';
import { WebhookClient } from './webhook-client.service.js';
import { WebhookDelivering } from './webhook-delivering.service.js';
import { WebhookFanOut } from './webhook-fan-out.service.js';
import { WebhooksController } from './webhooks.controller.js';
import { WebhooksReader } from './webhooks.reader.js';
import { WebhooksService } from './webhooks.service.js';
import { WebhooksStore } from './webhooks.store.js';

/** Other systems told of every public step, by signed calls that carry ids and nothing else. */
@Module({
  controllers: [WebhooksController, DeliveriesController],
  providers: [
    WebhooksService,
    WebhooksStore,
    WebhooksReader,
    DeliveriesStore,
    WebhookFanOut,
    WebhookDelivering,
    DeliveryRecording,
    Redelivery,
    WebhookClient,
  ],
})
export class WebhooksModule {}
