import type { Db } from 'mongodb';
import { backgroundOf } from './background.ts';
import { createRarity, LEAST_DOCUMENTS, type Rarity } from './frequencies.ts';
import { hash32, hashPair } from './hash32.ts';
import { SIGNATURE_BYTES } from './signature.ts';
import { forEachTerm, signatureBytes, type TermsRow } from './stored.ts';
import { TermCounts } from './term-counts.ts';

/** Neighbours of each article that others ask for: beyond them nothing of a circle changes that a reader would see. */
export const KEPT_NEIGHBOURS = 20;

/**
 * All that `related_terms` holds, without what one article alone has, in arrays that worker threads share: an article is a number in the order of
 * ids, a term of a language is a number. About 1 kB an article.
 */
export interface ArchiveMemory {
  readonly size: number;
  readonly languages: readonly string[];
  readonly idBytes: Uint8Array;
  /** Where each id starts; one more at the end. */
  readonly idStarts: Uint32Array;
  readonly dates: Float64Array;
  /** Places in `languages`. */
  readonly langs: Uint8Array;
  readonly signatures: Uint8Array;
  /** Terms of article i, ascending: from termStarts[i] to termStarts[i + 1]. */
  readonly termStarts: Float64Array;
  readonly terms: Uint32Array;
  readonly tfs: Uint8Array;
  /** By term: its hash within its language, how many articles have it, and what it is worth. */
  readonly hashes: Uint32Array;
  readonly documents: Uint32Array;
  readonly rarity: Float32Array;
  /** Articles found by term t, newest first: from postingStarts[t] to postingStarts[t + 1]. */
  readonly postingStarts: Uint32Array;
  readonly postings: Uint32Array;
  /** Filled by `findNeighbours`: at most 20 of each article, strongest first. */
  readonly nearCounts: Uint8Array;
  readonly near: Uint32Array;
  readonly nearScores: Float32Array;
  /** Filled by `findCircles`: bit k stands for the article's k-th neighbour, which has it among its own closest, too. */
  readonly mutual: Uint16Array;
}

const shared = {
  bytes: (length: number) => new Uint8Array(new SharedArrayBuffer(length)),
  shorts: (length: number) => new Uint16Array(new SharedArrayBuffer(length * 2)),
  words: (length: number) => new Uint32Array(new SharedArrayBuffer(length * 4)),
  floats: (length: number) => new Float32Array(new SharedArrayBuffer(length * 4)),
  doubles: (length: number) => new Float64Array(new SharedArrayBuffer(length * 8)),
};

/** Reads the whole of `related_terms`, twice: rows that are added meanwhile are left out. */
export async function readArchive(db: Db): Promise<ArchiveMemory> {
  const sizes = await countArchive(db);
  const memory = allocate(sizes);
  const keys = await fill(db, sizes, memory);
  post(memory, keys);
  return memory;
}

interface Sizes {
  readonly size: number;
  readonly idBytes: number;
  readonly terms: number;
  readonly keys: number;
  readonly counts: TermCounts;
  /** Texts by language, in the order in which languages were met. */
  readonly texts: ReadonlyMap<string, number>;
}

async function countArchive(db: Db): Promise<Sizes> {
  const counts = new TermCounts(await db.collection('related_terms').estimatedDocumentCount());
  const texts = new Map<string, number>();
  let [size, idBytes, keys] = [0, 0, 0];
  for await (const { _id, lang, terms, keys: own } of rowsOf(db)) {
    size += 1;
    idBytes += Buffer.byteLength(_id);
    keys += own.length;
    texts.set(lang, (texts.get(lang) ?? 0) + 1);
    const language = hash32(lang);
    forEachTerm(terms, (hash) => counts.add(hashPair(language, hash)));
  }
  let terms = 0;
  for (const [, count] of counts.table) terms += count;
  return { size, idBytes, terms, keys, counts, texts };
}

function rowsOf(db: Db) {
  return db.collection<TermsRow>('related_terms').find({}, { sort: { _id: 1 }, batchSize: 1000 });
}

function allocate({ size, idBytes, terms, keys, counts, texts }: Sizes): ArchiveMemory {
  const { size: known } = counts.table;
  return {
    size,
    languages: [...texts.keys()],
    idBytes: shared.bytes(idBytes),
    idStarts: shared.words(size + 1),
    dates: shared.doubles(size),
    langs: shared.bytes(size),
    signatures: shared.bytes(size * SIGNATURE_BYTES),
    termStarts: shared.doubles(size + 1),
    terms: shared.words(terms),
    tfs: shared.bytes(terms),
    hashes: shared.words(known),
    documents: shared.words(known),
    rarity: shared.floats(known),
    postingStarts: shared.words(known + 1),
    postings: shared.words(keys),
    nearCounts: shared.bytes(size),
    near: shared.words(size * KEPT_NEIGHBOURS),
    nearScores: shared.floats(size * KEPT_NEIGHBOURS),
    mutual: shared.shorts(size),
  };
}

