import { type ParsedTokenInfo, Tokenizer, TokenParser, TokenType } from '@streamparser/json';
import { FileProblem } from '../domain/import/file-problem.js';
import { pointerStep } from '../domain/json-shape.js';

/** One record of a JSON file: an element of a list, or the whole object. */
export interface FoundRecord {
  readonly value: unknown;
  readonly pointer: string;
  /** Where it begins, from 1. */
  readonly line: number;
}

const DEEPEST = 64;
const LARGEST_VALUE = 4 * 1024 * 1024;
const LARGEST_RECORD = 16 * 1024 * 1024;
const PIECE = 64 * 1024;

/** Members of an object around records: an answer of an API, or a dump that holds kinds side by side. */
const AROUND = new Set(
  (
    'data results success moreDataAvailable nextCursor syncToken next hasNext opportunities feedback interviews notes postings users jobs candidates ' +
    'applications scorecards scheduled_interviews job_stages stages applicationFeedback @context'
  ).split(' '),
);

/**
 * Finds the records of a JSON text that comes in pieces; only one record is whole in memory at a time. A file may be a list of records, one
 * record, several one after another (JSON Lines), or an object whose members hold lists of them.
 */
export class JsonRecords {
  private readonly tokenizer = new Tokenizer();
  private readonly found: FoundRecord[] = [];
  /** Checks the grammar around records: it sees a null in the place of each. */
  private outer = newParser();
  private record: { parser: TokenParser; depth: number; offset: number; pointer: string; value: unknown } | undefined;
  private depth = 0;
  private roots = 0;
  private rootIsList = false;
  private rootIsAround = false;
  private listMember = '';
  private inList = false;
  private member: string | undefined;
  private index = 0;
  private lastOffset = 0;
  private written = 0;
  private line = 1;
  private lineStart = 0;
  private readonly breaks: number[] = [];

  /** `rootsAreRecords`: every document of the file is one record, whatever it is made of. */
  constructor(private readonly options: { readonly rootsAreRecords?: boolean } = {}) {
    this.tokenizer.onToken = (token) => this.take(token);
    this.tokenizer.onError = (error) => {
      throw error;
    };
  }

  /** The records that end in this piece. Errors: `FileProblem` with line and column. */
  *write(text: string): Generator<FoundRecord> {
    for (let at = 0; at < text.length;) {
      let end = Math.min(at + PIECE, text.length);
      if (end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end++;
      this.writePiece(Buffer.from(text.slice(at, end)));
      yield* this.found.splice(0);
      at = end;
    }
  }

  /** Errors: `FileProblem` where the text stops in the middle. */
  *end(): Generator<FoundRecord> {
    this.guarded(() => this.tokenizer.end());
    yield* this.found.splice(0);
    if (this.record || this.depth > 0)
      throw this.problem('truncated', 'The file stops in the middle of its JSON. It was cut off; export it again.', this.written);
    if (this.roots === 0) throw new FileProblem('empty', 'The file holds no JSON.', 1, 1);
  }

  private writePiece(bytes: Buffer): void {
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) this.breaks.push(this.written + at);
    this.written += bytes.length;
    this.guarded(() => this.tokenizer.write(bytes));
    if (this.written - this.lastOffset > LARGEST_VALUE)
      throw this.problem('too_large', `A value has more than ${LARGEST_VALUE / 1024 / 1024} MiB.`, this.lastOffset);
  }

