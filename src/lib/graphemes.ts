const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The first `count` graphemes of the text: what a reader takes for one character is never cut in two. */
export function firstGraphemes(text: string, count: number): string {
  if (text.length <= count) return text;
  let seen = 0;
  for (const { index } of GRAPHEMES.segment(text)) {
    if (seen === count) return text.slice(0, index);
    seen += 1;
  }
  return text;
}