/** Keys of each article as numbers of terms, in one line; those of an article start at its place. */
interface ArticleKeys {
  readonly starts: Uint32Array;
  readonly keys: Uint32Array;
}

async function fill(db: Db, { size, counts, texts }: Sizes, memory: ArchiveMemory): Promise<ArticleKeys> {
  const places = new Map(memory.languages.map((lang, place) => [lang, place]));
  const numbers = counts.table;
  const count = new Uint32Array(memory.hashes.length + 1);
  // From here on the table tells numbers, from 1, in the place of counts.
  numbers.number((number, documents) => (count[number] = documents));
  memory.documents.set(count.subarray(1));
  const rarities = new Map<string, Rarity>();
  const own: ArticleKeys = { starts: new Uint32Array(size + 1), keys: new Uint32Array(memory.postings.length) };
  const encoder = new TextEncoder();
  const pairs: number[] = [];
  let [article, ids, terms, keys] = [0, 0, 0, 0];
  for await (const row of rowsOf(db)) {
    const place = places.get(row.lang);
    const id = encoder.encode(row._id);
    const isNew = article >= size || place === undefined || ids + id.length > memory.idBytes.length;
    if (isNew || keys + row.keys.length > own.keys.length) break;
    const language = hash32(row.lang);
    const rarity =
      rarities.get(row.lang) ??
      createRarity(
        {
          texts: texts.get(row.lang) ?? 0,
          documentsWith: { get: (hash) => count[numbers.get(hashPair(language, hash))] ?? 0 },
        },
        backgroundOf(row.lang),
        LEAST_DOCUMENTS,
      );
    rarities.set(row.lang, rarity);
    pairs.length = 0;
    forEachTerm(row.terms, (hash, tf) => {
      const number = numbers.get(hashPair(language, hash));
      if (number === 0) return;
      pairs.push((number - 1) * 256 + tf);
      if (memory.hashes[number - 1] !== 0) return;
      memory.hashes[number - 1] = hash;
      memory.rarity[number - 1] = rarity(hash);
    });
    if (terms + pairs.length > memory.terms.length) break;
    for (const pair of pairs.sort((a, b) => a - b)) {
      memory.terms[terms] = Math.floor(pair / 256);
      memory.tfs[terms] = pair % 256;
      terms += 1;
    }
    for (const key of row.keys) {
      const number = numbers.get(key >>> 0);
      if (number > 0) own.keys[keys++] = number - 1;
    }
    memory.idBytes.set(id, ids);
    ids += id.length;
    memory.dates[article] = row.at.getTime();
    memory.langs[article] = place;
    memory.signatures.set(signatureBytes(row.signature).subarray(0, SIGNATURE_BYTES), article * SIGNATURE_BYTES);
    article += 1;
    memory.idStarts[article] = ids;
    memory.termStarts[article] = terms;
    own.starts[article] = keys;
  }
  // Of rows that went away meanwhile nothing is left but empty articles.
  for (let left = article; left < size; left++) {
    memory.idStarts[left + 1] = ids;
    memory.termStarts[left + 1] = terms;
    own.starts[left + 1] = keys;
  }
  return own;
}

/** Makes the inverted index. */
function post({ size, dates, postingStarts, postings }: ArchiveMemory, { starts, keys }: ArticleKeys): void {
  const used = starts[size] ?? 0;
  for (let at = 0; at < used; at++) {
    const next = (keys[at] ?? 0) + 1;
    postingStarts[next] = (postingStarts[next] ?? 0) + 1;
  }
  for (let at = 1; at < postingStarts.length; at++) {
    postingStarts[at] = (postingStarts[at] ?? 0) + (postingStarts[at - 1] ?? 0);
  }
  const ends = Uint32Array.from(postingStarts);
  const newest = Uint32Array.from({ length: size }, (_, article) => article).sort(
    (a, b) => (dates[b] ?? 0) - (dates[a] ?? 0) || b - a,
  );
  for (const article of newest) {
    for (let at = starts[article] ?? 0; at < (starts[article + 1] ?? 0); at++) {
      const key = keys[at] ?? 0;
      const end = ends[key] ?? 0;
      postings[end] = article;
      ends[key] = end + 1;
    }
  }
}

/** The id of an article; '' where its row went away while the archive was read. */
export function idOf({ idBytes, idStarts }: ArchiveMemory, article: number): string {
  return Buffer.from(
    idBytes.buffer,
    idStarts[article],
    (idStarts[article + 1] ?? 0) - (idStarts[article] ?? 0),
  ).toString();
}

/** The first article behind an id; 0 where there is no id. */
export function firstAfter(memory: ArchiveMemory, id: string | undefined): number {
  if (id === undefined) return 0;
  let [low, high] = [0, memory.size];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (idOf(memory, middle) > id) high = middle;
    else low = middle + 1;
  }
  return low;
}
