const WORDS = new Intl.Segmenter('en', { granularity: 'word' });

/** Words as Unicode counts them; scripts without spaces are split by dictionary. Punctuation does not count. */
export function countWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of WORDS.segment(text)) if (isWordLike) count += 1;
  return count;
}
