/** What a shorter line holds cannot fill memory. */
const LOOKED_AT = 64 * 1024;
/** An article has eight levels. */
const MAX_DEPTH = 64;
/** As many as 5,000 blocks hold, and a table of 10,000 rows besides. */
const MAX_VALUES = 200_000;

/** Why a line of JSON is not parsed: too many levels or values, whose objects would take a hundred times the memory of their text. Linear. */
export function refuseLine(text: string): 'too-deep' | 'too-long' | null {
  if (text.length < LOOKED_AT) return null;
  let depth = 0;
  let values = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth--;
    else if (character === ',') values++;
    if (depth > MAX_DEPTH) return 'too-deep';
    if (values > MAX_VALUES) return 'too-long';
  }
  return null;
}

/** Where the string that starts here has its closing quotation mark, else the end of the text. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
