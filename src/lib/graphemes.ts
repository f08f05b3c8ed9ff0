const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Characters that are a grapheme each, whatever stands before or after: Latin letters, and marks of print. */
const NOT_SINGLE = /[^\n\t -\u02ff\u2010-\u2027]/;

/** The first `count` graphemes of the text: what a reader takes for one character is never cut in two. */
export function firstGraphemes(text: string, count: number): string {
  if (text.length <= count) return text;
  // One more, because what follows could belong to the last.
  if (!NOT_SINGLE.test(text.slice(0, count + 1))) return text.slice(0, count);
  let seen = 0;
  for (const { index } of GRAPHEMES.segment(text)) {
    if (seen === count) return text.slice(0, index);
    seen += 1;
  }
  return text;
}
