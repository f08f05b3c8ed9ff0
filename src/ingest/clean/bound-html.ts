import { Parser } from 'htmlparser2';

/** 1 MB: the longest honest body seen is a tenth of it; sanitising is quadratic at worst (see the README). */
const MAX_BYTES = 1024 * 1024;
/** Deeper nesting is machine-made or an attack; browsers themselves stop at 512. */
const MAX_DEPTH = 256;

/** Longer than any address that is kept. */
const MAX_ADDRESS = 4096;

export interface BoundedHtml {
  readonly html: string;
  /** `body-too-long`: cut at 1 MB; `html-too-deep`: tags deeper than 256 are left out, their text is kept. */
  readonly notices: readonly ('body-too-long' | 'html-too-deep')[];
}

/** HTML that is safe to hand to parsers that recurse: at most 1 MB and 256 levels. Most bodies come back as they are. */
export function boundHtml(raw: string): BoundedHtml {
  const notices: ('body-too-long' | 'html-too-deep')[] = [];
  let html = raw.length > MAX_ADDRESS ? withoutLongData(raw) : raw;
  if (html.length > MAX_BYTES / 4 && Buffer.byteLength(html) > MAX_BYTES) {
    html = new TextDecoder().decode(Buffer.from(html).subarray(0, MAX_BYTES)).replace(/(?:\uFFFD|<[^<>]*)$/, '');
    notices.push('body-too-long');
  }
  if (countTags(html) > MAX_DEPTH && isTooDeep(html)) {
    html = flatten(html);
    notices.push('html-too-deep');
  }
  return { html, notices };
}

/** The same without pictures that stand in the text itself: they may be longer than all of it, and nothing of them is kept. Linear. */
function withoutLongData(html: string): string {
  let out = '';
  let at = 0;
  for (const { index, 0: start } of html.matchAll(/["'(=]data:[a-z]{1,20}\/[a-z0-9.+-]{1,100}[;,]/gi)) {
    if (index < at) continue;
    const ends = /["'()<>]/g;
    ends.lastIndex = index + start.length;
    const end = ends.exec(html)?.index ?? html.length;
    if (end - index <= MAX_ADDRESS) continue;
    out += `${html.slice(at, index + 1)}data:,`;
    at = end;
  }
  return out + html.slice(at);
}

/** An upper bound of the depth, for the price of a scan. */
function countTags(html: string): number {
  let count = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) count++;
  return count;
}

/** Asks the parser itself, and stops it at the limit: its own stack is what makes deep nesting slow. */
function isTooDeep(html: string): boolean {
  let depth = 0;
  let deepest = 0;
  const parser = new Parser({
    onopentagname: () => {
      depth++;
      deepest = Math.max(deepest, depth);
    },
    onclosetag: () => {
      depth--;
    },
  });
  for (let at = 0; at < html.length; at += PIECE) {
    parser.write(html.slice(at, at + PIECE));
    if (deepest > MAX_DEPTH) return true;
  }
  return false;
}

/** As much as is read before the depth is looked at again. */
const PIECE = 4096;
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/**
 * The same without tags below the deepest level allowed. Counts open tags by name, which is never less than the true depth: an end tag
 * takes one of its name off the count, whatever else it may close. Linear.
 */
function flatten(html: string): string {
  const open = new Map<string, number>();
  const dropped = new Map<string, number>();
  let depth = 0;
  return html.replaceAll(/<(\/?)([a-z][^\s/<>]*)[^<>]*>/gi, (tag: string, slash: string, raw: string) => {
    const name = raw.toLowerCase();
    if (VOID.has(name)) return tag;
    const from = slash === '/' && (dropped.get(name) ?? 0) > 0 ? dropped : open;
    if (slash === '/') {
      const count = from.get(name) ?? 0;
      if (count > 0) from.set(name, count - 1);
      if (count > 0 && from === open) depth--;
      return from === dropped ? '' : tag;
    }
    const into = depth >= MAX_DEPTH ? dropped : open;
    into.set(name, (into.get(name) ?? 0) + 1);
    if (into === open) depth++;
    return into === dropped ? '' : tag;
  });
}
