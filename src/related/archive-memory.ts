import { backgroundOf } from './background.ts';
import { firstWhere } from './first-where.ts';
import { createRarity, LEAST_DOCUMENTS, type Rarity } from './frequencies.ts';
import type { PackedTerms } from './packed-terms.ts';

/** Neighbours of each article that others ask for: beyond them nothing of a circle changes that a reader would see. */
export const KEPT_NEIGHBOURS = 20;
/** Scores of neighbours that are kept are told in so many steps from 0 to 1: half a step is less than 1 in 100,000. */
export const SCORE_STEPS = 65_535;

/** All that `related_terms` holds, without what one article alone has, in arrays that worker threads share: an article is a number in the order of ids, a term of a language is a number, too. */
export interface ArchiveMemory extends ArticlesMemory, PostingsMemory {
  /** Filled by `findNeighbours`: at most 20 of each article, strongest first, and their scores in steps. */
  readonly nearCounts: Uint8Array;
  readonly near: Uint32Array;
  readonly nearScores: Uint16Array;
  /** Filled by `findCircles`: bit k stands for the article's k-th neighbour, which has it among its own closest, too. */
  readonly mutual: Uint16Array;
}

/** What is known of each article. */
export interface ArticlesMemory extends KnownTerms {
  readonly size: number;
  readonly idBytes: Uint8Array;
  /** Where each id starts; one more at the end. */
  readonly idStarts: Uint32Array;
  readonly dates: Float64Array;
  /** Places in `languages`. */
  readonly langs: Uint8Array;
  readonly signatures: Uint8Array;
  readonly packed: PackedTerms;
  /** Of each article's vector before it has length 1. */
  readonly lengths: Float32Array;
}

/** Articles found by term t, newest first: from postingStarts[t] to postingStarts[t + 1]. */
export interface PostingsMemory {
  readonly postingStarts: Uint32Array;
  readonly postings: Uint32Array;
}

/** What is known of each term. */
export interface KnownTerms {
  /** Languages, and how many articles each has. */
  readonly languages: readonly string[];
  readonly texts: readonly number[];
  /** By term: its hash within its language. */
  readonly hashes: Uint32Array;
  /** Terms from firsts[k] to before firsts[k + 1] are in documents[k] articles: those that most have come first. */
  readonly firsts: Uint32Array;
  readonly documents: Uint32Array;
}

export const shared = {
  bytes: (length: number) => new Uint8Array(new SharedArrayBuffer(length)),
  shorts: (length: number) => new Uint16Array(new SharedArrayBuffer(length * 2)),
  words: (length: number) => new Uint32Array(new SharedArrayBuffer(length * 4)),
  floats: (length: number) => new Float32Array(new SharedArrayBuffer(length * 4)),
  doubles: (length: number) => new Float64Array(new SharedArrayBuffer(length * 8)),
};

/** In how many articles a term is. */
export function documentsWith({ firsts, documents }: KnownTerms, term: number): number {
  return documents[firstWhere(firsts.length, (place) => (firsts[place] ?? 0) > term) - 1] ?? 0;
}

/** What terms are worth, by number, in each of the languages: worked out when asked for, because a table of it would take 4 bytes a term. */
export function raritiesOf(terms: KnownTerms): readonly Rarity[] {
  return terms.languages.map((lang, place) => {
    let documents = 0;
    const frequencies = { texts: terms.texts[place] ?? 0, documentsWith: { get: () => documents } };
    const rarity = createRarity(frequencies, backgroundOf(lang), LEAST_DOCUMENTS);
    return (term) => {
      documents = documentsWith(terms, term);
      return rarity(terms.hashes[term] ?? 0);
    };
  });
}

/** The id of an article; '' where its row went away while the archive was read. */
export function idOf({ idBytes, idStarts }: ArchiveMemory, article: number): string {
  return Buffer.from(
    idBytes.buffer,
    idStarts[article],
    (idStarts[article + 1] ?? 0) - (idStarts[article] ?? 0),
  ).toString();
}

/** The first article behind an id; 0 where there is no id. */
export function firstAfter(memory: ArchiveMemory, id: string | undefined): number {
  return id === undefined ? 0 : firstWhere(memory.size, (article) => idOf(memory, article) > id);
}
