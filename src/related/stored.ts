import { Binary } from 'mongodb';
import type { CollectionPlan } from '#mongo/indexes.ts';
import { hash32, hashPair } from './hash32.ts';
import type { Terms } from './vector.ts';

/** Counts up when terms, signatures or lists are made differently: older ones are then rebuilt. */
export const TERMS_VERSION = 4;

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

/** Related articles with what the circles add, strongest first: parallel. */
export interface Scored {
  readonly ids: readonly string[];
  /** See `packNumbers`. */
  readonly scores: Binary;
  /** What is left of the direct scores beside them, packed alike. */
  readonly directs: Binary;
}

/** The neighbours of one published article: `related_lists`. What is only ever read whole is packed: a list is written twenty times for each article that comes. */
export interface ListRow {
  readonly _id: string;
  readonly version: number;
  readonly lang: string;
  readonly signature: Binary;
  /** Another number with each change, so that who writes a list can tell that it is still the one that was read. */
  readonly rev: number;
  /** At most 50 neighbours, strongest first; their direct scores (see `packNumbers`), and what is told of them (see `packPool`). */
  readonly pool: readonly string[];
  readonly directs: Binary;
  readonly told: Binary;
  /** Made from pools; made anew whenever they change near the top. */
  readonly circle: { readonly ids: readonly string[]; readonly weights: readonly number[]; readonly share: number };
  /** Without what has changed since: of that the direct score holds. */
  readonly scored: Scored;
}

/** A number for a list that is written: no two writers choose the same one. */
export function newRev(): number {
  return Math.floor(Math.random() * 2 ** 48);
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
export function unpackTerms({ buffer, position }: Binary): Terms {
  const length = Math.floor(position / TERM_BYTES);
  const [hashes, tfs] = [new Uint32Array(length), new Uint8Array(length)];
  const view = new DataView(buffer.buffer, buffer.byteOffset, position);
  for (let index = 0; index < length; index++) {
    hashes[index] = view.getUint32(index * TERM_BYTES, true);
    tfs[index] = view.getUint8(index * TERM_BYTES + 4);
  }
  return { hashes, tfs };
}

/** Numbers of 8 bytes each, little-endian. */
export function packNumbers(numbers: Iterable<number>): Binary {
  return new Binary(Buffer.from(Float64Array.from(numbers).buffer));
}

export function unpackNumbers({ buffer, position }: Binary): Float64Array {
  return new Float64Array(new Uint8Array(buffer.subarray(0, position)).buffer);
}

/** The bytes of a stored signature. */
export function signatureBytes(signature: Binary): Uint8Array {
  return signature.buffer.subarray(0, signature.position);
}
