/**
 * The JSON-LD of a web page: the contents of its `<script type="application/ld+json">` elements. A script element's content is raw text, and ends
 * at the first `</script`; nothing else of the page is read, and nothing of it is run.
 *
 * Source: HTML Living Standard, "script" (raw text); JSON-LD 1.1, section 7 (embedding in HTML).
 */

export interface EmbeddedJson {
  readonly text: string;
  /** Of its first character, UTF-16 code units from the start of the page. */
  readonly offset: number;
}

const OPENING = /<script\b[^>]*\btype\s*=\s*(?:"\s*application\/ld\+json\b[^"]*"|'\s*application\/ld\+json\b[^']*'|application\/ld\+json)[^>]*>/gi;

/** In: the page. Out: each element's content with its place, in page order. Pure and total. */
export function jsonLdOf(html: string): EmbeddedJson[] {
  const lower = html.toLowerCase();
  return [...html.matchAll(OPENING)].map((match) => {
    const offset = match.index + match[0].length;
    const end = lower.indexOf('</script', offset);
    return { text: html.slice(offset, end < 0 ? html.length : end), offset };
  });
}

/** True where a text is a page and no JSON. */
export function looksLikeHtml(text: string): boolean {
  return text.trimStart().startsWith('<');
}
