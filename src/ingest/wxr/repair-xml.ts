/** Room for the longest thing that a piece may end in the middle of: an entity or the start of CDATA. */
const TAIL = 48;
/** What stands before the text of a post. */
const POST_TEXT = '<content:encoded>';
const ENTITY = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos);/y;

/**
 * Escapes every `&` outside CDATA and comments that starts no entity of XML, because a strict parser would swallow all text up to the
 * next `;`, and every `<!` that starts neither of them, because it would swallow the rest of the file. Of a DOCTYPE only line ends are left. HTML's own entities stay as written, for whoever reads the text as HTML. Call with `last` at the end of the file.
 * `onRepair` is told the line of the place, from 1. `hollow`: of the texts of posts only the line ends are given on, for who reads none.
 */
export function createXmlRepair(
  onRepair: (line: number) => void,
  { hollow = false }: { readonly hollow?: boolean } = {},
): (piece: string, last: boolean) => string {
  let carry = '';
  let until: ']]>' | '-->' | ']>' | '>' | null = null;
  let line = 1;
  let isHollow = false;
  let before = '';

  return (piece, last) => {
    const text = carry + piece;
    const end = last ? text.length : safeEnd(text);
    carry = text.slice(end);
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
        const to = stop < 0 ? end : Math.min(end, stop + until.length);
        const isEnd = stop >= 0 && stop + until.length <= end;
        if (isHollow) emit('\n'.repeat(lineEnds(text.slice(at, to))) + (isEnd && until === ']]>' ? ']]>' : ''));
        else emit(text.slice(at, to));
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
        if (!known) onRepair(line);
        at += 1;
      } else if (text.startsWith('<!DOCTYPE', at)) {
        until = '>';
        isHollow = true;
        at += '<!DOCTYPE'.length;
      } else if (!text.startsWith('<![CDATA[', at) && !text.startsWith('<!--', at)) {
        emit('&lt;!');
        onRepair(line);
        at += 2;
      } else {
        until = text.startsWith('<![CDATA[', at) ? ']]>' : '-->';
        isHollow =
          hollow &&
          until === ']]>' &&
          (before + text.slice(Math.max(0, at - POST_TEXT.length), at)).endsWith(POST_TEXT);
        const start = until === ']]>' ? 9 : 4;
        emit(text.slice(at, at + start));
        at += start;
      }
    }
    before = (before + text.slice(Math.max(0, end - POST_TEXT.length), end)).slice(-POST_TEXT.length);
    return out;
  };
}

/** How far a piece can be worked on without knowing the next: up to the last mark that its tail may have cut in two. */
function safeEnd(text: string): number {
  const from = Math.max(0, text.length - TAIL);
  const mark = text.slice(from).search(/[&<\]-]/);
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

function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
