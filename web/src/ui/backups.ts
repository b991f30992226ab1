/** Unsaved work on this device. */
export interface Backup<Content> {
  /** What the server had when the person began. */
  readonly base: Content;
  readonly content: Content;
  readonly version: number;
  /** What was sent and never answered, oldest first: the server may have one of these. */
  readonly unconfirmed?: readonly Content[];
}

const PREFIX = 'plumbline.unsaved.';
const TAB = 'plumbline.tab';

/** Every tab writes its own, so that two tabs never overwrite each other; a reload stays the same tab. */
function tabName(): string {
  try {
    const known = sessionStorage.getItem(TAB);
    if (known) return known;
    const name = Math.random().toString(36).slice(2);
    sessionStorage.setItem(TAB, name);
    return name;
  } catch {
    return 'tab';
  }
}

/** Backups of one thing (a scorecard, a note) of one person. A browser without storage keeps none, and says so by `isKept`. */
export class Backups<Content> {
  private readonly own: string;
  private readonly adopted = new Set<string>();
  isKept = true;

  constructor(
    private readonly name: string,
    private readonly isContent: (value: unknown) => value is Content,
  ) {
    this.own = `${PREFIX}${name}.${tabName()}`;
  }

  /** What was sent gives way where there is not room for all: what was typed matters more. */
  keep(backup: Backup<Content>): void {
    this.isKept = this.write(backup) || this.write({ ...backup, unconfirmed: [] });
  }

  /** Of this tab and of others, this tab's last, so that it wins. From now on they are this tab's to forget. */
  find(): readonly Backup<Content>[] {
    const keys = this.keys();
    for (const key of keys) this.adopted.add(key);
    return keys.flatMap((key) => this.read(key) ?? []);
  }

  /** After the server confirmed: this tab's own, and what other tabs had left and this one took over. */
  forget(): void {
    try {
      for (const key of [this.own, ...this.adopted]) localStorage.removeItem(key);
      this.adopted.clear();
    } catch {
      // Nothing was kept, nothing to forget.
    }
  }

  private write(backup: Backup<Content>): boolean {
    try {
      localStorage.setItem(this.own, JSON.stringify(backup));
      return true;
    } catch {
      return false;
    }
  }

  private keys(): string[] {
    try {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(`${PREFIX}${this.name}.`));
      return keys.sort((a, b) => Number(a === this.own) - Number(b === this.own));
    } catch {
      return [];
    }
  }

  private read(key: string): Backup<Content> | null {
    try {
      const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
      if (typeof value !== 'object' || value === null || !('base' in value) || !('content' in value) || !('version' in value)) return null;
      const { base, content, version } = value;
      if (!this.isContent(base) || !this.isContent(content) || typeof version !== 'number') return null;
      const sent: readonly unknown[] = 'unconfirmed' in value && Array.isArray(value.unconfirmed) ? value.unconfirmed : [];
      return { base, content, version, unconfirmed: sent.filter(this.isContent) };
    } catch {
      return null;
    }
  }
}
