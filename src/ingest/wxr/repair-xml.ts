/** Room for the longest thing that a piece may end in the middle of: an entity or the start of CDATA. */
const TAIL = 48;
const ENTITY = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos);/y;

export interface XmlRepair {
  write(piece: string): void;
  /** Gives on what was held back. */
  end(): void;
}

export interface XmlReceiver {
  /** XML for a parser; each CDATA section is an empty one. */
  markup(xml: string): void;
  /** What the CDATA section holds that `markup` has ended with, with line ends as a parser gives them and their count; may come in parts. */
  cdata(text: string, lineEnds: number): void;
  /** The line of a place that was mended, from 1. */
  repaired(line: number): void;
}

/**
 * Escapes every `&` outside CDATA and comments that starts no entity of XML, because a strict parser would swallow all text up to the
 * next `;`, and every `<!` that starts neither of them, because it would swallow the rest of the file. Of a DOCTYPE only line ends are left. HTML's own entities stay as written, for whoever reads the text as HTML.
 * What CDATA holds, nearly all of an export, is given on apart: a parser would look at each of its characters.
 */
export function createXmlRepair({ markup, cdata, repaired }: XmlReceiver): XmlRepair {
  let carry = '';
  let until: ']]>' | '-->' | ']>' | '>' | null = null;
  let line = 1;

  const work = (piece: string, last: boolean): void => {
    const text = carry + piece;
    const end = last ? text.length : safeEnd(text);
    let out = '';
    let at = 0;
    const next = createFinder(text, end);
    const emit = (part: string): void => {
      out += part;
      line += lineEnds(part);
    };
    while (at < end) {
      if (until !== null) {
        if (until === '>' && isBefore(text.indexOf('[', at), text.indexOf('>', at))) until = ']>';
        const stop = text.indexOf(until, at);
        // What is held back is at most a part of the stop, so the stop is found whole next time.
        const isEnd = stop >= 0 && stop + until.length <= end;
        const to = isEnd ? stop + until.length : end;
        if (until === ']]>') {
          const held = unixLines(text.slice(at, isEnd ? stop : end));
          const count = lineEnds(held);
          line += count;
          if (held !== '') cdata(held, count);
        } else if (until === '-->') emit(text.slice(at, to));
        else emit('\n'.repeat(lineEnds(text.slice(at, to))));
        at = to;
        if (isEnd) until = null;
        continue;
      }
      const found = next(at);
      emit(text.slice(at, found));
      at = found;
      if (at >= end) break;
      if (text[at] === '&') {
        ENTITY.lastIndex = at;
        const known = ENTITY.test(text);
        emit(known ? '&' : '&amp;');
        if (!known) repaired(line);
        at += 1;
      } else if (text.startsWith('<!DOCTYPE', at)) {
        until = '>';
        at += '<!DOCTYPE'.length;
      } else if (text.startsWith('<!--', at)) {
        until = '-->';
        emit('<!--');
        at += '<!--'.length;
      } else if (text.startsWith('<![CDATA[', at)) {
        until = ']]>';
        markup(`${out}<![CDATA[]]>`);
        out = '';
        at += '<![CDATA['.length;
      } else {
        emit('&lt;!');
        repaired(line);
        at += 2;
      }
    }
    // A mark that the end was put into the middle of has been worked on whole.
    carry = text.slice(Math.max(at, end));
    if (out !== '') markup(out);
  };
  return { write: (piece) => work(piece, false), end: () => work('', true) };
}

/** How far a piece can be worked on without knowing the next: up to the last mark that its tail may have cut in two. */
function safeEnd(text: string): number {
  const from = Math.max(0, text.length - TAIL);
  const mark = text.slice(from).search(/[&<\]\r-]/);
  if (mark < 0) return text.length;
  // The mark may itself be the middle of one that starts before the tail.
  let end = from + mark;
  while (end > from + mark - 4 && /[<!\]-]/.test(text[end - 1] ?? '')) end--;
  return end;
}

/** Finds the next `&` or `<!` at or after a place, else `end`; places are asked for in order, so that all of it is linear. */
function createFinder(text: string, end: number): (at: number) => number {
  let ampersand = -1;
  let open = -1;
  const orEnd = (found: number): number => (found < 0 ? end : Math.min(found, end));
  return (at) => {
    if (ampersand < at) ampersand = orEnd(text.indexOf('&', at));
    if (open < at) open = orEnd(text.indexOf('<!', at));
    return Math.min(ampersand, open);
  };
}

function isBefore(first: number, second: number): boolean {
  return first >= 0 && (second < 0 || first < second);
}

/** With line ends as XML has them. */
function unixLines(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
}

function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
