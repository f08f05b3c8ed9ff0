import { languagesWithStopWords, stopWordsOf } from '#related/languages.ts';

/** Words that are looked at. */
const MOST_WORDS = 300;
/** Two function words of one language and of no better one. */
const LEAST_HITS = 2;

/** Guesses the language of texts (primary subtag) by the function words in them; null where there are too few, as in a headline. */
export function createLanguageGuess(): (text: string) => string | null {
  const lists = languagesWithStopWords.map((lang) => ({ lang, words: stopWordsOf(lang) }));
  return (text) => {
    const words = text
      .toLowerCase()
      .matchAll(/[\p{L}\p{M}]+/gu)
      .map(([word]) => word)
      .filter((word) => word.length > 1)
      .take(MOST_WORDS)
      .toArray();
    let best: { readonly lang: string | null; readonly hits: number } = { lang: null, hits: LEAST_HITS - 1 };
    for (const { lang, words: stops } of lists) {
      const hits = words.filter((word) => stops.has(word)).length;
      if (hits > best.hits) best = { lang, hits };
    }
    return best.lang;
  };
}
