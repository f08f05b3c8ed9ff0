import { EJSON, type Document } from 'bson';
import type { Collection, Index } from './catalogue.ts';
import type { Connection } from './database.ts';
import { indexKeysOf } from './index-keys.ts';
import { MongoError } from './mongo-error.ts';
import { pathValues, splitPath } from './paths.ts';
import { tokenizerOf } from './text-score.ts';

/** Writes the key tables of indexes on the main connection. */
export class IndexWriter {
  readonly connection: Connection;
  readonly #marked = new Set<Index>();

  constructor(connection: Connection) {
    this.connection = connection;
  }

  createTable(index: Index): void {
    const { sqlite } = this.connection;
    if (!index.textWeights)
      return sqlite.exec(
        `CREATE TABLE i_${index.id}(k BLOB NOT NULL, rid INTEGER NOT NULL, PRIMARY KEY(k, rid)) WITHOUT ROWID`,
      );
    sqlite.exec(
      `CREATE VIRTUAL TABLE t_${index.id} USING fts5(${columnsOf(index).join(',')}, content='', contentless_delete=1, tokenize='${tokenizerOf(index)}')`,
    );
  }

  dropTable(index: Index): void {
    this.connection.sqlite.exec(`DROP TABLE ${index.textWeights ? 't' : 'i'}_${index.id}`);
  }

  /** Remembers, for good, on which paths of the index arrays occur. */
  markMultikey(index: Index, paths: ReadonlySet<string>): void {
    if (paths.isSubsetOf(index.multikeyPaths)) return;
    this.#marked.add(index);
    for (const path of paths) index.multikeyPaths.add(path);
    this.connection
      .prepare('UPDATE _idx SET multi=? WHERE id=?')
      .run(JSON.stringify([...index.multikeyPaths]), index.id);
  }

  /** After a change: what was marked stays, or, when it was undone, is again what the file says. */
  settle(committed: boolean): void {
    for (const index of committed ? [] : this.#marked) {
      const row = this.connection.prepare('SELECT multi FROM _idx WHERE id=?').get(index.id);
      index.multikeyPaths.clear();
      for (const path of JSON.parse(String(row?.['multi'] ?? '[]'))) index.multikeyPaths.add(path);
    }
    if (committed) this.#marked.clear();
  }

  /** Whether another document than `rid` has this key. */
  isTaken(index: Index, key: Buffer, rid: number): boolean {
    return this.connection.prepare(`SELECT 1 FROM i_${index.id} WHERE k=? AND rid<>?`).get(key, rid) !== undefined;
  }
}

const columnsOf = (index: Index): readonly string[] => Object.keys(index.textWeights ?? {}).map((_, i) => `f${i}`);

/** What a text index reads of a document, by column. */
const textsOf = (index: Index, document: Document): readonly string[] =>
  Object.keys(index.textWeights ?? {}).map((path) =>
    pathValues(document, splitPath(path))
      .values.filter((value) => typeof value === 'string')
      .join('\n'),
  );

/** Adds a document to an index, leaving out keys it has already; throws 11000 when a unique key is taken. */
export function addKeys(
  writer: IndexWriter,
  collection: Collection,
  index: Index,
  rid: number,
  document: Document,
  existing?: ReadonlySet<string>,
): void {
  const { connection } = writer;
  if (index.textWeights) {
    const columns = columnsOf(index);
    const texts = textsOf(index, document);
    connection
      .prepare(`INSERT INTO t_${index.id}(rowid, ${columns.join(',')}) VALUES(?${',?'.repeat(columns.length)})`)
      .run(rid, ...texts);
    return;
  }
  const { keys, multikeyPaths } = indexKeysOf(index, document);
  writer.markMultikey(index, multikeyPaths);
  for (const key of keys) {
    if (existing?.has(key.toString('latin1'))) continue;
    if (index.unique && writer.isTaken(index, key, rid)) throw duplicateKey(collection, index, document);
    connection.prepare(`INSERT OR IGNORE INTO i_${index.id}(k, rid) VALUES(?, ?)`).run(key, rid);
  }
}

/** Removes a document from an index, keeping the keys in `kept`. */
export function removeKeys(
  { connection }: IndexWriter,
  index: Index,
  rid: number,
  document: Document,
  kept?: ReadonlySet<string>,
): void {
  if (index.textWeights) return void connection.prepare(`DELETE FROM t_${index.id} WHERE rowid=?`).run(rid);
  for (const key of indexKeysOf(index, document).keys)
    if (!kept?.has(key.toString('latin1')))
      connection.prepare(`DELETE FROM i_${index.id} WHERE k=? AND rid=?`).run(key, rid);
}

/** Moves a document's keys from what it was to what it is. */
export function replaceKeys(
  writer: IndexWriter,
  collection: Collection,
  index: Index,
  rid: number,
  before: Document,
  after: Document,
): void {
  if (index.textWeights) {
    if (textsOf(index, before).join('\0') === textsOf(index, after).join('\0')) return;
    removeKeys(writer, index, rid, before);
    return addKeys(writer, collection, index, rid, after);
  }
  const hashes = (document: Document): ReadonlySet<string> =>
    new Set(indexKeysOf(index, document).keys.map((key) => key.toString('latin1')));
  removeKeys(writer, index, rid, before, hashes(after));
  addKeys(writer, collection, index, rid, after, hashes(before));
}

/** Error 11000 with `keyPattern` and `keyValue`, from which drivers and callers tell the index. */
export function duplicateKey(
  collection: Collection,
  index: Pick<Index, 'name' | 'key'>,
  document: Document,
): MongoError {
  const keyValue = Object.fromEntries(
    Object.keys(index.key).map((path) => [path, pathValues(document, splitPath(path), false).values[0] ?? null]),
  );
  return new MongoError(
    11000,
    'DuplicateKey',
    `E11000 duplicate key error collection: ${collection.db}.${collection.name} index: ${index.name} dup key: ${EJSON.stringify(keyValue)}`,
    { keyPattern: index.key, keyValue },
  );
}
