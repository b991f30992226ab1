import type { WebhookDeliveryDto, WebhookDto } from './webhooks.dto.js';
import type { DeliveryRow, WebhookRow } from './webhooks.reader.js';

/** A subscription for an admin's screen. Only admins come here: what they may do depends on its state alone. */
export function presentWebhook(row: WebhookRow): WebhookDto {
  const { sortKey: _, ...webhook } = row;
  const enabled = row.status === 'enabled';
  return { ...webhook, abilities: { change: true, enable: !enabled, disable: enabled, redeliver: enabled } };
}

export function presentDelivery(row: DeliveryRow): WebhookDeliveryDto {
  const { sortKey: _, ...delivery } = row;
  return { ...delivery, webhookId: `msg_${row.id}` };
}
