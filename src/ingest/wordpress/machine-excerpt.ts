import { plainText } from '#ingest/clean/plain-text.ts';

/** WordPress cuts after 55 words; themes that cut earlier say so with dots. */
const CUT_WORDS = 50;

/** True for an excerpt that WordPress or its theme made of the body, which no editor wrote. Both are rendered HTML. */
export function isMachineMade(excerpt: string, body: string): boolean {
  if (/\[(?:&hellip;|&#8230;|…|\.\.\.)\]/.test(excerpt) || /class=["'][^"']*more-link/.test(excerpt)) return true;
  const text = plainText(excerpt);
  const said = letters(text);
  const all = letters(plainText(body));
  if (said === '' || !all.startsWith(said)) return false;
  return said === all || /(?:…|\.\.\.)$/.test(text) || text.split(' ').length >= CUT_WORDS;
}

function letters(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, '');
}
