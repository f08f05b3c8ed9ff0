import type { Document } from 'bson';
import type { Collection } from './catalogue.ts';
import type { Connection } from './database.ts';
import { addKeys, duplicateKey, removeKeys } from './index-writer.ts';
import { encode } from './keys.ts';
import { lockName, type LockHolder } from './locks.ts';
import { writeConflict } from './mongo-error.ts';
import type { NewChange } from './oplog.ts';
import type { Store } from './store.ts';
import {
  changeOf,
  checkDocument,
  prepareInsert,
  uniqueKeysOf,
  type Replacement,
  type Row,
  type Writer,
} from './writer.ts';

/** A document the transaction has changed; `document` null means deleted. */
interface Draft {
  readonly document: Document | null;
  readonly bytes: Uint8Array;
  /** What the snapshot has; null for a document the transaction inserted. */
  readonly before: Document | null;
}

/** Places of documents not stored yet: behind all stored ones. */
const FIRST_DRAFT_RID = 2 ** 50;

/**
 * A multi-document transaction: reads a SQLite snapshot with its own changes laid over it, holds a lock on each document and unique key
 * it changes, and writes to SQLite only at commit. So transactions that change different documents never meet.
 */
export class Transaction implements Writer, LockHolder {
  readonly snapshot: Connection;
  readonly startedAt: number;
  readonly ended: Promise<void>;
  readonly #store: Store;
  readonly #newestCollection: number;
  readonly #newestIndex: number;
  readonly #drafts = new Map<Collection, Map<number, Draft>>();
  readonly #changes: NewChange[] = [];
  /** Ids and unique keys of the drafts, by lock. */
  readonly #taken = new Map<string, number>();
  #nextRid = FIRST_DRAFT_RID;
  #end: () => void = () => {};

  constructor(store: Store) {
    this.#store = store;
    this.snapshot = store.database.beginSnapshot();
    this.startedAt = store.locks.commits;
    this.ended = new Promise((resolve) => (this.#end = resolve));
    const newest = (table: string): number =>
      Number(this.snapshot.prepare(`SELECT max(id) id FROM ${table}`).get()?.['id'] ?? 0);
    this.#newestCollection = newest('_coll');
    this.#newestIndex = newest('_idx');
    store.locks.open(this);
  }

  /** Whether the snapshot has a table for it: false for what was made after it was taken. */
  hasCollection = (collection: Collection): boolean => collection.id <= this.#newestCollection;

  hasIndex = (index: { readonly id: number }): boolean => index.id <= this.#newestIndex;

  /** The transaction's own changes to a collection by rid; null means deleted. */
  drafts(collection: Collection): ReadonlyMap<number, Pick<Draft, 'document' | 'bytes'>> | undefined {
    return this.#drafts.get(collection);
  }

  insert(collection: Collection, sent: Uint8Array): Document {
    const { document, bytes } = prepareInsert(sent);
    checkDocument(collection, document, bytes);
    const rid = this.#nextRid++;
    const key = encode([document['_id']]);
    const name = lockName(collection.id, key);
    this.#store.locks.acquire(name, this);
    const stored = this.#store.main.prepare(`SELECT rid FROM d_${collection.id} WHERE k=?`).get(key);
    if (this.#taken.has(name) || (stored && !this.#drafts.get(collection)?.has(Number(stored['rid']))))
      throw duplicateKey(collection, { name: '_id_', key: { _id: 1 } }, document);
    this.#takeKeys(collection, rid, null, document);
    this.#draft(collection, rid, { document, bytes, before: null });
    this.#changes.push(changeOf('insert', collection, document['_id'], { doc: bytes }));
    return document;
  }

  replace(
    collection: Collection,
    { rid }: Row,
    before: Document,
    { document: after, bytes, update }: Replacement,
  ): void {
    checkDocument(collection, after, bytes);
    this.#store.locks.acquire(lockName(collection.id, encode([after['_id']])), this);
    this.#takeKeys(collection, rid, before, after);
    this.#draft(collection, rid, { document: after, bytes, before });
    this.#changes.push(
      update
        ? changeOf('update', collection, after['_id'], { upd: update })
        : changeOf('replace', collection, after['_id'], { doc: bytes }),
    );
  }

  remove(collection: Collection, { rid, bytes }: Row, before: Document): void {
    this.#store.locks.acquire(lockName(collection.id, encode([before['_id']])), this);
    this.#takeKeys(collection, rid, before, null);
    this.#draft(collection, rid, { document: null, bytes, before });
    this.#changes.push(changeOf('delete', collection, before['_id']));
  }

  /** Keeps what the snapshot had, however often a document is changed. */
  #draft(collection: Collection, rid: number, draft: Draft): void {
    const drafts = this.#drafts.get(collection) ?? new Map<number, Draft>();
    this.#drafts.set(collection, drafts);
    const earlier = drafts.get(rid);
    drafts.set(rid, earlier ? { ...draft, before: earlier.before } : draft);
  }

  /** Locks the unique keys of both states and moves them; 11000 when another document has one, here or stored. */
  #takeKeys(collection: Collection, rid: number, before: Document | null, after: Document | null): void {
    const given = before ? uniqueKeysOf(collection, before) : [];
    const wanted = after ? uniqueKeysOf(collection, after) : [];
    const drafts = this.#drafts.get(collection);
    for (const { lock } of [...given, ...wanted]) this.#store.locks.acquire(lock, this);
    for (const { index, key, lock } of wanted) {
      const owner = this.#taken.get(lock);
      const stored = this.#store.main.prepare(`SELECT rid FROM i_${index.id} WHERE k=?`).all(key);
      const takenByStored = stored.some((row) => Number(row['rid']) !== rid && !drafts?.has(Number(row['rid'])));
      if (takenByStored || (owner !== undefined && owner !== rid)) throw duplicateKey(collection, index, after ?? {});
    }
    const idLock = (document: Document): string => lockName(collection.id, encode([document['_id']]));
    for (const { lock } of given) this.#taken.delete(lock);
    for (const { lock } of wanted) this.#taken.set(lock, rid);
    if (before) this.#taken.delete(idLock(before));
    if (after) this.#taken.set(idLock(after), rid);
  }

