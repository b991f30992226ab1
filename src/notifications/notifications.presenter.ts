import { pathOf } from '../domain/notification/notices.js';
import { isNotificationKind } from '../domain/notification/notification-kinds.js';
import type { Locale } from '../domain/notification/notification-phrasebook.js';
import { plainWords, timeInWords, type Wording, wordsOf } from '../domain/notification/notification-words.js';
import type { NotificationDto } from './notifications.dto.js';
import type { NotificationRow } from './notifications.reader.js';

/** For whom words are made. */
export interface WordsReader {
  readonly locale: Locale;
  readonly timeZone: string;
}

export function wordingOf(row: NotificationRow, reader: WordsReader): Wording {
  if (!isNotificationKind(row.kind)) return plainWords(reader.locale);
  const { candidate, job, round, person, params } = row;
  return wordsOf(
    row.kind,
    { candidate, job, round, person, seat: params.seat ?? '', when: timeInWords(row.when, reader.timeZone, reader.locale) },
    reader.locale,
  );
}

export function presentNotification(row: NotificationRow, reader: WordsReader): NotificationDto {
  const { id, kind, params, applicationId, createdAt, readAt, snoozedUntil } = row;
  const abilities = { markRead: readAt === null, snooze: true };
  return {
    id,
    kind,
    ...wordingOf(row, reader),
    path: pathOf(kind, applicationId, params),
    params: { ...params },
    applicationId,
    createdAt,
    readAt,
    snoozedUntil,
    abilities,
  };
}
