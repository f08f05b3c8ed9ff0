import { type ArchiveMemory, KEPT_NEIGHBOURS } from './archive-memory.ts';
import { around, LIMITS, mostCandidates, planReads } from './candidates.ts';
import { dateFactor, type Compared } from './score.ts';
import { SIGNATURE_BYTES } from './signature.ts';
import { CIRCLE_WEIGHTS, type Circle, type Neighbours } from './story-circle.ts';
import { heaviestWeights, type Vector } from './vector.ts';

/** Finds neighbours and circles in an archive that is held in memory, as the writer does through the database. One in a thread. */
export class ArchiveSearch {
  readonly memory: ArchiveMemory;
  /** Weight of keys met so far, by article; all 0 between two searches. */
  readonly #met: Float32Array;
  /** Weights of the article that searches, by term; all 0 between two searches. */
  readonly #own: Float32Array;

  constructor(memory: ArchiveMemory) {
    this.memory = memory;
    this.#met = new Float32Array(memory.size);
    this.#own = new Float32Array(memory.hashes.length);
  }

  /** An article by the numbers of its terms. */
  compared(article: number): Compared & { readonly vector: Vector } {
    const { termStarts, terms, tfs, rarity, dates } = this.memory;
    const [from, to] = [termStarts[article] ?? 0, termStarts[article + 1] ?? 0];
    const hashes = terms.subarray(from, to);
    const weights = new Float32Array(to - from);
    let squares = 0;
    for (let index = 0; index < weights.length; index++) {
      const weight = (tfs[from + index] ?? 0) * (rarity[hashes[index] ?? 0] ?? 0);
      weights[index] = weight;
      squares += weight * weight;
    }
    if (squares > 0) {
      const length = Math.sqrt(squares);
      for (let index = 0; index < weights.length; index++) weights[index] = (weights[index] ?? 0) / length;
    }
    return { vector: { hashes, weights }, date: dates[article] ?? 0 };
  }

  /** Its closest, strongest first, with their direct scores: at most `most`. */
  nearest(article: number, most: number): Neighbours<number> {
    const { hashes, weights } = this.compared(article).vector;
    const { dates } = this.memory;
    const own = this.#own;
    for (const [index, term] of hashes.entries()) own[term] = weights[index] ?? 0;
    const best: { readonly other: number; readonly direct: number }[] = [];
    for (const other of this.#candidatesOf(article, { hashes, weights })) {
      const likeness = this.#likeness(other);
      if (likeness <= 0) continue;
      const direct = Math.min(1, likeness) * dateFactor(dates[article] ?? 0, dates[other] ?? 0);
      best.push({ other, direct });
    }
    for (const term of hashes) own[term] = 0;
    best.sort((a, b) => b.direct - a.direct || a.other - b.other);
    const kept = best.slice(0, most);
    return { ids: kept.map(({ other }) => other), scores: kept.map(({ direct }) => direct) };
  }

  /** The cosine with the article whose weights are laid out: the other's vector is never made. */
  #likeness(other: number): number {
    const { termStarts, terms, tfs, rarity } = this.memory;
    const own = this.#own;
    const to = termStarts[other + 1] ?? 0;
    let [sum, squares] = [0, 0];
    for (let at = termStarts[other] ?? 0; at < to; at++) {
      const term = terms[at] ?? 0;
      const weight = (tfs[at] ?? 0) * (rarity[term] ?? 0);
      squares += weight * weight;
      sum += weight * (own[term] ?? 0);
    }
    return sum > 0 ? sum / Math.sqrt(squares) : 0;
  }

  /** The neighbours that `findNeighbours` has kept. */
  readonly kept = (article: number): Neighbours<number> => {
    const { near, nearScores, nearCounts } = this.memory;
    const from = article * KEPT_NEIGHBOURS;
    const to = from + (nearCounts[article] ?? 0);
    return { ids: Array.from(near.subarray(from, to)), scores: nearScores.subarray(from, to) };
  };

  /** Its circle, once `findCircles` has been at it. */
  readonly circle = (article: number): Circle<number> => {
    const { near, nearScores, mutual } = this.memory;
    const from = article * KEPT_NEIGHBOURS;
    const [ids, squares]: [number[], number[]] = [[], []];
    for (let place = 0; place < CIRCLE_WEIGHTS.most; place++) {
      if (((mutual[article] ?? 0) & (1 << place)) === 0) continue;
      ids.push(near[from + place] ?? 0);
      squares.push((nearScores[from + place] ?? 0) ** 2);
    }
    const sum = squares.reduce((total, square) => total + square, 0);
    const share = (CIRCLE_WEIGHTS.share * ids.length) / (ids.length + 1);
    return { ids, weights: squares.map((square) => square / sum), share };
  };

  /** Keeps the neighbours of articles `from` to before `to`. */
  findNeighbours(from: number, to: number): void {
    const { near, nearScores, nearCounts } = this.memory;
    for (let article = from; article < to; article++) {
      const { ids, scores } = this.nearest(article, KEPT_NEIGHBOURS);
      near.set(ids, article * KEPT_NEIGHBOURS);
      nearScores.set(scores, article * KEPT_NEIGHBOURS);
      nearCounts[article] = ids.length;
    }
  }

  /** Keeps which of their closest have articles `from` to before `to` among their own closest; all neighbours must be known. */
  findCircles(from: number, to: number): void {
    const { near, nearCounts, mutual } = this.memory;
    const closest = (article: number): Uint32Array => {
      const start = article * KEPT_NEIGHBOURS;
      return near.subarray(start, start + Math.min(CIRCLE_WEIGHTS.most, nearCounts[article] ?? 0));
    };
    for (let article = from; article < to; article++) {
      let bits = 0;
      for (const [place, other] of closest(article).entries()) {
        if (closest(other).includes(article)) bits |= 1 << place;
      }
      mutual[article] = bits;
    }
  }

  /** Its signature for near-copies. */
  signature(article: number): Uint8Array {
    return this.memory.signatures.slice(article * SIGNATURE_BYTES, (article + 1) * SIGNATURE_BYTES);
  }

  #candidatesOf(article: number, vector: Vector): readonly number[] {
    const { documents, postingStarts, postings } = this.memory;
    const keys = heaviestWeights(vector, LIMITS.keys).map((key) => ({ ...key, articles: documents[key.hash] ?? 0 }));
    const met = this.#met;
    const found: number[] = [];
    for (const { hash: term, weight } of planReads(keys, LIMITS)) {
      const posting = postings.subarray(postingStarts[term], postingStarts[term + 1]);
      const { from, to } = around(posting.length, this.#placeOf(article, posting), LIMITS.perKey);
      for (const other of posting.subarray(from, to)) {
        if (other === article) continue;
        if (met[other] === 0) found.push(other);
        met[other] = (met[other] ?? 0) + weight * weight;
      }
    }
    const most = mostCandidates(vector.weights, LIMITS);
    const chosen =
      found.length <= most ? found : found.toSorted((a, b) => (met[b] ?? 0) - (met[a] ?? 0)).slice(0, most);
    for (const other of found) met[other] = 0;
    return chosen;
  }

  /** The place in a list, newest first, of the first article that is not newer. */
  #placeOf(article: number, posting: Uint32Array): number {
    const { dates } = this.memory;
    const date = dates[article] ?? 0;
    let [from, to] = [0, posting.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((dates[posting[middle] ?? 0] ?? 0) > date) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
