/** A part of a body: text to work on, or one that is left as it stands. */
export interface Region {
  readonly html: string;
  readonly isLiteral: boolean;
}

const LITERAL = /<(pre|code|script|style)\b/gi;
/** How these begin, in capitals or not: far quicker to look for. */
const LITERAL_BEGINS = /<[pcsPCS][rotcROTC]/;

/** A body cut into what may hold shortcodes and what shows its text literally: `pre`, `code`, `script`, `style`. Linear. */
export function regionsOf(html: string): readonly Region[] {
  if (!LITERAL_BEGINS.test(html) || html.search(LITERAL) < 0) return [{ html, isLiteral: false }];
  const regions: Region[] = [];
  const lower = asciiLower(html);
  const unclosed = new Set<string>();
  let at = 0;
  for (const match of html.matchAll(LITERAL)) {
    const name = (match[1] ?? '').toLowerCase();
    if (match.index < at || unclosed.has(name)) continue;
    const end = lower.indexOf(`</${name}`, match.index);
    if (end < 0) {
      unclosed.add(name);
      continue;
    }
    regions.push({ html: html.slice(at, match.index), isLiteral: false });
    at = end + name.length + 2;
    regions.push({ html: html.slice(match.index, at), isLiteral: true });
  }
  regions.push({ html: html.slice(at), isLiteral: false });
  return regions;
}

/** Lower case of the letters that tags are written in: of others it may be longer than they are (İ), and places would shift. */
export function asciiLower(html: string): string {
  return html.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** HTML without its comments, those that part a text as the blank line that they stand for; one that does not end stays for the parser. Linear. */
export function withoutComments(html: string): string {
  let out = '';
  let at = 0;
  for (let start = html.indexOf('<!--'); start >= 0; start = html.indexOf('<!--', at)) {
    const end = html.indexOf('-->', start + 2);
    if (end < 0) break;
    out += html.slice(at, start);
    if (/^<!--\s*(?:more|nextpage)\b/.test(html.slice(start, start + 20))) out += '\n\n';
    at = end + 3;
  }
  return out + html.slice(at);
}
