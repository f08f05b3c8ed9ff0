/** Random numbers that depend on their keys alone, so that any part of the newsroom can be made again by itself. */
export class Random {
  #state: number;

  /** Different keys give streams that have nothing to do with each other. */
  constructor(...keys: readonly number[]) {
    let state = 0x9e3779b9;
    for (const key of keys) state = mixed((state ^ key) + 0x7f4a7c15 + Math.trunc(key / 0x100000000));
    this.#state = state;
  }

  /** From 0 to below 1. */
  next(): number {
    // mulberry32: one multiplication more than needed for speed alone, and no visible pattern in 32 bits of state.
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let bits = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0 to below `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<Value>(values: readonly [Value, ...Value[]] | readonly Value[]): Value {
    return values[this.below(values.length)] as Value; // below the length, and no list here is empty
  }

  /** Mean 0, deviation 1. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  logNormal(median: number, sigma: number): number {
    return median * Math.exp(sigma * this.normal());
  }

  /** How often something happens that happens `mean` times on average. */
  poisson(mean: number): number {
    const end = Math.exp(-mean);
    let count = 0;
    for (let product = this.next(); product > end; product *= this.next()) count++;
    return count;
  }
}

function mixed(bits: number): number {
  let mix = bits | 0;
  mix = Math.imul(mix ^ (mix >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return mix ^ (mix >>> 16);
}

/** Draws an index of `shares`, each as often as its share of their sum says. */
export function byShares(shares: readonly number[]): (random: Random) => number {
  const ends = new Float64Array(shares.length);
  let sum = 0;
  for (const [index, share] of shares.entries()) ends[index] = sum += share;
  return (random) => firstAbove(ends, random.next() * sum);
}

/** Draws a rank from 0: the rank r as often as (r + 1 + offset) to the power of -exponent. */
export function zipf(count: number, exponent: number, offset = 0): (random: Random) => number {
  return byShares(Array.from({ length: count }, (_, rank) => (rank + 1 + offset) ** -exponent));
}

function firstAbove(ends: Float64Array, value: number): number {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
