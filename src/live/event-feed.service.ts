import { Injectable, Logger } from '@nestjs/common';
import pg from 'pg';
import { Config } from '../platform/config.js';
import type { AnnouncedEvent } from './announced-events.reader.js';

export interface FeedFollower {
  announced(applicationId: string, event: AnnouncedEvent): void;
  /** Listening began, or began again: what happened meanwhile was not announced to this process. */
  resumed(): void;
}

interface Announcement extends AnnouncedEvent {
  readonly applicationId: string;
}

/** Whoever may sign in to the database may notify: what is no announcement must not stop the process. */
function parseAnnouncement(payload: string): Announcement | null {
  try {
    const { applicationId, id, ref, type }: Partial<Announcement> = JSON.parse(payload);
    return applicationId && id && ref && type ? { applicationId, id, ref, type } : null;
  } catch {
    return null;
  }
}

const CHANNEL = 'plumbline_events';
const ANSWER_WITHIN = 5_000;
const LONGEST_PAUSE = 30_000;

/**
 * This process's one connection that listens for events. It has a connection of its own, outside the pool, opened when the
 * first stream needs it; when it is lost it is opened again, after longer and longer pauses, and the follower is told to
 * catch up from the record.
 */
@Injectable()
export class EventFeed {
  private readonly logger = new Logger(EventFeed.name);
  private client: pg.Client | null = null;
  private connecting: Promise<void> | null = null;
  private retry: NodeJS.Timeout | null = null;
  private failures = 0;
  private closed = false;
  private follower: FeedFollower | null = null;

  constructor(private readonly config: Config) {}

  follow(follower: FeedFollower): void {
    this.follower = follower;
  }

  get listening(): boolean {
    return this.client !== null;
  }

  /** Listens, or gives up for now: streams then live on what they read from the record with every beat. */
  async ensure(): Promise<void> {
    if (this.client || this.closed || this.retry) return;
    this.connecting ??= this.connect().finally(() => (this.connecting = null));
    await this.connecting;
  }

  /** Asks the database for a sign of life: a connection that died silently is found out here. */
  async check(): Promise<void> {
    const client = this.client;
    if (!client) return this.ensure();
    let late: NodeJS.Timeout | undefined;
    const deadline = new Promise<never>((_resolve, reject) => {
      late = setTimeout(() => reject(new Error('no answer in time')), ANSWER_WITHIN);
    });
    try {
      await Promise.race([client.query('select 1'), deadline]);
    } catch (error) {
      this.lost(client, error);
    } finally {
      clearTimeout(late);
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.retry) clearTimeout(this.retry);
    const client = this.client;
    this.client = null;
    await this.connecting;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.config.DATABASE_URL,
      application_name: 'plumbline-live',
      keepAlive: true,
      connectionTimeoutMillis: ANSWER_WITHIN,
    });
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client, new Error('the connection ended')));
    client.on('notification', ({ payload }) => this.hear(payload));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
    } catch (error) {
      void client.end().catch(() => undefined);
      return this.tryLater(error);
    }
    if (this.closed) return void (await client.end().catch(() => undefined));
    this.client = client;
    this.failures = 0;
    this.follower?.resumed();
  }

  private hear(payload: string | undefined): void {
    const announcement = parseAnnouncement(payload ?? '');
    if (announcement) this.follower?.announced(announcement.applicationId, announcement);
    else this.logger.warn({ payload }, 'Heard something that is no event');
  }

  private lost(client: pg.Client, error: unknown): void {
    if (this.client !== client) return;
    this.client = null;
    void client.end().catch(() => undefined);
    this.tryLater(error);
  }

  private tryLater(error: unknown): void {
    if (this.closed || this.retry) return;
    const pause = Math.min(LONGEST_PAUSE, 250 * 2 ** this.failures++);
    this.logger.warn({ err: error, pause }, 'Not listening for events; trying again');
    this.retry = setTimeout(() => {
      this.retry = null;
      void this.ensure();
    }, pause);
    this.retry.unref();
  }
}
