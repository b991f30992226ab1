/** What happens to notifications, background work and webhooks, by event type. Reading one's own inbox is not an event. */
import type { Change } from './events.js';

export interface NotificationEvents {
  'notification.settings_changed': Change & { readonly how: 'by_person' | 'by_mail_link' };

  'background_job.retried': { readonly kind: string };
  'background_job.discarded': { readonly kind: string };

  'webhook.created': { readonly url: string; readonly eventTypes: readonly string[] };
  'webhook.changed': Change;
  'webhook.removed': { readonly url: string };
  'webhook.secret_rotated': { readonly oldSecretsEndAt: string };
  'webhook.disabled': { readonly url: string; readonly because: 'failed_repeatedly' | 'gone' };
  'webhook.redelivered': { readonly deliveryIds: readonly string[] | 'failed' };
}
