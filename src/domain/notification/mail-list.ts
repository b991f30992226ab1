/**
 * What a person chose about mail: for each kind at once, in the digest or not at all; when, and on which days not. The
 * inbox always has everything. Mail can be stopped from the mail itself, for its kind or for the digest (RFC 2369, RFC 8058).
 *
 * Source: product design, "Pipeline and timeline"; issue 5.
 */
import { availabilityFaults, type WorkingHours } from '../access/availability.js';
import type { Fault } from '../refusal.js';
import { isLocalDate, type LocalDate } from '../timeline/local-date.js';
import { isNotificationKind, MAIL_DELIVERIES, NOTIFICATION_KINDS, ruleOf, type MailDelivery, type NotificationKind } from './notification-kinds.js';

export interface MailSettings {
  /** Choices that differ from a kind's own. */
  readonly kinds: Readonly<Partial<Record<NotificationKind, MailDelivery>>>;
  /** Local time of the digest, `HH:MM`. */
  readonly digestAt: string;
  /** Empty: 9 to 18 on business days. */
  readonly workingHours: readonly WorkingHours[];
  readonly quietDays: readonly LocalDate[];
  readonly quietOnHolidays: boolean;
}

export const DEFAULT_MAIL_SETTINGS: MailSettings = { kinds: {}, digestAt: '09:00', workingHours: [], quietDays: [], quietOnHolidays: true };

/** What one link in a mail stops. */
export type MailList = NotificationKind | 'digest';

export function isMailList(list: string): list is MailList {
  return list === 'digest' || isNotificationKind(list);
}

export function deliveryOf(kind: NotificationKind, settings: MailSettings): MailDelivery {
  return settings.kinds[kind] ?? ruleOf(kind).mail;
}

/** The settings after a link was followed. Following it again changes nothing. */
export function withoutList(settings: MailSettings, list: MailList): MailSettings {
  const stopped = list === 'digest' ? NOTIFICATION_KINDS.filter((kind) => deliveryOf(kind, settings) === 'digest') : [list];
  return { ...settings, kinds: { ...settings.kinds, ...Object.fromEntries(stopped.map((kind) => [kind, 'off'])) } };
}

/** What is wrong with settings; empty when nothing is. */
export function mailSettingsFaults(settings: MailSettings): readonly Fault[] {
  const dates = settings.quietDays.flatMap((date, index) =>
    isLocalDate(date) ? [] : [{ pointer: `/quietDays/${index}`, code: 'date', detail: 'is not a date' }],
  );
  const kinds = Object.entries(settings.kinds).flatMap(([kind, delivery]) => {
    const pointer = `/kinds/${kind.replace(/~/g, '~0').replace(/\//g, '~1')}`;
    if (!isNotificationKind(kind)) return [{ pointer, code: 'unknown', detail: 'is not a kind of notification' }];
    return MAIL_DELIVERIES.includes(delivery) ? [] : [{ pointer, code: 'delivery', detail: 'is at_once, digest or off' }];
  });
  return [...availabilityFaults(settings.workingHours, '/workingHours'), ...dates, ...kinds];
}
