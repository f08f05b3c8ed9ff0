import { type ArticlesMemory, type PostingsMemory, shared } from './archive-memory.ts';
import { forEachPacked } from './packed-terms.ts';

/** Which terms are keys of their article: one bit a term, in the order in which they are packed; those of article i start at starts[i]. */
export interface KeyBits {
  readonly starts: Uint32Array;
  readonly bits: Uint8Array;
}

const NOWHERE = 0xffff_ffff;

/** The inverted index of articles. A term that is the key of one article alone finds nothing for it. */
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
  /** By term: how many articles it finds, then where the next of them is put. */
  const ends = new Uint32Array(hashes.length);
  for (let article = 0; article < size; article++) {
    forEachKey(article, (term) => (ends[term] = (ends[term] ?? 0) + 1));
  }
  const known = ends.reduce((sum, count) => (count > 1 ? sum + 1 : sum), 0);
  const [postingTerms, postingStarts] = [shared.words(known), shared.words(known + 1)];
  let [place, end] = [0, 0];
  for (const [term, count] of ends.entries()) {
    ends[term] = count > 1 ? end : NOWHERE;
    if (count <= 1) continue;
    postingTerms[place] = term;
    end += count;
    place += 1;
    postingStarts[place] = end;
  }
  const postings = shared.words(end);
  const newest = Uint32Array.from({ length: size }, (_, article) => article).sort(
    (a, b) => (dates[b] ?? 0) - (dates[a] ?? 0) || b - a,
  );
  for (const article of newest) {
    forEachKey(article, (term) => {
      const next = ends[term] ?? NOWHERE;
      if (next === NOWHERE) return;
      postings[next] = article;
      ends[term] = next + 1;
    });
  }
  return { postingTerms, postingStarts, postings };
}
