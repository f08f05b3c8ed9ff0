import { languagesWithStopWords, stopWordsOf } from '#related/languages.ts';

/** Words that are looked at. */
const MOST_WORDS = 300;
/** Two function words of one language and of no better one. */
const LEAST_HITS = 2;
/** Three more than the expected language has: names and short words of English headlines are function words elsewhere ("on", "to", "go"). */
const LEAST_LEAD = 3;

/**
 * Guesses the language of texts (primary subtag) by the function words in them; null where there are too few, as in a headline. Another language than
 * the expected one has to be clear.
 */
export function createLanguageGuess(): (text: string, expected?: string) => string | null {
  const lists = languagesWithStopWords.map((lang) => ({ lang, words: stopWordsOf(lang) }));
  return (text, expected) => {
    const words = text
      .toLowerCase()
      .matchAll(/[\p{L}\p{M}]+/gu)
      .map(([word]) => word)
      .filter((word) => word.length > 1)
      .take(MOST_WORDS)
      .toArray();
    const counted = lists
      .map(({ lang, words: stops }) => ({ lang, hits: words.filter((word) => stops.has(word)).length }))
      .sort((a, b) => b.hits - a.hits);
    const [best] = counted;
    if (!best || best.hits < LEAST_HITS) return null;
    const ofExpected = counted.find(({ lang }) => lang === expected);
    return ofExpected && best.hits - ofExpected.hits < LEAST_LEAD ? ofExpected.lang : best.lang;
  };
}
