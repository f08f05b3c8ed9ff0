import { type ArticlesMemory, type PostingsMemory, shared } from './archive-memory.ts';
import { forEachPacked } from './packed-terms.ts';

/** Which terms are keys of their article: one bit a term, in the order in which they are packed; those of article i start at starts[i]. */
export interface KeyBits {
  readonly starts: Uint32Array;
  readonly bits: Uint8Array;
}

/** The inverted index of articles. */
export function postArchive(
  { size, dates, packed, hashes }: ArticlesMemory,
  { starts, bits }: KeyBits,
): PostingsMemory {
  const forEachKey = (article: number, act: (term: number) => void): void => {
    let at = starts[article] ?? 0;
    forEachPacked(packed, article, (term) => {
      if ((bits[at >>> 3] ?? 0) & (1 << (at & 7))) act(term);
      at += 1;
    });
  };
  const postingStarts = shared.words(hashes.length + 1);
  for (let article = 0; article < size; article++) {
    forEachKey(article, (term) => (postingStarts[term + 1] = (postingStarts[term + 1] ?? 0) + 1));
  }
  for (let term = 1; term < postingStarts.length; term++) {
    postingStarts[term] = (postingStarts[term] ?? 0) + (postingStarts[term - 1] ?? 0);
  }
  const postings = shared.words(postingStarts.at(-1) ?? 0);
  const ends = postingStarts.slice();
  const newest = Uint32Array.from({ length: size }, (_, article) => article).sort(
    (a, b) => (dates[b] ?? 0) - (dates[a] ?? 0) || b - a,
  );
  for (const article of newest) {
    forEachKey(article, (term) => {
      const end = ends[term] ?? 0;
      postings[end] = article;
      ends[term] = end + 1;
    });
  }
  return { postingStarts, postings };
}
