import type { Db } from 'mongodb';
import { ArchiveFiller } from './archive-filler.ts';
import { type ArchiveMemory, type ArticlesMemory, KEPT_NEIGHBOURS, type KnownTerms, shared } from './archive-memory.ts';
import { type KeyBits, postArchive } from './archive-postings.ts';
import type { CountTable } from './count-table.ts';
import { hash32, hashPair } from './hash32.ts';
import { commonestTfs, mostBytes } from './packed-terms.ts';
import { SIGNATURE_BYTES } from './signature.ts';
import { rowsAfter } from './sorted-ids.ts';
import { forEachTerm, type TermsRow } from './stored.ts';
import { TermCounts } from './term-counts.ts';

/** Reads the whole of `related_terms`, twice: rows that are added meanwhile are left out. */
export async function readArchive(db: Db): Promise<ArchiveMemory> {
  const { articles, keys } = await fill(db, await countArchive(db));
  const { size } = articles;
  return {
    ...articles,
    ...postArchive(articles, keys),
    nearCounts: shared.bytes(size),
    near: shared.words(size * KEPT_NEIGHBOURS),
    nearScores: shared.shorts(size * KEPT_NEIGHBOURS),
    mutual: shared.shorts(size),
  };
}

interface Sizes {
  readonly size: number;
  readonly idBytes: number;
  /** In how many articles each term of a language is, without those of one article alone. */
  readonly table: CountTable;
  /** How often each tf is met. */
  readonly tfs: Uint32Array;
  /** Texts by language, in the order in which languages were met. */
  readonly texts: ReadonlyMap<string, number>;
}

async function countArchive(db: Db): Promise<Sizes> {
  const counts = new TermCounts(await db.collection('related_terms').estimatedDocumentCount());
  const tfs = new Uint32Array(256);
  const texts = new Map<string, number>();
  let [size, idBytes] = [0, 0];
  for await (const { _id, lang, terms } of rowsOf(db)) {
    size += 1;
    idBytes += Buffer.byteLength(_id);
    texts.set(lang, (texts.get(lang) ?? 0) + 1);
    const language = hash32(lang);
    forEachTerm(terms, (hash, tf) => {
      counts.add(hashPair(language, hash));
      tfs[tf] = (tfs[tf] ?? 0) + 1;
    });
  }
  return { size, idBytes, table: counts.table, tfs, texts };
}

/** Rows read with one command: 500 kB. */
const BATCH = 500;

async function* rowsOf(db: Db): AsyncGenerator<TermsRow> {
  const projection = { lang: 1, at: 1, keys: 1, terms: 1, signature: 1 };
  for await (const rows of rowsAfter<TermsRow>(db, 'related_terms', { projection, size: BATCH })) yield* rows;
}

async function fill(db: Db, sizes: Sizes): Promise<{ readonly articles: ArticlesMemory; readonly keys: KeyBits }> {
  const { table } = sizes;
  // From here on the table tells numbers, from 1, in the place of counts.
  const { terms, occurrences } = knownTerms(table, sizes.texts);
  const filler = new ArchiveFiller(allocate(sizes, terms, occurrences), table, occurrences);
  for await (const row of rowsOf(db)) if (!filler.add(row)) break;
  return filler.end();
}

/** Numbers the terms, those that most articles have first; their hashes are not known yet. `occurrences` are terms of articles. */
function knownTerms(
  table: CountTable,
  texts: Sizes['texts'],
): { readonly terms: KnownTerms; readonly occurrences: number } {
  const steps = table.number();
  let occurrences = 0;
  for (const [place, { count, first }] of steps.entries()) {
    occurrences += count * ((steps[place + 1]?.first ?? table.size + 1) - first);
  }
  const [firsts, documents] = [shared.words(steps.length), shared.words(steps.length)];
  firsts.set(steps.map(({ first }) => first - 1));
  documents.set(steps.map(({ count }) => count));
  const [languages, articles] = [[...texts.keys()], [...texts.values()]];
  return { terms: { languages, texts: articles, hashes: shared.words(table.size), firsts, documents }, occurrences };
}

function allocate({ size, idBytes, tfs }: Sizes, terms: KnownTerms, occurrences: number): ArticlesMemory {
  return {
    ...terms,
    size,
    idBytes: shared.bytes(idBytes),
    idStarts: shared.words(size + 1),
    dates: shared.doubles(size),
    langs: shared.bytes(size),
    signatures: shared.bytes(size * SIGNATURE_BYTES),
    packed: {
      // What is not written to takes no memory.
      bytes: shared.bytes(mostBytes(occurrences, terms.hashes.length)),
      starts: shared.words(size + 1),
      tfs: Uint8Array.from(commonestTfs(tfs)),
    },
    lengths: shared.floats(size),
  };
}
