import { CountTable } from './count-table.ts';

/** Anything that tells how often a 32-bit key was counted. */
export interface Counts {
  get(key: number): number;
}

/** Bits for each text that is expected: with 128 terms a text, of which two in three are met nowhere else, 1 term in 8 at most is taken for one that was met before. */
const BITS_PER_TEXT = 512;
const LEAST_BITS = 2 ** 20;
const MOST_BITS = 2 ** 29;

/**
 * Counts keys of which most are met once only: the first meeting costs a bit, not a row of a table, so that the terms of a million articles need
 * 100 MB. A key may be told to have been met twice where it was met once; never less often than it was.
 */
export class TermCounts implements Counts {
  readonly #met: Uint32Array;
  readonly #mask: number;
  /** Keys met at least twice. */
  readonly table: CountTable;

  constructor(expectedTexts = 0) {
    const bits = 2 ** Math.ceil(Math.log2(Math.max(1, expectedTexts * BITS_PER_TEXT)));
    const size = Math.min(MOST_BITS, Math.max(LEAST_BITS, bits));
    this.#met = new Uint32Array(size / 32);
    this.#mask = size - 1;
    this.table = new CountTable();
  }

  add(key: number): void {
    const known = this.table.get(key);
    if (known > 0) {
      this.table.add(key);
      return;
    }
    const bit = key & this.#mask;
    const word = this.#met[bit >>> 5] ?? 0;
    if (word & (1 << (bit & 31))) this.table.add(key, 2);
    else this.#met[bit >>> 5] = word | (1 << (bit & 31));
  }

  get(key: number): number {
    const known = this.table.get(key);
    if (known > 0) return known;
    const bit = key & this.#mask;
    return (this.#met[bit >>> 5] ?? 0) & (1 << (bit & 31)) ? 1 : 0;
  }
}
