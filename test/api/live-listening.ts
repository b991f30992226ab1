import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { TestUser } from '../support/test-app.js';

export interface Heard {
  readonly id: string | null;
  readonly event: string;
  readonly topics: readonly string[];
}

/** What a browser's EventSource does, with everything it gets kept in order. */
export class Listening {
  readonly heard: Heard[] = [];
  /** Comments: signs of life. */
  beats = 0;
  ended = false;
  private text = '';
  private waiting: { readonly is: () => boolean; readonly done: () => void }[] = [];

  private constructor(
    private readonly sent: ClientRequest,
    readonly answer: IncomingMessage,
  ) {
    answer.setEncoding('utf8');
    answer.on('data', (part: string) => this.read(part));
    const end = () => {
      this.ended = true;
      this.look();
    };
    answer.on('end', end).on('close', end).on('error', end);
  }

  /** Opens a stream on a listening server; resolves with the answer's head, whatever its status. */
  static open(address: string, user: TestUser, debriefId: string, lastEventId?: string): Promise<Listening> {
    const headers = {
      cookie: `plumbline=${user.secret}`,
      accept: 'text/event-stream',
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    };
    return new Promise((resolve, reject) => {
      const sent = request(`${address}/api/v1/debriefs/${debriefId}/events`, { headers, agent: false });
      sent.on('response', (answer) => resolve(new Listening(sent, answer)));
      sent.on('error', reject);
      sent.end();
    });
  }

  get status(): number {
    return this.answer.statusCode ?? 0;
  }

  get changes(): readonly Heard[] {
    return this.heard.filter(({ event }) => event === 'change');
  }

  get lastId(): string {
    return this.heard.findLast(({ id }) => id !== null)?.id ?? '';
  }

  /** Every topic told of so far. */
  get topics(): string[] {
    return [...new Set(this.changes.flatMap(({ topics }) => topics))].sort();
  }

  until(is: () => boolean): Promise<void> {
    if (is()) return Promise.resolve();
    return new Promise((done) => this.waiting.push({ is, done }));
  }

  opened(): Promise<void> {
    return this.until(() => this.heard.some(({ event }) => event === 'open'));
  }

  told(topic: string): Promise<void> {
    return this.until(() => this.topics.includes(topic));
  }

  close(): void {
    this.sent.destroy();
  }

  private read(part: string): void {
    this.text += part;
    for (let end = this.text.indexOf('\n\n'); end >= 0; end = this.text.indexOf('\n\n')) {
      this.take(this.text.slice(0, end));
      this.text = this.text.slice(end + 2);
    }
    this.look();
  }

  private take(message: string): void {
    const lines = message.split('\n');
    const field = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? null;
    if (lines.every((line) => line.startsWith(':'))) this.beats++;
    const data = field('data');
    if (data === null) return;
    const { topics = [] } = JSON.parse(data) as { topics?: string[] };
    this.heard.push({ id: field('id'), event: field('event') ?? 'message', topics });
  }

  private look(): void {
    const ready = this.waiting.filter(({ is }) => is());
    this.waiting = this.waiting.filter((one) => !ready.includes(one));
    for (const { done } of ready) done();
  }
}
