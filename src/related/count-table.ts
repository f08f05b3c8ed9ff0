/** A table as another thread can be given it. */
export interface CountTableParts {
  readonly keys: Uint32Array;
  readonly counts: Uint32Array;
  readonly size: number;
}

/** Counts by 32-bit key in 8 bytes an entry, so that the terms of a million articles fit into memory. */
export class CountTable {
  #keys: Uint32Array;
  #counts: Uint32Array;
  #size = 0;

  /** `expected` keys fit without growing. */
  constructor(expected = 1024) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 1.5)));
    this.#keys = new Uint32Array(slots);
    this.#counts = new Uint32Array(slots);
  }

  /** A table over these parts; changes of one are changes of both until it grows. */
  static of({ keys, counts, size }: CountTableParts): CountTable {
    const table = new CountTable(0);
    [table.#keys, table.#counts, table.#size] = [keys, counts, size];
    return table;
  }

  get parts(): CountTableParts {
    return { keys: this.#keys, counts: this.#counts, size: this.#size };
  }

  /** How many keys were ever counted. */
  get size(): number {
    return this.#size;
  }

  /** 0 where the key was never counted. */
  get(key: number): number {
    return this.#counts[this.#slotOf(key)] ?? 0;
  }

  add(key: number, count = 1): void {
    const slot = this.#slotOf(key);
    if (this.#counts[slot] === 0) {
      if (this.#size * 4 >= this.#keys.length * 3) {
        this.#grow();
        this.add(key, count);
        return;
      }
      this.#keys[slot] = key;
      this.#size += 1;
    }
    this.#counts[slot] = (this.#counts[slot] ?? 0) + count;
  }

  /** Puts numbers from 1 in the place of the counts, the highest count first; answers the counts in that order, each with the first of its numbers. */
  number(): readonly { readonly count: number; readonly first: number }[] {
    const keysOf = new Map<number, number>();
    for (const count of this.#counts) if (count > 0) keysOf.set(count, (keysOf.get(count) ?? 0) + 1);
    const next = new Map<number, number>();
    const steps: { readonly count: number; readonly first: number }[] = [];
    let first = 1;
    for (const [count, keys] of [...keysOf].sort(([a], [b]) => b - a)) {
      steps.push({ count, first });
      next.set(count, first);
      first += keys;
    }
    for (const [slot, count] of this.#counts.entries()) {
      if (count === 0) continue;
      const number = next.get(count) ?? 0;
      next.set(count, number + 1);
      this.#counts[slot] = number;
    }
    return steps;
  }

  /** Keys and their counts, in no order. */
  *[Symbol.iterator](): IterableIterator<readonly [number, number]> {
    for (const [slot, count] of this.#counts.entries()) if (count > 0) yield [this.#keys[slot] ?? 0, count];
  }

  /** The slot that holds the key, else the free one where it belongs. */
  #slotOf(key: number): number {
    const mask = this.#keys.length - 1;
    // Fibonacci hashing; a free slot is one with count 0, so that key 0 needs no case of its own.
    let slot = (Math.imul(key, 0x9e3779b1) >>> 1) & mask;
    while (this.#counts[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [keys, counts] = [this.#keys, this.#counts];
    this.#keys = new Uint32Array(keys.length * 2);
    this.#counts = new Uint32Array(counts.length * 2);
    for (const [old, count] of counts.entries()) {
      if (count === 0) continue;
      const slot = this.#slotOf(keys[old] ?? 0);
      this.#keys[slot] = keys[old] ?? 0;
      this.#counts[slot] = count;
    }
  }
}
