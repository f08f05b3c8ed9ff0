import { EJSON, UUID, type Document } from 'bson';
import { checkIndexSpec, indexExists, toIndex, validatorOf, type Collection, type Index } from './catalogue.ts';
import type { Connection, Database } from './database.ts';
import { addKeys, IndexWriter } from './index-writer.ts';
import { DocumentLocks } from './locks.ts';
import { Oplog } from './oplog.ts';
import { readBson } from './read-bson.ts';

/** The catalogue and the SQLite transaction around every change. Documents are written by `DirectWriter` and `Transaction`. */
export class Store {
  readonly database: Database;
  readonly oplog: Oplog;
  readonly locks = new DocumentLocks();
  readonly indexWriter: IndexWriter;
  readonly #collections = new Map<string, Collection>();
  readonly #onCommit: () => void;
  #catalogueChanged = false;
  #depth = 0;

  constructor(database: Database, onCommit: () => void = () => {}) {
    this.database = database;
    this.oplog = new Oplog(database.main);
    this.indexWriter = new IndexWriter(database.main);
    this.#onCommit = onCommit;
    this.#load();
  }

  get main(): Connection {
    return this.database.main;
  }

  #load(): void {
    this.#collections.clear();
    for (const row of this.main.prepare('SELECT id, db, name, uuid, options FROM _coll').all()) {
      const options: Document = EJSON.parse(String(row['options']));
      const collection: Collection = {
        id: Number(row['id']),
        db: String(row['db']),
        name: String(row['name']),
        uuid: new UUID(row['uuid'] as Uint8Array), // a BLOB column
        options,
        indexes: [],
        validates: validatorOf(options),
      };
      for (const index of this.main
        .prepare('SELECT id, spec, multi FROM _idx WHERE coll=? ORDER BY id')
        .all(collection.id))
        collection.indexes.push(
          toIndex(Number(index['id']), EJSON.parse(String(index['spec'])), JSON.parse(String(index['multi']))),
        );
      this.#collections.set(`${collection.db}.${collection.name}`, collection);
    }
  }

  /** Runs changes as one: all of them are committed, or none when it throws. Nested calls join the outer one. */
  change<T>(run: () => T): T {
    if (this.#depth > 0) return run();
    const { sqlite } = this.main;
    const before = this.oplog.last;
    sqlite.exec('BEGIN IMMEDIATE');
    this.#depth = 1;
    try {
      const result = run();
      sqlite.exec('COMMIT');
      this.locks.settle(true);
      this.indexWriter.settle(true);
      if (this.oplog.last !== before) this.#onCommit();
      return result;
    } catch (error) {
      // A full disk has rolled it back already.
      if (sqlite.isTransaction) sqlite.exec('ROLLBACK');
      this.locks.settle(false);
      this.#undo(before);
      throw error;
    } finally {
      this.#depth = 0;
      this.#catalogueChanged = false;
    }
  }

  /** Inside `change`: undoes just this step when it throws. */
  step<T>(run: () => T): T {
    const { sqlite } = this.main;
    const before = this.oplog.last;
    this.main.prepare('SAVEPOINT step').run();
    try {
      const result = run();
      this.main.prepare('RELEASE step').run();
      return result;
    } catch (error) {
      if (sqlite.isTransaction) sqlite.exec('ROLLBACK TO step; RELEASE step');
      this.#undo(before);
      throw error;
    }
  }

  #undo(lastChange: number): void {
    this.oplog.last = lastChange;
    this.indexWriter.settle(false);
    if (this.#catalogueChanged) this.#load();
  }

  // ---- collections

  collections(db?: string): readonly Collection[] {
    return [...this.#collections.values()].filter((one) => db === undefined || one.db === db);
  }

  collection(db: string, name: string): Collection | undefined {
    return this.#collections.get(`${db}.${name}`);
  }

  count(collection: Collection): number {
    return Number(this.main.prepare(`SELECT count(*) n FROM d_${collection.id}`).get()?.['n'] ?? 0);
  }

  /** The collection, made if it does not exist. */
  ensureCollection(db: string, name: string, options: Document = {}): Collection {
    const existing = this.collection(db, name);
    if (existing) return existing;
    const validates = validatorOf(options);
    return this.change(() => {
      this.#catalogueChanged = true;
      const uuid = new UUID();
      const { lastInsertRowid } = this.main
        .prepare('INSERT INTO _coll(db, name, uuid, options) VALUES(?, ?, ?, ?)')
        .run(db, name, Uint8Array.from(uuid.buffer), EJSON.stringify(options));
      const id = Number(lastInsertRowid);
      this.main.sqlite.exec(`CREATE TABLE d_${id}(rid INTEGER PRIMARY KEY, k BLOB NOT NULL UNIQUE, v BLOB NOT NULL)`);
      const collection: Collection = { id, db, name, uuid, options, indexes: [], validates };
      this.#collections.set(`${db}.${name}`, collection);
      return collection;
    });
  }

  dropCollection(collection: Collection): void {
    this.change(() => {
      this.#catalogueChanged = true;
      for (const index of collection.indexes) this.indexWriter.dropTable(index);
      this.main.sqlite.exec(
        `DROP TABLE d_${collection.id}; DELETE FROM _idx WHERE coll=${collection.id}; DELETE FROM _coll WHERE id=${collection.id}`,
      );
      this.#collections.delete(`${collection.db}.${collection.name}`);
      this.oplog.append({ op: 'drop', db: collection.db, coll: collection.name });
    });
  }

  renameCollection(collection: Collection, db: string, name: string): void {
    this.change(() => {
      this.#catalogueChanged = true;
      this.oplog.append({ op: 'rename', db: collection.db, coll: collection.name, to: name });
      this.#collections.delete(`${collection.db}.${collection.name}`);
      this.main.prepare('UPDATE _coll SET db=?, name=? WHERE id=?').run(db, name, collection.id);
      this.#collections.set(`${db}.${name}`, collection);
      collection.db = db;
      collection.name = name;
    });
  }

  setOptions(collection: Collection, options: Document): void {
    const validates = validatorOf(options);
    this.change(() => {
      this.#catalogueChanged = true;
      this.main.prepare('UPDATE _coll SET options=? WHERE id=?').run(EJSON.stringify(options), collection.id);
      collection.options = options;
      collection.validates = validates;
    });
  }

  // ---- indexes

  /** False when the same index exists; throws 85 or 86 for a contradicting one and 11000 when a unique one finds duplicates. */
  createIndex(collection: Collection, spec: Document): boolean {
    checkIndexSpec(spec);
    if (indexExists(collection, spec)) return false;
    this.change(() => {
      this.#catalogueChanged = true;
      const { lastInsertRowid } = this.main
        .prepare(`INSERT INTO _idx(coll, spec, multi) VALUES(?, ?, '[]')`)
        .run(collection.id, EJSON.stringify(spec));
      const index = toIndex(Number(lastInsertRowid), spec);
      this.indexWriter.createTable(index);
      const rows = this.main.prepare(`SELECT rid, v FROM d_${collection.id} WHERE rid > ? ORDER BY rid LIMIT 500`);
      for (let last = -1, more = true; more;) {
        const batch = rows.all(last);
        for (const row of batch) {
          last = Number(row['rid']);
          addKeys(this.indexWriter, collection, index, last, readBson(row['v'] as Uint8Array)); // a BLOB column
        }
        more = batch.length > 0;
      }
      collection.indexes.push(index);
    });
    return true;
  }

  dropIndex(collection: Collection, index: Index): void {
    this.change(() => {
      this.#catalogueChanged = true;
      this.indexWriter.dropTable(index);
      this.main.prepare('DELETE FROM _idx WHERE id=?').run(index.id);
      collection.indexes.splice(collection.indexes.indexOf(index), 1);
    });
  }
}
