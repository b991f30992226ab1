import type { FastifyRequest } from 'fastify';
import { type Fault, invalid, Refusal } from '../domain/refusal.js';
import { unstorableText } from '../platform/input.pipe.js';
import { FILE_KINDS, type FileKind } from './candidate-files.dto.js';

export interface UploadedFile {
  readonly kind: FileKind;
  readonly name: string;
  readonly content: Buffer;
}

const LONGEST_NAME = 200;

/** Reads `kind` and `file` from a multipart request, in either order, and names everything that is wrong with them. */
export async function readUpload(request: FastifyRequest, megabytes: number): Promise<UploadedFile> {
  if (!request.isMultipart()) throw new Refusal('unsupported_media_type', 'Send the file as multipart/form-data with the parts "kind" and "file".');
  let kind: unknown;
  let file: { name: string; content: Buffer } | undefined;
  const faults: Fault[] = [];
  for await (const part of request.parts()) {
    const at = `/${part.fieldname.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (part.type === 'file') {
      const content = await contentOf(part.toBuffer(), megabytes);
      if (part.fieldname === 'file') file = { name: part.filename, content };
      else faults.push({ pointer: at, code: 'unknown_member', detail: 'is not known here; send "kind" and "file"' });
    } else if (part.fieldname === 'kind') kind = part.value;
    else faults.push({ pointer: at, code: 'unknown_member', detail: 'is not known here; send "kind" and "file"' });
  }
  const known = FILE_KINDS.find((one) => one === kind);
  if (!known) faults.push({ pointer: '/kind', code: 'unknown_word', detail: `must be one of: ${FILE_KINDS.join(', ')}` });
  if (!file) faults.push({ pointer: '/file', code: 'required', detail: 'is missing' });
  else faults.push(...fileFaults(file));
  if (faults.length > 0 || !known || !file) throw invalid(faults);
  return { kind: known, ...file };
}

function fileFaults({ name, content }: { name: string; content: Buffer }): Fault[] {
  const faults = unstorableText(name, '/file', 'body');
  if (name === '' || name.length > LONGEST_NAME)
    faults.push({ pointer: '/file', code: 'name', detail: `needs a name of 1 to ${LONGEST_NAME} characters` });
  if (content.length === 0) faults.push({ pointer: '/file', code: 'empty', detail: 'is empty' });
  return faults;
}

async function contentOf(buffer: Promise<Buffer>, megabytes: number): Promise<Buffer> {
  try {
    return await buffer;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE') {
      throw new Refusal('payload_too_large', `A file may have at most ${megabytes} MiB.`, [
        { pointer: '/file', code: 'too_large', detail: `may have at most ${megabytes} MiB` },
      ]);
    }
    throw error;
  }
}
