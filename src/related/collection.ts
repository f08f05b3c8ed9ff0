import type { Postings } from './candidates.ts';
import { CountTable } from './count-table.ts';
import { featuresOf, type FeatureWeights } from './features.ts';
import { createRarity, LEAST_DOCUMENTS, type Frequencies } from './frequencies.ts';
import type { Language } from './languages.ts';
import type { Compared } from './score.ts';
import { signatureOf } from './signature.ts';
import type { Story } from './story.ts';
import { readText } from './text.ts';
import { heaviestTerms, heaviestWeights, toVector } from './vector.ts';

/** An article as it is compared. */
export interface Entry extends Compared {
  readonly signature: Uint8Array;
}

export interface CollectionOptions {
  readonly features: FeatureWeights;
  /** The table behind the collection's own frequencies; null where the language has none. */
  readonly background: Frequencies | null;
}

/** In how many of the stories each thing is. */
function countFrequencies(stories: readonly Story[], language: Language, weights: FeatureWeights): Frequencies {
  const documentsWith = new CountTable(stories.length * 64);
  for (const story of stories) {
    for (const { hash } of featuresOf(story, readText(story, language), weights)) documentsWith.add(hash);
  }
  return { texts: stories.length, documentsWith };
}

/** Stories of one language as they are compared, same order. Reads each text twice rather than holding all its words: 15,000 articles stay below 200 MB. */
export function readCollection(
  stories: readonly Story[],
  language: Language,
  { features, background }: CollectionOptions,
): readonly Entry[] {
  const frequencies = countFrequencies(stories, language, features);
  // What is kept is chosen as on the day the article is written, when its newest words are its own alone.
  const choosing = createRarity(frequencies, background, 1);
  const rarity = createRarity(frequencies, background, LEAST_DOCUMENTS);
  return stories.map((story) => ({
    vector: toVector(heaviestTerms(featuresOf(story, readText(story, language), features), choosing), rarity),
    date: story.date,
    signature: signatureOf(story),
  }));
}

/** The inverted index of stories by their `most` heaviest terms, as the database has it; `dateOf` tells which are the newest, of those of one date the first. */
export function postEntries(
  entries: readonly Entry[],
  most: number,
  dateOf: (index: number) => number = (index) => entries[index]?.date ?? 0,
): Postings {
  const articles = new CountTable(entries.length * 16);
  const postings = new Map<number, number[]>();
  for (const index of [...entries.keys()].sort((a, b) => dateOf(b) - dateOf(a) || a - b)) {
    const vector = entries[index]?.vector;
    if (!vector) continue;
    for (const hash of vector.hashes) articles.add(hash);
    for (const { hash } of heaviestWeights(vector, most)) {
      const posting = postings.get(hash);
      if (posting) posting.push(index);
      else postings.set(hash, [index]);
    }
  }
  return {
    articlesWith: (hash) => articles.get(hash),
    foundBy: (hash) => postings.get(hash) ?? [],
    dateOf,
  };
}