  private guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (error instanceof FileProblem) throw error;
      const words = error instanceof Error ? error.message : String(error);
      const at = /at position "?(\d+)"?/.exec(words)?.[1];
      if (/ended in the middle|Unexpected end/i.test(words))
        throw this.problem('truncated', 'The file stops in the middle of its JSON. It was cut off; export it again.', this.written);
      throw this.problem('not_json', 'This is not valid JSON.', at === undefined ? this.lastOffset : Number(at));
    }
  }

  private take(token: ParsedTokenInfo): void {
    this.lastOffset = token.offset;
    if (this.record) return this.takeInRecord(token);
    const opens = token.token === TokenType.LEFT_BRACE || token.token === TokenType.LEFT_BRACKET;
    if (this.depth === 0) return this.takeRoot(token, opens);
    if (this.beginsRecord(token, opens)) return this.begin(token, this.pointerHere());
    this.takeAround(token, opens);
  }

  /** The first token of the file, or of its next document. */
  private takeRoot(token: ParsedTokenInfo, opens: boolean): void {
    this.roots++;
    this.rootIsList = token.token === TokenType.LEFT_BRACKET;
    this.rootIsAround = false;
    this.inList = this.rootIsList;
    this.listMember = '';
    this.member = undefined;
    this.index = 0;
    if (!opens) throw this.problem('not_records', 'A list of records, or an object, is wanted here.', token.offset);
    if (this.options.rootsAreRecords) return this.begin(token, this.roots > 1 ? `/${this.roots - 1}` : '');
    if (this.rootIsList) {
      this.outer = newParser();
      this.outer.write(token);
      this.depth = 1;
      return;
    }
    // Whether it is a record or stands around some is told by its first member.
    this.depth = 1;
    this.pendingRoot = token;
  }

  private pendingRoot: ParsedTokenInfo | undefined;

  private takeAround(token: ParsedTokenInfo, opens: boolean): void {
    if (this.pendingRoot) {
      const root = this.pendingRoot;
      this.pendingRoot = undefined;
      this.rootIsAround = token.token === TokenType.STRING && AROUND.has(String(token.value));
      if (!this.rootIsAround) {
        this.depth = 0;
        this.begin(root, this.roots > 1 ? `/${this.roots - 1}` : '');
        return this.takeInRecord(token);
      }
      this.outer = newParser();
      this.outer.write(root);
    }
    this.outer.write(token);
    if (opens) this.depth++;
    if (this.depth > DEEPEST) throw this.problem('too_deep', `The JSON is nested more than ${DEEPEST} levels deep.`, token.offset);
    const closes = token.token === TokenType.RIGHT_BRACE || token.token === TokenType.RIGHT_BRACKET;
    if (closes) this.depth--;
    if (this.rootIsAround) this.follow(token, opens, closes);
  }

  /** Which member of the object around we stand in, and whether its list has begun. */
  private follow(token: ParsedTokenInfo, opens: boolean, closes: boolean): void {
    if (this.depth === 1 && token.token === TokenType.STRING && this.member === undefined) this.member = String(token.value);
    else if (this.depth === 1 && token.token === TokenType.COMMA) this.member = undefined;
    else if (opens && this.depth === 2 && token.token === TokenType.LEFT_BRACKET) {
      [this.inList, this.index, this.listMember] = [true, 0, this.member ?? ''];
    } else if (closes && this.depth === 1) this.inList = false;
  }

  private beginsRecord(token: ParsedTokenInfo, opens: boolean): boolean {
    if (this.pendingRoot || token.token === TokenType.COMMA || !opens) return false;
    if (this.inList) return this.depth === (this.rootIsList ? 1 : 2);
    return this.rootIsAround && this.depth === 1 && token.token === TokenType.LEFT_BRACE && this.member !== undefined && this.member !== '@context';
  }

  private pointerHere(): string {
    if (this.rootIsList) return `/${this.index}`;
    return this.inList ? `/${pointerStep(this.listMember)}/${this.index}` : `/${pointerStep(this.member ?? '')}`;
  }

  private begin(token: ParsedTokenInfo, pointer: string): void {
    const parser = newParser(['$']);
    const record = { parser, depth: 0, offset: token.offset, pointer, value: undefined as unknown };
    parser.onValue = ({ value, stack }) => {
      if (stack.length === 0) record.value = value;
    };
    this.record = record;
    this.takeInRecord(token);
  }

  private takeInRecord(token: ParsedTokenInfo): void {
    const { record } = this;
    if (!record) return;
    record.parser.write(token);
    if (token.token === TokenType.LEFT_BRACE || token.token === TokenType.LEFT_BRACKET) record.depth++;
    if (token.token === TokenType.RIGHT_BRACE || token.token === TokenType.RIGHT_BRACKET) record.depth--;
    if (record.depth > DEEPEST) throw this.problem('too_deep', `The JSON is nested more than ${DEEPEST} levels deep.`, token.offset);
    if (token.offset - record.offset > LARGEST_RECORD)
      throw this.problem('too_large', `A record has more than ${LARGEST_RECORD / 1024 / 1024} MiB.`, record.offset);
    if (record.depth > 0) return;
    this.record = undefined;
    this.found.push({ value: record.value, pointer: record.pointer, line: this.lineAt(record.offset) });
    if (this.depth === 0) return;
    this.index++;
    this.outer.write({ token: TokenType.NULL, value: null });
  }

  /** Offsets are asked for in their order: lines behind are forgotten. */
  private lineAt(offset: number): number {
    let passed = 0;
    for (const at of this.breaks) {
      if (at >= offset) break;
      this.line++;
      this.lineStart = at + 1;
      passed++;
    }
    this.breaks.splice(0, passed);
    return this.line;
  }

  private problem(code: string, detail: string, offset: number): FileProblem {
    const line = this.lineAt(offset);
    return new FileProblem(code, detail, line, offset - this.lineStart + 1);
  }
}

function newParser(paths: string[] = ['$.nothing']): TokenParser {
  const parser = new TokenParser({ paths, keepStack: false });
  parser.onError = (error) => {
    throw error;
  };
  parser.onValue = () => undefined;
  parser.onEnd = () => undefined;
  return parser;
}
