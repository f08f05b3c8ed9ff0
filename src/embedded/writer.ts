import { ObjectId, serialize, type Document } from 'bson';
import type { Collection, Index } from './catalogue.ts';
import { indexKeysOf } from './index-keys.ts';
import { addKeys, duplicateKey, removeKeys, replaceKeys } from './index-writer.ts';
import { encode } from './keys.ts';
import { lockName } from './locks.ts';
import { MongoError } from './mongo-error.ts';
import type { NewChange } from './oplog.ts';
import { readBson } from './read-bson.ts';
import type { Store } from './store.ts';
import { isDocument, TAG, tagOf, typeName } from './values.ts';

/** A stored document; `rid` is its place in the collection and stays the same. */
export interface Row {
  readonly rid: number;
  readonly bytes: Uint8Array;
}

/** What a document becomes. */
export interface Replacement {
  readonly document: Document;
  /** The same as it is stored. */
  readonly bytes: Uint8Array;
  /** The updateDescription for change streams; without one the change is a replacement. */
  readonly update?: Document | undefined;
}

/** How commands change documents: at once, or into a transaction. */
export interface Writer {
  /** Adds a document, with an _id if it has none, and returns it as stored. Throws 11000, 121, 53, 10334. */
  insert(collection: Collection, bytes: Uint8Array): Document;
  replace(collection: Collection, row: Row, before: Document, after: Replacement): void;
  remove(collection: Collection, row: Row, before: Document): void;
}

const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** Throws when a document is too large or fails the collection's validator. */
export function checkDocument(collection: Collection, document: Document, bytes: Uint8Array): void {
  if (bytes.length > MAX_DOCUMENT_BYTES)
    throw new MongoError(
      10334,
      'BSONObjectTooLarge',
      `BSONObj size: ${bytes.length} is invalid. Size must be between 0 and 16793600(16MB)`,
    );
  if (collection.validates && !collection.validates(document))
    throw new MongoError(121, 'DocumentValidationFailure', 'Document failed validation', {
      errInfo: { failingDocumentId: document['_id'] },
    });
}

/** A document as it will be stored: `_id` present and first. */
export function prepareInsert(bytes: Uint8Array): { readonly document: Document; readonly bytes: Uint8Array } {
  const sent = readBson(bytes);
  const [first] = Object.keys(sent);
  const { _id: id = new ObjectId(), ...rest } = sent;
  if (Array.isArray(id) || tagOf(id) === TAG.REGEX || (isDocument(id) && Object.keys(id)[0]?.startsWith('$')))
    throw new MongoError(53, 'InvalidIdField', `The '_id' value cannot be of type ${typeName(id)}`);
  if (first === '_id') return { document: sent, bytes };
  const document = { _id: id, ...rest };
  return { document, bytes: serialize(document) };
}

/** Writes on the main connection, inside `Store.change`. A document that an open transaction has changed throws `Blocked`. */
export class DirectWriter implements Writer {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  insert(collection: Collection, sent: Uint8Array): Document {
    const { main, locks, indexWriter, oplog } = this.#store;
    const { document, bytes } = prepareInsert(sent);
    checkDocument(collection, document, bytes);
    const key = encode([document['_id']]);
    locks.write(lockName(collection.id, key));
    if (main.prepare(`SELECT 1 FROM d_${collection.id} WHERE k=?`).get(key))
      throw duplicateKey(collection, { name: '_id_', key: { _id: 1 } }, document);
    this.#lockUnique(collection, document);
    const { lastInsertRowid } = main.prepare(`INSERT INTO d_${collection.id}(k, v) VALUES(?, ?)`).run(key, bytes);
    for (const index of collection.indexes) addKeys(indexWriter, collection, index, Number(lastInsertRowid), document);
    oplog.append(changeOf('insert', collection, document['_id'], { doc: bytes }));
    return document;
  }

  replace(collection: Collection, row: Row, before: Document, { document: after, bytes, update }: Replacement): void {
    const { main, locks, indexWriter, oplog } = this.#store;
    checkDocument(collection, after, bytes);
    locks.write(lockName(collection.id, encode([after['_id']])));
    this.#lockUnique(collection, after, before);
    main.prepare(`UPDATE d_${collection.id} SET v=? WHERE rid=?`).run(bytes, row.rid);
    for (const index of collection.indexes) replaceKeys(indexWriter, collection, index, row.rid, before, after);
    oplog.append(
      update
        ? changeOf('update', collection, after['_id'], { upd: update })
        : changeOf('replace', collection, after['_id'], { doc: bytes }),
    );
  }

  remove(collection: Collection, row: Row, before: Document): void {
    const { main, locks, indexWriter, oplog } = this.#store;
    locks.write(lockName(collection.id, encode([before['_id']])));
    this.#lockUnique(collection, before);
    main.prepare(`DELETE FROM d_${collection.id} WHERE rid=?`).run(row.rid);
    for (const index of collection.indexes) removeKeys(indexWriter, index, row.rid, before);
    oplog.append(changeOf('delete', collection, before['_id']));
  }

  /** A transaction may hold a unique key for a document nobody else sees yet, or have given one up that it may yet keep. */
  #lockUnique(collection: Collection, ...documents: readonly Document[]): void {
    const { locks } = this.#store;
    if (!locks.anyOpen) return;
    for (const document of documents) for (const { lock } of uniqueKeysOf(collection, document)) locks.write(lock);
  }
}

interface UniqueKey {
  readonly index: Index;
  readonly key: Buffer;
  readonly lock: string;
}

/** All keys of a document in unique indexes. */
export const uniqueKeysOf = (collection: Collection, document: Document): readonly UniqueKey[] =>
  collection.indexes
    .filter((index) => index.unique)
    .flatMap((index) =>
      indexKeysOf(index, document).keys.map((key) => ({ index, key, lock: lockName(-index.id, key) })),
    );

/** An entry of the log for one document. */
export const changeOf = (
  op: NewChange['op'],
  { db, name }: Collection,
  id: unknown,
  rest: Partial<NewChange> = {},
): NewChange => ({ op, db, coll: name, key: { _id: id }, ...rest });