  /** Writes everything at once and ends the transaction; throws 112 when a collection is gone or an index made meanwhile refuses. */
  commit(): void {
    try {
      if (this.#changes.length > 0) this.#store.change(() => this.#write());
    } finally {
      this.#finish();
    }
  }

  abort(): void {
    this.#finish();
  }

  #finish(): void {
    this.#store.database.endSnapshot(this.snapshot);
    this.#store.locks.close(this);
    this.#end();
  }

  #write(): void {
    const { main, locks, indexWriter, oplog } = this.#store;
    // Keys are given up before any is taken, so that two documents may swap a unique value.
    for (const [collection, drafts] of this.#drafts) {
      if (this.#store.collection(collection.db, collection.name) !== collection) throw writeConflict();
      for (const [rid, { before, document }] of drafts) {
        const id = (document ?? before)?.['_id'];
        locks.write(lockName(collection.id, encode([id])), this);
        for (const state of [before, document])
          for (const { lock } of state ? uniqueKeysOf(collection, state) : []) locks.write(lock, this);
        if (!before) continue;
        for (const index of collection.indexes) removeKeys(indexWriter, index, rid, before);
        if (!document) main.prepare(`DELETE FROM d_${collection.id} WHERE rid=?`).run(rid);
      }
    }
    for (const [collection, drafts] of this.#drafts)
      for (const [rid, { before, document, bytes }] of drafts) {
        if (!document) continue;
        const stored = before ? rid : this.#insertRow(collection, document, bytes);
        if (before) main.prepare(`UPDATE d_${collection.id} SET v=? WHERE rid=?`).run(bytes, rid);
        for (const index of collection.indexes) addKeys(indexWriter, collection, index, stored, document);
      }
    for (const change of this.#changes) oplog.append(change);
  }

  #insertRow(collection: Collection, document: Document, bytes: Uint8Array): number {
    const { lastInsertRowid } = this.#store.main
      .prepare(`INSERT INTO d_${collection.id}(k, v) VALUES(?, ?)`)
      .run(encode([document['_id']]), bytes);
    return Number(lastInsertRowid);
  }
}
