import DataLoader from 'dataloader';
import type { Rounds } from './rounds.ts';

/**
 * Reads by key, joined into one read a round. What is known is answered at once: DataLoader's own cache would hold an answer back until
 * its next batch, and that would cost a round.
 */
export class RoundLoader<Value> {
  readonly #known = new Map<string, Promise<Value | null>>();
  readonly #loader: DataLoader<string, Value | null>;

  /** `read` answers what there is for the keys, by key. */
  constructor(rounds: Rounds, read: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>) {
    this.#loader = new DataLoader<string, Value | null>(
      async (keys) => {
        const values = await read(keys);
        return keys.map((key) => values.get(key) ?? null);
      },
      { cache: false, batchScheduleFn: (dispatch) => rounds.send(dispatch) },
    );
  }

  /** The value, or null where there is none. A failed read stays failed: its request is over soon. */
  load(key: string): Promise<Value | null> {
    let value = this.#known.get(key);
    if (!value) this.#known.set(key, (value = this.#loader.load(key)));
    return value;
  }

  /** Makes a value known that another read brought; one that is known or under way stays. */
  prime(key: string, value: Value): void {
    if (!this.#known.has(key)) this.#known.set(key, Promise.resolve(value));
  }
}
