import { noticeSignedOut } from '../api/query-client';
import { asProblem, type Problem } from '../api/problem';
import type { Backups } from './backups';

/** One field that two people (or two tabs) wrote differently since both read it. */
export interface FieldConflict {
  readonly field: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Merge<Content> {
  /** Everything that only one side changed, and mine where both did. */
  readonly merged: Content;
  readonly conflicts: readonly FieldConflict[];
}

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  /** Nobody answered: kept here, sent again by itself. */
  | { readonly kind: 'unreachable' }
  /** Kept here; the next change tries again. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'conflict'; readonly conflicts: readonly FieldConflict[] };

export interface SaveAnswer {
  readonly version: number;
}

/** How one kind of thing is compared, merged and sent. */
export interface Subject<Content, Answer extends SaveAnswer> {
  readonly send: (content: Content, version: number) => Promise<Answer>;
  /** What the server has, out of its refusal of an old version. */
  readonly currentOf: (problem: Problem) => { readonly content: Content; readonly version: number } | null;
  readonly merge: (base: Content, mine: Content, theirs: Content) => Merge<Content>;
  readonly isSame: (a: Content, b: Content) => boolean;
}

export interface AutosaveSnapshot<Content, Answer> {
  readonly content: Content;
  readonly state: SaveState;
  /** The last answer of the server to a save, or to the first read. */
  readonly answer: Answer;
  /** What the last answer speaks about. */
  readonly sent: Content;
  /** Grows when content comes from elsewhere than the person's own typing. */
  readonly generation: number;
}

const PAUSE = 700;
const LONGEST_WAIT = 30_000;
/** So many of the first and of the last unconfirmed contents are remembered: a device's storage is small. */
const REMEMBERED = 10;

/**
 * Keeps what somebody types: on this device at once, on the server after a pause. What the server has not confirmed is never forgotten,
 * over reloads, without a network and when another tab saved meanwhile.
 */
export class Autosave<Content, Answer extends SaveAnswer> {
  private base: Content;
  private version: number;
  private snapshot: AutosaveSnapshot<Content, Answer>;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private failures = 0;
  /** Sent since the last answer of the server: it may have any one of them, its answer having been lost. */
  private unconfirmed: readonly Content[] = [];

