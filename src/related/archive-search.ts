import { type ArchiveMemory, documentsWith, KEPT_NEIGHBOURS, raritiesOf, SCORE_STEPS } from './archive-memory.ts';
import { findCandidates, LIMITS, type Postings } from './candidates.ts';
import type { Rarity } from './frequencies.ts';
import { forEachPacked, LaidOut } from './packed-terms.ts';
import { dateFactor, type Compared } from './score.ts';
import { SIGNATURE_BYTES } from './signature.ts';
import { CIRCLE_WEIGHTS, type Circle, type Neighbours } from './story-circle.ts';
import type { Vector } from './vector.ts';

/** Finds neighbours and circles in an archive that is held in memory, as the writer does through the database. One in a thread. */
export class ArchiveSearch {
  readonly memory: ArchiveMemory;
  readonly #rarities: readonly Rarity[];
  readonly #own: LaidOut;
  readonly #postings: Postings;

  constructor(memory: ArchiveMemory) {
    this.memory = memory;
    this.#rarities = raritiesOf(memory);
    this.#own = new LaidOut(memory.packed);
    const { postingStarts, postings, dates } = memory;
    this.#postings = {
      articlesWith: (term) => documentsWith(memory, term),
      foundBy: (term) => postings.subarray(postingStarts[term], postingStarts[term + 1]),
      dateOf: (article) => dates[article] ?? 0,
    };
  }

  /** An article by the numbers of its terms. */
  compared(article: number): Compared & { readonly vector: Vector } {
    const { packed, lengths, dates, langs } = this.memory;
    const rarity = this.#rarities[langs[article] ?? 0];
    const length = lengths[article] ?? 0;
    const [terms, weights]: [number[], number[]] = [[], []];
    forEachPacked(packed, article, (term, tf) => {
      terms.push(term);
      weights.push(length > 0 ? (tf * (rarity?.(term) ?? 0)) / length : 0);
    });
    const vector = { hashes: Uint32Array.from(terms), weights: Float32Array.from(weights) };
    return { vector, date: dates[article] ?? 0 };
  }

  /** Its closest, strongest first, with their direct scores: at most `most`. */
  nearest(article: number, most: number): Neighbours<number> {
    const { vector } = this.compared(article);
    const { dates, lengths, langs } = this.memory;
    const rarity = this.#rarities[langs[article] ?? 0];
    this.#own.lay(vector.hashes, (index) => (vector.weights[index] ?? 0) * (rarity?.(vector.hashes[index] ?? 0) ?? 0));
    const best: { readonly other: number; readonly direct: number }[] = [];
    for (const other of findCandidates(article, vector, this.#postings, LIMITS)) {
      const sum = this.#own.sumWith(other);
      if (sum <= 0) continue;
      const likeness = Math.min(1, sum / (lengths[other] ?? 0));
      best.push({ other, direct: likeness * dateFactor(dates[article] ?? 0, dates[other] ?? 0) });
    }
    best.sort((a, b) => b.direct - a.direct || a.other - b.other);
    const kept = best.slice(0, most);
    return { ids: kept.map(({ other }) => other), scores: kept.map(({ direct }) => direct) };
  }

  /** The neighbours that `findNeighbours` has kept. */
  readonly kept = (article: number): Neighbours<number> => {
    const { near, nearScores, nearCounts } = this.memory;
    const from = article * KEPT_NEIGHBOURS;
    const to = from + (nearCounts[article] ?? 0);
    return {
      ids: Array.from(near.subarray(from, to)),
      scores: Array.from(nearScores.subarray(from, to), (score) => score / SCORE_STEPS),
    };
  };

  /** Its circle, once `findCircles` has been at it. */
  readonly circle = (article: number): Circle<number> => {
    const { near, nearScores, mutual } = this.memory;
    const from = article * KEPT_NEIGHBOURS;
    const [ids, squares]: [number[], number[]] = [[], []];
    for (let place = 0; place < CIRCLE_WEIGHTS.most; place++) {
      if (((mutual[article] ?? 0) & (1 << place)) === 0) continue;
      ids.push(near[from + place] ?? 0);
      squares.push(((nearScores[from + place] ?? 0) / SCORE_STEPS) ** 2);
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
      for (let place = 0; place < ids.length; place++) {
        nearScores[article * KEPT_NEIGHBOURS + place] = Math.round((scores[place] ?? 0) * SCORE_STEPS);
      }
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
}
