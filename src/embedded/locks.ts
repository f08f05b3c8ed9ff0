import { writeConflict } from './mongo-error.ts';

/** Who holds a lock: an open transaction. */
export interface LockHolder {
  /** Resolves when the holder has committed or aborted. */
  readonly ended: Promise<void>;
  /** `DocumentLocks.commits` when its snapshot was taken. */
  readonly startedAt: number;
}

/** Thrown when a plain write meets a document that an open transaction has changed: the command is undone, waits and runs again. */
export class Blocked extends Error {
  readonly holder: LockHolder;

  constructor(holder: LockHolder) {
    super('blocked by an open transaction');
    this.holder = holder;
  }
}

/** Names a document, or a key of a unique index (their ids never meet: indexes are negative). */
export const lockName = (tableId: number, key: Uint8Array): string =>
  `${tableId}:${Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString('latin1')}`;

/**
 * Which documents and unique keys open transactions have changed, and which were changed since the oldest of them began:
 * a conflict is the same document or key, nothing coarser.
 */
export class DocumentLocks {
  /** Counts commits, plain writes included. */
  commits = 0;
  readonly #held = new Map<string, LockHolder>();
  readonly #open = new Set<LockHolder>();
  readonly #changedAt = new Map<string, number>();
  #writing: string[] = [];

  get anyOpen(): boolean {
    return this.#open.size > 0;
  }

  open(holder: LockHolder): void {
    this.#open.add(holder);
  }

  close(holder: LockHolder): void {
    this.#open.delete(holder);
    for (const [name, owner] of this.#held) if (owner === holder) this.#held.delete(name);
    if (this.#open.size === 0) this.#changedAt.clear();
  }

  /** For a transaction's first change of a document or key: throws 112 when another has it or it changed after the snapshot. */
  acquire(name: string, holder: LockHolder): void {
    const owner = this.#held.get(name);
    if (owner === holder) return;
    if (owner || (this.#changedAt.get(name) ?? 0) > holder.startedAt) throw writeConflict();
    this.#held.set(name, holder);
  }

  /** For a plain write, or the commit of `as`: throws `Blocked` when a transaction has it, else notes the change for all that are open. */
  write(name: string, as?: LockHolder): void {
    if (this.#open.size === 0) return;
    const owner = this.#held.get(name);
    if (owner && owner !== as) throw new Blocked(owner);
    this.#writing.push(name);
  }

  /** Ends the change under way: what it wrote has a new version now, unless it was undone. */
  settle(committed: boolean): void {
    if (committed) {
      this.commits++;
      for (const name of this.#writing) this.#changedAt.set(name, this.commits);
    }
    this.#writing = [];
  }
}
