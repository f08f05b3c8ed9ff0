import type { Counts } from './term-counts.ts';

/** In how many of `texts` articles of one language each term is. */
export interface Frequencies {
  readonly texts: number;
  readonly documentsWith: Counts;
}

/**
 * How many texts of the background table stand behind the collection's own frequencies: 10,000. With few articles the table decides what is a rare
 * word, with many the collection itself; 5,000 and 20,000 lose .001 and .002 on the development sets.
 */
const BACKGROUND_TEXTS = 10_000;

/** Found in one article only, a term can't tell two articles alike. */
export const LEAST_DOCUMENTS = 2;

/** What a term is worth in a collection: 0 and more, natural logarithm. Terms of fewer articles than the least number are worth 0; what is new to the collection counts as one article's. */
export type Rarity = (hash: number) => number;

/** Rarity in a collection, with a table of everyday frequencies behind it; `background` null where the language has none: then the square root, which is flatter. */
export function createRarity(
  { texts, documentsWith }: Frequencies,
  background: Frequencies | null,
  leastDocuments = LEAST_DOCUMENTS,
  backgroundTexts = BACKGROUND_TEXTS,
): Rarity {
  if (!background) {
    const all = Math.log(texts + 2);
    return (hash) => {
      const documents = documentsWith.get(hash);
      return documents < leastDocuments ? 0 : Math.sqrt(Math.max(0, all - Math.log(Math.max(1, documents))));
    };
  }
  const perText = backgroundTexts / background.texts;
  const all = Math.log(texts + backgroundTexts);
  return (hash) => {
    const documents = documentsWith.get(hash);
    if (documents < leastDocuments) return 0;
    return Math.max(0, all - Math.log(Math.max(1, documents) + perText * background.documentsWith.get(hash)));
  };
}
