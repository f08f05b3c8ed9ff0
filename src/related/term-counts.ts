import { CountTable } from './count-table.ts';

/** Anything that tells how often a 32-bit key was counted. */
export interface Counts {
  get(key: number): number;
}

/** Bits for each text that is expected: with 128 terms a text, of which two in three are met nowhere else, 1 term in 8 at most is taken for one that was met before. */
const BITS_PER_TEXT = 512;
/** Bits for the keys met again: of eight terms one is. */
const TABLE_SHARE = 4;
const LEAST_BITS = 2 ** 20;
const MOST_BITS = 2 ** 29;

/**
 * Counts keys of which most are met once only: the first meeting costs a bit, not a row of a table, so that the terms of a million articles need
 * 100 MB. A key may be told to have been met twice where it was met once; never less often than it was.
 */
export class TermCounts implements Counts {
  readonly #met: Uint32Array;
  readonly #mask: number;
  /** A bit for each key of the table, several keys sharing one: two in three that are asked for are not in it, and need no look-up. */
  readonly #again: Uint32Array;
  readonly #againMask: number;
  /** Keys met at least twice. */
  readonly table: CountTable;

  constructor(expectedTexts = 0) {
    const bits = 2 ** Math.ceil(Math.log2(Math.max(1, expectedTexts * BITS_PER_TEXT)));
    const size = Math.min(MOST_BITS, Math.max(LEAST_BITS, bits));
    this.#met = new Uint32Array(size / 32);
    this.#mask = size - 1;
    this.#again = new Uint32Array(size / 32 / TABLE_SHARE);
    this.#againMask = size / TABLE_SHARE - 1;
    this.table = new CountTable();
  }

  add(key: number): void {
    if (this.repeated(key) > 0) this.table.add(key);
    else if (!mark(this.#met, key & this.#mask)) {
      mark(this.#again, key & this.#againMask);
      this.table.add(key, 2);
    }
  }

  get(key: number): number {
    return this.repeated(key) || (isMarked(this.#met, key & this.#mask) ? 1 : 0);
  }

  /** The same, 0 for what was met once. */
  repeated(key: number): number {
    return isMarked(this.#again, key & this.#againMask) ? this.table.get(key) : 0;
  }
}

function isMarked(bits: Uint32Array, bit: number): boolean {
  return ((bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
}

/** Answers false where it was marked before. */
function mark(bits: Uint32Array, bit: number): boolean {
  if (isMarked(bits, bit)) return false;
  bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
  return true;
}
