import type { Feature } from './features.ts';
import type { Rarity } from './frequencies.ts';

/** Of an article, its heaviest things are kept. 192 would gain .002 of nDCG@10 on long texts, for half as much space again. */
const MOST_TERMS = 128;
/** tf is stored in sixteenths: 1/16 to 15.9. */
const TF_STEPS = 16;

/** What is stored of an article's words: parallel arrays by ascending hash. */
export interface Terms {
  readonly hashes: Uint32Array;
  /** tf in sixteenths. */
  readonly tfs: Uint8Array;
}

/** An article as a direction of length 1 in the space of terms; parallel arrays by ascending hash. */
export interface Vector {
  readonly hashes: Uint32Array;
  readonly weights: Float32Array;
}

/** The at most 128 heaviest features by tf and today's rarity; things met nowhere else are kept where room is left, because the next article may share them. */
export function heaviestTerms(features: readonly Feature[], rarity: Rarity, most = MOST_TERMS): Terms {
  const heaviest = features
    .map((feature) => ({ ...feature, weight: feature.tf * rarity(feature.hash) }))
    .sort((a, b) => b.weight - a.weight || b.tf - a.tf || a.hash - b.hash)
    .slice(0, most)
    .sort((a, b) => a.hash - b.hash);
  return {
    hashes: Uint32Array.from(heaviest, ({ hash }) => hash),
    tfs: Uint8Array.from(heaviest, ({ tf }) => Math.min(255, Math.max(1, Math.round(tf * TF_STEPS)))),
  };
}

/** The terms with today's rarity, length 1; all weights are 0 where no term is worth anything. */
export function toVector({ hashes, tfs }: Terms, rarity: Rarity): Vector {
  const weights = new Float32Array(hashes.length);
  let squares = 0;
  for (let index = 0; index < hashes.length; index++) {
    const weight = ((tfs[index] ?? 0) / TF_STEPS) * rarity(hashes[index] ?? 0);
    weights[index] = weight;
    squares += weight * weight;
  }
  if (squares > 0) {
    const length = Math.sqrt(squares);
    for (let index = 0; index < weights.length; index++) weights[index] = (weights[index] ?? 0) / length;
  }
  return { hashes, weights };
}

/** 0 (nothing in common) to 1. */
export function cosine(a: Vector, b: Vector): number {
  let [i, j, sum] = [0, 0, 0];
  while (i < a.hashes.length && j < b.hashes.length) {
    const difference = (a.hashes[i] ?? 0) - (b.hashes[j] ?? 0);
    if (difference === 0) sum += (a.weights[i] ?? 0) * (b.weights[j] ?? 0);
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return sum;
}

/** A term that two articles have, and its part of their cosine, above 0. */
export interface SharedTerm {
  readonly hash: number;
  readonly part: number;
}

/** Every term that both have and that is worth anything, by ascending hash. */
export function sharedBy(a: Vector, b: Vector): readonly SharedTerm[] {
  const shared: SharedTerm[] = [];
  let j = 0;
  for (const [i, hash] of a.hashes.entries()) {
    while (j < b.hashes.length && (b.hashes[j] ?? 0) < hash) j += 1;
    const part = b.hashes[j] === hash ? (a.weights[i] ?? 0) * (b.weights[j] ?? 0) : 0;
    if (part > 0) shared.push({ hash, part });
  }
  return shared;
}

/** The at most `most` weightiest terms that are worth anything, heaviest first: by these an article is found. */
export function heaviestWeights(
  { hashes, weights }: Vector,
  most: number,
): readonly { readonly hash: number; readonly weight: number }[] {
  return Array.from(hashes, (hash, index) => ({ hash, weight: weights[index] ?? 0 }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.hash - b.hash)
    .slice(0, most);
}
