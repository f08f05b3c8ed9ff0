import { Binary } from 'mongodb';
import type { CollectionPlan } from '#mongo/indexes.ts';
import { hash32, hashPair } from './hash32.ts';
import type { Ground } from './grounds.ts';
import { SIGNATURE_BYTES } from './signature.ts';
import type { Terms } from './vector.ts';

/** Counts up when terms, signatures or lists are made differently: older ones are then rebuilt. */
export const TERMS_VERSION = 3;

/** What is compared of one published article: `related_terms`. */
export interface TermsRow {
  readonly _id: string;
  readonly rev: number;
  readonly version: number;
  readonly lang: string;
  /** Its public date. */
  readonly at: Date;
  /** By these it is found, never across languages. */
  readonly keys: readonly number[];
  /** See `packTerms`. */
  readonly terms: Binary;
  readonly signature: Binary;
}

/** A neighbour by what the two articles themselves say. */
export interface PoolEntry {
  readonly id: string;
  readonly direct: number;
  /** See `packTold`. */
  readonly told: Binary;
}

/** Related articles with what the circles add, strongest first; `directs` are what is left of the direct scores beside them. Parallel: a reader's list is read in half the time. */
export interface Scored {
  readonly ids: readonly string[];
  readonly scores: readonly number[];
  readonly directs: readonly number[];
}

/** The neighbours of one published article: `related_lists`. */
export interface ListRow {
  readonly _id: string;
  readonly version: number;
  readonly lang: string;
  readonly signature: Binary;
  /** At most 50, strongest first: what is pushed and pulled. */
  readonly pool: readonly PoolEntry[];
  /** Made from pools; made anew whenever they change near the top. */
  readonly circle: { readonly ids: readonly string[]; readonly weights: readonly number[]; readonly share: number };
  readonly scored: Scored;
  /** Articles that have changed or gone since: their scores do not hold any more. */
  readonly stale: readonly string[];
}

/** The collections of related stories with their indexes; the index by keys is the inverted index itself. */
export const relatedPlans: readonly CollectionPlan[] = [
  { collection: 'related_terms', indexes: [{ key: { keys: 1, at: -1, _id: -1 } }, { key: { version: 1 } }] },
  { collection: 'related_lists', indexes: [] },
  { collection: 'related_state', indexes: [] },
  { collection: 'related_late', indexes: [] },
];

/** The key of a term in one language, as a signed 32-bit number: MongoDB stores it in 4 bytes. */
export function keyOf(lang: string, hash: number): number {
  return hashPair(hash32(lang), hash) | 0;
}

const TERM_BYTES = 5;

/** 5 bytes a term: its hash, little-endian, and its tf in sixteenths. */
export function packTerms({ hashes, tfs }: Terms): Binary {
  const bytes = Buffer.alloc(hashes.length * TERM_BYTES);
  for (const [index, hash] of hashes.entries()) {
    bytes.writeUInt32LE(hash, index * TERM_BYTES);
    bytes.writeUInt8(tfs[index] ?? 0, index * TERM_BYTES + 4);
  }
  return new Binary(bytes);
}

/** Tells of each packed term its hash and its tf in sixteenths, in the order in which they are packed. */
export function forEachTerm({ buffer, position }: Binary, act: (hash: number, tf: number) => void): void {
  const view = new DataView(buffer.buffer, buffer.byteOffset, position);
  for (let at = 0; at + TERM_BYTES <= position; at += TERM_BYTES) act(view.getUint32(at, true), view.getUint8(at + 4));
}

/** `packTerms` the other way round. */
export function unpackTerms(packed: Binary): Terms {
  const length = Math.floor(packed.position / TERM_BYTES);
  const [hashes, tfs] = [new Uint32Array(length), new Uint8Array(length)];
  let index = 0;
  forEachTerm(packed, (hash, tf) => {
    hashes[index] = hash;
    tfs[index] = tf;
    index += 1;
  });
  return { hashes, tfs };
}

/** A neighbour's signature, then what is shared with it, as JSON: a pool has 50 of them, which are read and written far more often than looked into. */
export function packTold(signature: Uint8Array, grounds: readonly Ground[]): Binary {
  const packed = JSON.stringify(grounds.map(({ kind, part, names }) => [kind, Number(part.toPrecision(8)), ...names]));
  return new Binary(Buffer.concat([signature, Buffer.from(packed)]));
}

export function toldSignature({ buffer }: Binary): Uint8Array {
  return buffer.subarray(0, SIGNATURE_BYTES);
}

export function toldGrounds({ buffer, position }: Binary): readonly Ground[] {
  const packed = Buffer.from(buffer.buffer, buffer.byteOffset, position).toString('utf8', SIGNATURE_BYTES);
  // `packTold` made it.
  const rows = JSON.parse(packed) as readonly [Ground['kind'], number, ...string[]][];
  return rows.map(([kind, part, ...names]) => ({ kind, part, names }));
}

/** The bytes of a stored signature. */
export function signatureBytes(signature: Binary): Uint8Array {
  return signature.buffer.subarray(0, signature.position);
}
