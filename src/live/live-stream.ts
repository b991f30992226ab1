import type { ServerResponse } from 'node:http';
import type { AnnouncedEvent, MissedEvent } from './announced-events.reader.js';
import { LIVE_TOPICS, type LiveTopic, topicsOf } from './live-topics.js';

/** How many events a stream remembers to have told, so that catching up does not tell them again. */
const REMEMBERED = 500;
/** Beats a client may leave unread before it is taken for gone. */
const PATIENCE = 2;

export interface StreamQuestions {
  /** Asked before anything is sent. */
  mayListen(): Promise<boolean>;
  /** What happened since the event of this ref; null where it is not known. */
  since(ref: string | null): Promise<readonly MissedEvent[] | null>;
  /** The stream is over, whatever ended it. */
  ended(): void;
  failed(error: unknown): void;
}

/**
 * One viewer's stream on one debrief. It never holds more than a set of topics: while a client reads slowly, or the server
 * asks whether it may still be told, what happens is folded into it. Only what was known before asking is sent after it, so
 * nothing that happened after a sight was lost goes out.
 */
export class LiveStream {
  private readonly told = new Set<string>();
  private waiting: Set<LiveTopic> | null = null;
  private begun = false;
  private sending = false;
  private blocked = false;
  private unread = 0;
  /** The latest event this stream accounts for; null for none yet. */
  private ref: string | null = null;
  private over = false;

  constructor(
    private readonly out: ServerResponse,
    private readonly questions: StreamQuestions,
  ) {
    out.on('drain', () => this.unblock());
    out.on('close', () => this.finish());
    out.on('error', () => this.end());
  }

  /** Begins: names the place to go on from, unless more has happened since it was read. Until then only notes are taken. */
  begin(place: string | null): void {
    this.ref ??= place;
    this.write(`retry: 2000\n${this.idLine()}event: open\ndata: {}\n\n`);
    this.begun = true;
    void this.send();
  }

  /** Takes note of an event and tells of it as soon as that is allowed. `later`: than what this stream accounts for. */
  note(event: AnnouncedEvent, later = true): void {
    if (this.over || this.told.has(event.id)) return;
    this.remember(event.id);
    if (later) this.ref = event.ref;
    this.stale(topicsOf(event.type));
  }

  /** Everything may have changed: the place the client wants to go on from is not known. */
  forget(): void {
    this.stale(LIVE_TOPICS);
  }

  async catchUp(): Promise<void> {
    try {
      const missed = await this.questions.since(this.ref);
      if (missed === null) this.forget();
      else for (const event of missed) this.note(event, event.later);
    } catch (error) {
      this.fail(error);
    }
  }

  /** A sign of life, after asking again. A client that reads nothing is let go. */
  async beat(): Promise<void> {
    if (this.over) return;
    if (this.blocked && ++this.unread >= PATIENCE) return this.cut();
    if (this.sending) return;
    if (await this.stillAllowed()) this.write(': beat\n\n');
  }

  end(): void {
    if (this.over) return;
    this.finish();
    this.out.end();
  }

  private stale(topics: readonly LiveTopic[]): void {
    this.waiting ??= new Set();
    for (const topic of topics) this.waiting.add(topic);
    void this.send();
  }

  private async send(): Promise<void> {
    if (this.sending || !this.begun) return;
    this.sending = true;
    // What is noted in one go goes out in one message.
    await Promise.resolve();
    while (this.waiting && !this.blocked && !this.over) {
      const [topics, idLine] = [this.waiting, this.idLine()];
      this.waiting = null;
      if (!(await this.stillAllowed())) break;
      if (topics.size > 0)
        this.write(`${idLine}event: change\ndata: ${JSON.stringify({ topics: LIVE_TOPICS.filter((topic) => topics.has(topic)) })}\n\n`);
    }
    this.sending = false;
  }

  private async stillAllowed(): Promise<boolean> {
    try {
      if (await this.questions.mayListen()) return !this.over;
      this.end();
    } catch (error) {
      this.fail(error);
    }
    return false;
  }

  private write(text: string): void {
    if (this.over) return;
    this.blocked = !this.out.write(text);
  }

  private unblock(): void {
    this.blocked = false;
    this.unread = 0;
    void this.send();
  }

  private idLine(): string {
    return this.ref === null ? '' : `id: ${this.ref}\n`;
  }

  private remember(id: string): void {
    this.told.add(id);
    if (this.told.size <= REMEMBERED) return;
    const [oldest] = this.told;
    if (oldest !== undefined) this.told.delete(oldest);
  }

  /** The client comes back by itself and goes on where it was. */
  private fail(error: unknown): void {
    if (!this.over) this.questions.failed(error);
    this.end();
  }

  private cut(): void {
    this.finish();
    this.out.destroy();
  }

  private finish(): void {
    if (this.over) return;
    this.over = true;
    this.questions.ended();
  }
}
