import { hash32, mix32 } from './hash32.ts';

/** Ids by 64 bits of hash: a million in 16 to 32 MB. It never forgets one, and takes a stranger for a member once in 10^13 times at a million members. */
export class IdSet {
  #slots = new Uint32Array(2 * 1024);
  #size = 0;

  add(id: string): void {
    if (this.#size * 4 >= (this.#slots.length / 2) * 3) this.#grow();
    const [low, high] = hashesOf(id);
    const slot = this.#slotOf(low, high);
    if (this.#slots[slot] === 0) this.#size += 1;
    this.#slots[slot] = low;
    this.#slots[slot + 1] = high;
  }

  has(id: string): boolean {
    return this.#slots[this.#slotOf(...hashesOf(id))] !== 0;
  }

  /** The slot that holds the hash, else the free one where it belongs. */
  #slotOf(low: number, high: number): number {
    const mask = this.#slots.length - 1;
    let slot = (mix32(low) * 2) & mask;
    while (this.#slots[slot] !== 0 && (this.#slots[slot] !== low || this.#slots[slot + 1] !== high)) {
      slot = (slot + 2) & mask;
    }
    return slot;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 2) {
      const [low = 0, high = 0] = [old[at], old[at + 1]];
      if (low === 0) continue;
      const slot = this.#slotOf(low, high);
      this.#slots[slot] = low;
      this.#slots[slot + 1] = high;
    }
  }
}

/** The first is never 0, which marks a free slot. */
function hashesOf(id: string): readonly [number, number] {
  return [hash32(id) || 1, hash32(`${id}.`)];
}
