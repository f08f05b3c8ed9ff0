import { Parser } from 'htmlparser2';

/** 1 MB: the longest honest body seen is a tenth of it; sanitising is quadratic at worst (see the README). */
export const MAX_BYTES = 1024 * 1024;
/** Deeper nesting is machine-made or an attack; browsers themselves stop at 512. */
export const MAX_DEPTH = 256;

export interface BoundedHtml {
  readonly html: string;
  /** `body-too-long`: cut at 1 MB; `html-too-deep`: tags deeper than 256 are left out, their text is kept. */
  readonly notices: readonly ('body-too-long' | 'html-too-deep')[];
}

/** HTML that is safe to hand to parsers that recurse: at most 1 MB and 256 levels. Most bodies come back as they are. */
export function boundHtml(raw: string): BoundedHtml {
  const notices: ('body-too-long' | 'html-too-deep')[] = [];
  let html = raw;
  if (html.length > MAX_BYTES / 4 && Buffer.byteLength(html) > MAX_BYTES) {
    html = new TextDecoder().decode(Buffer.from(html).subarray(0, MAX_BYTES)).replace(/(?:\uFFFD|<[^<>]*)$/, '');
    notices.push('body-too-long');
  }
  if (countTags(html) > MAX_DEPTH) {
    const flat = flatten(html);
    if (flat !== null) {
      html = flat;
      notices.push('html-too-deep');
    }
  }
  return { html, notices };
}

/** An upper bound of the depth, for the price of a scan. */
function countTags(html: string): number {
  let count = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) count++;
  return count;
}

/** The same without tags below the deepest level allowed; null where there are none. */
function flatten(html: string): string | null {
  const cuts: (readonly [from: number, to: number])[] = [];
  let depth = 0;
  const parser: Parser = new Parser(
    {
      onopentag: () => {
        depth++;
        if (depth > MAX_DEPTH) cuts.push([parser.startIndex, parser.endIndex + 1]);
      },
      onclosetag: (_name, implied) => {
        if (depth > MAX_DEPTH && !implied) cuts.push([parser.startIndex, parser.endIndex + 1]);
        depth--;
      },
    },
    { decodeEntities: false },
  );
  parser.end(html);
  if (cuts.length === 0) return null;
  let out = '';
  let at = 0;
  for (const [from, to] of cuts.toSorted((a, b) => a[0] - b[0])) {
    if (from < at) continue;
    out += html.slice(at, from);
    at = to;
  }
  return out + html.slice(at);
}
