import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import { Gauge } from 'prom-client';
import type { Actor } from '../domain/actor.js';
import { Refusal } from '../domain/refusal.js';
import { Metrics } from '../platform/metrics.js';
import { type AnnouncedEvent, AnnouncedEventsReader } from './announced-events.reader.js';
import { EventFeed } from './event-feed.service.js';
import { LiveSightReader } from './live-sight.reader.js';
import { LiveStream } from './live-stream.js';

/** Proxies cut a connection that is silent for half a minute or a minute. */
const BEAT_EVERY = 15_000;
/** Of one person in this process; a browser with HTTP/1.1 opens six at most. */
const MOST_PER_USER = 12;
const MOST = 5_000;

interface Following {
  readonly userId: string;
  readonly applicationId: string;
  readonly stream: LiveStream;
}

export interface NewStream {
  readonly actor: Actor;
  readonly applicationId: string;
  readonly out: ServerResponse;
  /** `Last-Event-ID` of a client that comes back; null for a new one. */
  readonly lastSeen: string | null;
}

/** The open streams of this process, fed by what every process writes to the record. */
@Injectable()
export class LiveStreams implements OnModuleDestroy {
  private readonly logger = new Logger(LiveStreams.name);
  private readonly following = new Set<Following>();
  private timer: NodeJS.Timeout | null = null;
  private closing = false;

  constructor(
    private readonly feed: EventFeed,
    private readonly events: AnnouncedEventsReader,
    private readonly sight: LiveSightReader,
    metrics: Metrics,
  ) {
    feed.follow({
      announced: (applicationId, event) => this.announced(applicationId, event),
      resumed: () => void this.catchUp(),
    });
    const count = () => this.following.size;
    new Gauge({
      name: 'plumbline_live_streams',
      help: 'Open live streams',
      registers: [metrics.registry],
      collect() {
        this.set(count());
      },
    });
  }

  /** Refuses one stream too many; asked before the answer begins. */
  async prepare(actor: Actor): Promise<void> {
    if (this.closing || this.following.size >= MOST)
      throw new Refusal('temporarily_unavailable', 'This server takes no more live streams right now. Try again shortly.');
    const own = [...this.following].filter(({ userId }) => userId === actor.userId).length;
    if (own >= MOST_PER_USER) throw new Refusal('rate_limited', `You have ${own} live streams open. Close one first.`, [], { retryAfter: 10 });
    await this.feed.ensure();
  }

  /**
   * Follows from here on. It listens before it reads where the record stands, so that nothing falls between the two; what
   * was committed before is in what the client reads once the stream is open.
   */
  async open({ actor, applicationId, out, lastSeen }: NewStream): Promise<void> {
    const questions = {
      mayListen: () => this.sight.mayListen(actor, applicationId),
      since: (ref: string | null) => this.events.since(applicationId, ref),
      ended: () => this.drop(following),
      failed: (error: unknown) => this.logger.warn({ err: error }, 'A live stream failed'),
    };
    const following: Following = { userId: actor.userId, applicationId, stream: new LiveStream(out, questions) };
    this.follow(following);
    following.stream.begin(lastSeen ?? (await this.events.latest(applicationId)));
    if (lastSeen !== null) await following.stream.catchUp();
  }

  /** A sign of life on every stream, each after asking again whether it may go on. */
  async beat(): Promise<void> {
    await this.feed.check();
    if (!this.feed.listening) await this.catchUp();
    await Promise.all([...this.following].map(({ stream }) => stream.beat()));
  }

  get size(): number {
    return this.following.size;
  }

  /** Before the server stops taking requests: open streams would keep it from ever closing. */
  async onModuleDestroy(): Promise<void> {
    this.closing = true;
    if (this.timer) clearInterval(this.timer);
    for (const { stream } of this.following) stream.end();
    await this.feed.close();
  }

  private follow(following: Following): void {
    if (this.closing) return following.stream.end();
    this.following.add(following);
    this.timer ??= setInterval(() => void this.beat(), BEAT_EVERY).unref();
  }

  private announced(applicationId: string, event: AnnouncedEvent): void {
    for (const following of this.following) if (following.applicationId === applicationId) following.stream.note(event);
  }

  private async catchUp(): Promise<void> {
    await Promise.all([...this.following].map(({ stream }) => stream.catchUp()));
  }

  private drop(following: Following): void {
    this.following.delete(following);
    if (this.following.size > 0 || !this.timer) return;
    clearInterval(this.timer);
    this.timer = null;
  }
}
