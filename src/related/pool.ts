import { Binary } from 'mongodb';
import type { Ground } from './grounds.ts';
import { SIGNATURE_BYTES } from './signature.ts';
import { packNumbers, unpackNumbers, type ListRow } from './stored.ts';

/** A neighbour by what the two articles themselves say. */
export interface Near {
  readonly id: string;
  readonly direct: number;
}
export interface PoolEntry extends Near {
  /** See `packTold`. */
  readonly told: Uint8Array;
}

/** What is to become of a pool. */
export interface PoolChange<Entry extends Near = PoolEntry> {
  /** Articles that do not belong there any more. */
  readonly remove: ReadonlySet<string>;
  readonly add: readonly Entry[];
}

/** A new article is pushed where it is among the first so many: a reader never sees further, and each push writes a list. */
const MOST_PUSHED = 20;

/**
 * A pool without what is removed and with what is added, each at its place, the weakest beyond `most` falling out. What is pushed into the pool of
 * another article (`isOwn` false) must be among the first 20, unless it was there before. In any order the same first places come of several changes, and
 * a second time nothing.
 */
export function changePool<Entry extends Near>(
  pool: readonly Entry[],
  { remove, add }: PoolChange<Entry>,
  { most, isOwn }: { readonly most: number; readonly isOwn: boolean },
): readonly Entry[] {
  const before = new Set(pool.map(({ id }) => id));
  const added = new Map(add.map((entry) => [entry.id, entry]));
  return [...pool.filter(({ id }) => !remove.has(id) && !added.has(id)), ...added.values()]
    .sort((a, b) => b.direct - a.direct || (a.id < b.id ? -1 : 1))
    .filter(({ id }, place) => isOwn || place < MOST_PUSHED || before.has(id))
    .slice(0, most);
}

export function isSamePool(a: readonly PoolEntry[], b: readonly PoolEntry[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ id, direct, told }, place) => {
      const other = b[place];
      return id === other?.id && direct === other.direct && Buffer.compare(told, other.told) === 0;
    })
  );
}

type StoredPool = Pick<ListRow, 'pool' | 'directs' | 'told'>;
const SIZE_BYTES = 4;

/** As it is stored: what is told of the entries one after the other, behind their sizes. */
export function packPool(entries: readonly PoolEntry[]): StoredPool {
  const sizes = Buffer.alloc(entries.length * SIZE_BYTES);
  for (const [place, { told }] of entries.entries()) sizes.writeUInt32LE(told.length, place * SIZE_BYTES);
  return {
    pool: entries.map(({ id }) => id),
    directs: packNumbers(entries.map(({ direct }) => direct)),
    told: new Binary(Buffer.concat([sizes, ...entries.map(({ told }) => told)])),
  };
}

export function unpackPool(stored: StoredPool): readonly PoolEntry[] {
  const directs = unpackNumbers(stored.directs);
  return stored.pool.map((id, place) => ({ id, direct: directs[place] ?? 0, told: toldAt(stored, place) }));
}

/** What is told of the entry at a place. */
export function toldAt({ pool, told: { buffer } }: StoredPool, place: number): Uint8Array {
  const sizes = new DataView(buffer.buffer, buffer.byteOffset);
  let start = pool.length * SIZE_BYTES;
  for (let before = 0; before < place; before++) start += sizes.getUint32(before * SIZE_BYTES, true);
  return buffer.subarray(start, start + sizes.getUint32(place * SIZE_BYTES, true));
}

/** A neighbour's signature, then what is shared with it, as JSON: it is written far more often than looked into. */
export function packTold(signature: Uint8Array, grounds: readonly Ground[]): Uint8Array {
  const packed = JSON.stringify(grounds.map(({ kind, part, names }) => [kind, Number(part.toPrecision(8)), ...names]));
  return Buffer.concat([signature, Buffer.from(packed)]);
}

export function toldSignature(told: Uint8Array): Uint8Array {
  return told.subarray(0, SIGNATURE_BYTES);
}

export function toldGrounds(told: Uint8Array): readonly Ground[] {
  const packed = Buffer.from(told.buffer, told.byteOffset, told.length).toString('utf8', SIGNATURE_BYTES);
  // `packTold` made it.
  const rows = JSON.parse(packed) as readonly [Ground['kind'], number, ...string[]][];
  return rows.map(([kind, part, ...names]) => ({ kind, part, names }));
}
