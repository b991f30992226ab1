import { FileProblem } from '../domain/import/file-problem.js';

export type FileEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** By its byte order mark; without one by where the zero bytes of the first characters are. */
export function encodingOf(start: Buffer): FileEncoding {
  const [a, b, c] = start;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  const pairs = Math.min(start.length - (start.length % 2), 64);
  const zeros = [0, 0];
  for (let index = 0; index < pairs; index++) if (start[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const most = pairs / 4;
  if (pairs >= 4 && (zeros[1] ?? 0) > most && (zeros[0] ?? 0) === 0) return 'utf-16le';
  if (pairs >= 4 && (zeros[0] ?? 0) > most && (zeros[1] ?? 0) === 0) return 'utf-16be';
  return 'utf-8';
}

export interface FileText {
  readonly encoding: FileEncoding;
  readonly pieces: AsyncGenerator<string>;
}

/** The text of a file, piece by piece, without its byte order mark. Bytes that are no text in its encoding stop it, with their line. */
export async function textOf(bytes: AsyncGenerator<Buffer>, seen: (bytes: number) => void): Promise<FileText> {
  const first = await bytes.next();
  const start = first.done ? Buffer.alloc(0) : first.value;
  const encoding = encodingOf(start);
  return { encoding, pieces: decoded(start, bytes, encoding, seen) };
}

async function* decoded(start: Buffer, rest: AsyncGenerator<Buffer>, encoding: FileEncoding, seen: (bytes: number) => void): AsyncGenerator<string> {
  const strict = new TextDecoder(encoding, { fatal: true });
  const lenient = new TextDecoder(encoding);
  let line = 1;
  let last = 0;
  const decode = (piece: Buffer | undefined): string => {
    const stream = piece !== undefined;
    const told = lenient.decode(piece, { stream });
    try {
      return strict.decode(piece, { stream });
    } catch {
      const before = told.slice(0, Math.max(0, told.indexOf('\uFFFD')));
      const at = before.lastIndexOf('\n');
      const column = at < 0 ? last + before.length + 1 : before.length - at;
      throw new FileProblem(
        'encoding',
        `The bytes here are no ${encoding.toUpperCase()} text. Save the file as UTF-8.`,
        line + count(before),
        column,
      );
    } finally {
      line += count(told);
      const at = told.lastIndexOf('\n');
      last = at < 0 ? last + told.length : told.length - at - 1;
    }
  };
  for (let piece: Buffer | undefined = start; piece !== undefined;) {
    seen(piece.length);
    const text = decode(piece);
    if (text !== '') yield text;
    const next: IteratorResult<Buffer, unknown> = await rest.next();
    piece = next.done ? undefined : next.value;
  }
  const end = decode(undefined);
  if (end !== '') yield end;
}

function count(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