  constructor(
    private readonly subject: Subject<Content, Answer>,
    private readonly backups: Backups<Content>,
    server: { readonly content: Content; readonly answer: Answer },
  ) {
    this.base = server.content;
    this.version = server.answer.version;
    this.snapshot = {
      content: server.content,
      state: { kind: 'saved' },
      answer: server.answer,
      sent: server.content,
      generation: 0,
    };
    this.takeBackups();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.listeners.size === 1) this.begin();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) {
        this.listen(false);
        void this.flush();
      }
    };
  };

  read = (): AutosaveSnapshot<Content, Answer> => this.snapshot;

  /** The version that the next change on the server must name. */
  get currentVersion(): number {
    return this.version;
  }

  /** False where this browser keeps nothing. */
  get isBackedUp(): boolean {
    return this.backups.isKept;
  }

  change(update: (content: Content) => Content): void {
    const content = update(this.snapshot.content);
    if (this.subject.isSame(content, this.snapshot.content)) return;
    this.keep(content);
    const inConflict = this.snapshot.state.kind === 'conflict';
    this.show(inConflict ? { content } : { content, state: { kind: 'waiting' } });
    if (!inConflict) this.schedule(PAUSE);
  }

  /** Sends what is not saved yet; true when everything is saved afterwards. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    await this.running;
    const { kind } = this.snapshot.state;
    if (this.isUnsaved() && kind !== 'conflict') await this.save();
    else if (kind === 'waiting') this.settle();
    return this.snapshot.state.kind === 'saved';
  }

  /** Sends even what the server has already, for its answer. */
  async confirm(): Promise<boolean> {
    await this.flush();
    if (this.snapshot.state.kind === 'saved') await this.save();
    return this.snapshot.state.kind === 'saved';
  }

  /** The person has chosen, field by field: this is the content now. */
  resolve(content: Content): void {
    this.keep(content);
    this.show({ content, state: { kind: 'waiting' }, generation: this.snapshot.generation + 1 });
    this.schedule(0);
  }

  /** The work is done elsewhere (submitted): nothing to keep any more. */
  discard(): void {
    clearTimeout(this.timer);
    this.backups.forget();
  }

  /** What was typed came back to what the server has: by hand, or by choosing what it has. */
  private settle(): void {
    this.backups.forget();
    this.show({ state: { kind: 'saved' } });
  }

  private isUnsaved(): boolean {
    return this.unconfirmed.length > 0 || !this.subject.isSame(this.snapshot.content, this.base);
  }

  private isOwn(content: Content, sent: readonly Content[]): boolean {
    return sent.some((one) => this.subject.isSame(one, content));
  }

  private keep(content: Content): void {
    this.backups.keep({ base: this.base, content, version: this.version, unconfirmed: this.unconfirmed });
  }

  private remember(sent: Content): void {
    if (this.isOwn(sent, this.unconfirmed)) return;
    const all = [...this.unconfirmed, sent];
    this.unconfirmed = all.filter((_, place) => place < REMEMBERED || place >= all.length - REMEMBERED);
  }

  private show(change: Partial<AutosaveSnapshot<Content, Answer>>): void {
    this.snapshot = { ...this.snapshot, ...change };
    for (const listener of this.listeners) listener();
  }

  private schedule(pause: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), pause);
  }

  private async save(): Promise<void> {
    this.running = this.saveOnce();
    await this.running;
    this.running = undefined;
    if (this.snapshot.state.kind === 'waiting') this.schedule(PAUSE);
  }

  private async saveOnce(): Promise<void> {
    const sent = this.snapshot.content;
    this.show({ state: { kind: 'saving' } });
    this.remember(sent);
    this.keep(sent);
    try {
      const answer = await this.subject.send(sent, this.version);
      this.failures = 0;
      this.unconfirmed = [];
      this.base = sent;
      this.version = answer.version;
      const isDone = this.subject.isSame(this.snapshot.content, sent);
      if (isDone) this.backups.forget();
      else this.keep(this.snapshot.content);
      this.show({ answer, sent, state: { kind: isDone ? 'saved' : 'waiting' } });
    } catch (error) {
      this.failed(asProblem(error));
    }
  }

  private failed(problem: Problem): void {
    const current = problem.code === 'version_conflict' ? this.subject.currentOf(problem) : null;
    if (current) return this.meet(current);
    if (problem.isUnreachable || problem.status === 429 || problem.status === 502 || problem.status === 503) {
      this.show({ state: { kind: 'unreachable' } });
      this.failures += 1;
      return this.schedule(Math.min(1000 * 2 ** this.failures, LONGEST_WAIT));
    }
    this.show({ state: { kind: 'refused', problem } });
    noticeSignedOut(problem);
  }

  /** Somebody saved in between: take what only they changed, ask about what both did. Where it was this very page, there is nothing to ask. */
  private meet(theirs: { readonly content: Content; readonly version: number }): void {
    const isOwn = this.isOwn(theirs.content, this.unconfirmed);
    const { merged, conflicts } = this.subject.merge(isOwn ? theirs.content : this.base, this.snapshot.content, theirs.content);
    this.unconfirmed = [];
    this.base = theirs.content;
    this.version = theirs.version;
    const generation = this.snapshot.generation + (isOwn ? 0 : 1);
    this.keep(merged);
    if (conflicts.length > 0) return this.show({ content: merged, state: { kind: 'conflict', conflicts }, generation });
    const isDone = this.subject.isSame(merged, theirs.content);
    if (isDone) this.backups.forget();
    this.show({ content: merged, state: { kind: isDone ? 'saved' : 'waiting' }, generation });
  }

  /** What an earlier page left unsaved on this device comes back first. */
  private takeBackups(): void {
    for (const { base, content, unconfirmed = [] } of this.backups.find()) {
      const hasArrived = this.isOwn(this.base, unconfirmed);
      if (!hasArrived) this.unconfirmed = [...this.unconfirmed, ...unconfirmed];
      if (this.subject.isSame(content, this.snapshot.content)) continue;
      const { merged, conflicts } = this.subject.merge(hasArrived ? this.base : base, content, this.snapshot.content);
      this.snapshot = {
        ...this.snapshot,
        content: merged,
        state: conflicts.length > 0 ? { kind: 'conflict', conflicts } : { kind: 'waiting' },
      };
    }
    if (this.snapshot.state.kind === 'conflict') return;
    const isUnsaved = this.isUnsaved();
    if (!isUnsaved) this.backups.forget();
    this.snapshot = { ...this.snapshot, state: { kind: isUnsaved ? 'waiting' : 'saved' } };
  }

  private begin(): void {
    this.listen(true);
    if (this.snapshot.state.kind === 'waiting') this.schedule(0);
  }

  private listen(on: boolean): void {
    const how = on ? 'addEventListener' : 'removeEventListener';
    window[how]('online', this.sendNow);
    window[how]('pagehide', this.sendNow);
    document[how]('visibilitychange', this.sendWhenHidden);
  }

  private sendNow = (): void => {
    void this.flush();
  };

  private sendWhenHidden = (): void => {
    if (document.visibilityState === 'hidden') void this.flush();
  };
}
