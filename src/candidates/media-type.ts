import { fileTypeFromBuffer } from 'file-type';
import { extensionOf } from '../domain/file-name.js';
import { Refusal } from '../domain/refusal.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What may be kept, by extension. Text has no magic bytes: it is text when all of it is. */
const KINDS: Readonly<Record<string, { readonly mediaType: string; readonly magic: string | null }>> = {
  pdf: { mediaType: 'application/pdf', magic: 'application/pdf' },
  png: { mediaType: 'image/png', magic: 'image/png' },
  jpg: { mediaType: 'image/jpeg', magic: 'image/jpeg' },
  jpeg: { mediaType: 'image/jpeg', magic: 'image/jpeg' },
  docx: { mediaType: DOCX, magic: DOCX },
  txt: { mediaType: 'text/plain; charset=utf-8', magic: null },
  md: { mediaType: 'text/markdown; charset=utf-8', magic: null },
};

function isText(content: Buffer): boolean {
  if (content.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content);
    return true;
  } catch {
    return false;
  }
}

/** The media type of a file whose content is what its name says. Errors: `unsupported_media_type`. What the caller declared counts for nothing. */
export async function mediaTypeOf(name: string, content: Buffer): Promise<string> {
  const kind = KINDS[extensionOf(name)];
  if (kind) {
    const found = (await fileTypeFromBuffer(content))?.mime ?? null;
    if (kind.magic === null ? found === null && isText(content) : found === kind.magic) return kind.mediaType;
  }
  const detail = `must be a ${Object.keys(KINDS).join(', ')} file whose content is what its name says`;
  throw new Refusal('unsupported_media_type', `The file ${detail}.`, [{ pointer: '/file', code: 'unsupported_media_type', detail }]);
}
