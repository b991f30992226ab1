/**
 * How a stored file is named when it is sent: the real name for those who understand it, a plain one for those who do not, and never
 * anything that ends the header or climbs a folder.
 *
 * Source: RFC 6266 (Content-Disposition), RFC 8187 (encoding of the extended parameter).
 */

/** Characters RFC 8187 lets stand unencoded, beside letters and digits. */
const PLAIN = /[A-Za-z0-9!#$&+.^_`|~-]/;

/** The value of a Content-Disposition header that makes a browser save the file. In: the name as it was given. */
export function attachmentNamed(name: string): string {
  const fallback = name.replace(/[^A-Za-z0-9 ._-]/g, '_').slice(0, 150) || 'file';
  const encoded = [...new TextEncoder().encode(name)].map((byte) => encodeByte(byte)).join('');
  return `attachment; filename="${fallback}"; filename*=UTF-8''${encoded}`;
}

function encodeByte(byte: number): string {
  const character = String.fromCharCode(byte);
  return byte < 128 && PLAIN.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

/** The part after the last dot, in lower case; empty where there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}
