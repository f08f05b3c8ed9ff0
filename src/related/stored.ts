import { Binary } from 'mongodb';
import type { CollectionPlan } from '#mongo/indexes.ts';
import { hash32, hashPair } from './hash32.ts';
import type { Ground } from './reasons.ts';
import type { Terms } from './vector.ts';

/** Counts up when terms or signatures are made differently: older ones are then rebuilt. */
export const TERMS_VERSION = 2;

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
  /** See `packGrounds`. */
  readonly grounds: string;
  readonly signature: Binary;
}

/** A related article with what the circles add; `direct` is what is left of the direct score beside them. */
interface ScoredEntry {
  readonly id: string;
  readonly score: number;
  readonly direct: number;
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
  readonly scored: readonly ScoredEntry[];
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

/** 5 bytes a term: its hash, little-endian, and its tf in sixteenths. Kinds are not stored: the article that is written knows its own. */
export function packTerms({ hashes, tfs }: Pick<Terms, 'hashes' | 'tfs'>): Binary {
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

/** Shared by all that is unpacked: kinds are not stored. */
const WORDS = new Map<number, Terms['kinds']>();

/** `packTerms` the other way round; every kind reads as `word`. */
export function unpackTerms(packed: Binary): Terms {
  const length = Math.floor(packed.position / TERM_BYTES);
  const [hashes, tfs] = [new Uint32Array(length), new Uint8Array(length)];
  let index = 0;
  forEachTerm(packed, (hash, tf) => {
    hashes[index] = hash;
    tfs[index] = tf;
    index += 1;
  });
  const kinds = WORDS.get(length) ?? Array.from(hashes, () => 'word' as const);
  WORDS.set(length, kinds);
  return { hashes, tfs, kinds };
}

/** What is shared as one text: a pool has 50 of them, which are read and written far more often than looked into. */
export function packGrounds(grounds: readonly Ground[]): string {
  return JSON.stringify(grounds.map(({ kind, part, names }) => [kind, Number(part.toPrecision(8)), ...names]));
}

/** The other way round. */
export function unpackGrounds(packed: string): readonly Ground[] {
  // `packGrounds` made it.
  const rows = JSON.parse(packed) as readonly [Ground['kind'], number, ...string[]][];
  return rows.map(([kind, part, ...names]) => ({ kind, part, names }));
}

/** The bytes of a stored signature. */
export function signatureBytes(signature: Binary): Uint8Array {
  return signature.buffer.subarray(0, signature.position);
}
