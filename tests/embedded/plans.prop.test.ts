import { serialize, type Document } from 'bson';
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { find, readerOf, type Query } from '#embedded/find.ts';
import { Transaction } from '#embedded/transaction.ts';
import { DirectWriter, type Writer } from '#embedded/writer.ts';
import { temporaryStore } from './store.ts';

const number = fc.integer({ min: 0, max: 4 });
const scalar = fc.oneof({ arbitrary: number, weight: 6 }, fc.constantFrom('a', 'ab', null, new Date(1)));
const list = fc.array(scalar, { maxLength: 3, size: 'max' });
const part = fc.record({ x: scalar, y: scalar });
const document = fc.record(
  { a: fc.oneof(scalar, list), b: scalar, p: fc.oneof(part, fc.array(part, { maxLength: 3, size: 'max' })) },
  { requiredKeys: ['b'] },
);

const path = fc.constantFrom('a', 'b', 'p.x', 'p.y');
const direction = fc.constantFrom(1, -1);
const index = fc.uniqueArray(fc.tuple(path, direction), { minLength: 1, maxLength: 3, selector: ([name]) => name });

const condition = fc.oneof(
  number,
  fc.record({ $gt: number }),
  fc.record({ $gte: number, $lt: number }),
  fc.record({ $gt: number, $lte: number }),
  fc.record({ $in: fc.array(scalar, { minLength: 1, maxLength: 3 }) }),
  fc.constantFrom(null, { $ne: 1 }, { $exists: true }, { $gte: 'a' }),
);
const conditions = fc.dictionary(path, condition, { maxKeys: 2, noNullPrototype: true });
const element = fc.dictionary(fc.constantFrom('x', 'y'), condition, { minKeys: 1, maxKeys: 2, noNullPrototype: true });
const filter = fc.oneof(
  { arbitrary: conditions, weight: 3 },
  fc.record({ $or: fc.array(conditions, { minLength: 1, maxLength: 2 }), b: condition }),
  fc.record({ $and: fc.array(conditions, { minLength: 1, maxLength: 2 }) }),
  fc.record({ p: fc.record({ $elemMatch: element }) }),
);
const sort = fc.uniqueArray(fc.tuple(path, direction), { maxLength: 2, selector: ([name]) => name });

const LONG = process.env['TEST_LONG'] !== undefined;
vi.setConfig({ testTimeout: LONG ? 900_000 : 60_000 });

/** A document with two lists in one index is refused, so it is left out. */
function insertWhatFits(
  writer: Writer,
  collection: Parameters<Writer['insert']>[0],
  documents: readonly Document[],
): void {
  for (const [_id, one] of documents.entries())
    try {
      writer.insert(collection, serialize({ _id, ...one }));
    } catch {
      // Parallel arrays.
    }
}

test('whatever index is used, and inside a transaction too, the answer is that of a full scan', () => {
  fc.assert(
    fc.property(
      fc.array(document, { minLength: 12, maxLength: 24, size: 'max' }),
      fc.array(index, { minLength: 1, maxLength: 3 }),
      fc.array(fc.record({ filter, sort, _id: direction, skip: fc.nat(1), limit: fc.nat(6) }), {
        minLength: 4,
        maxLength: 8,
      }),
      fc.nat(12),
      (documents, indexes, queries, stored) => {
        using temporary = temporaryStore();
        const { store } = temporary;
        const collection = store.ensureCollection('d', 'c');
        for (const [i, keys] of indexes.entries())
          if (!indexes.slice(0, i).some((other) => String(other) === String(keys)))
            store.createIndex(collection, { name: `i${i}`, key: { ...Object.fromEntries(keys), _id: 1 } });
        store.change(() =>
          insertWhatFits(stepwise(store, new DirectWriter(store)), collection, documents.slice(0, stored)),
        );
        const transaction = new Transaction(store);
        insertWhatFits(transaction, collection, documents);
        for (const reader of [readerOf(store), readerOf(store, transaction)])
          for (const { sort: order, _id, ...rest } of queries) {
            const query: Query = { ...rest, sort: { ...Object.fromEntries(order), _id } };
            const wanted = find(reader, collection, { ...query, hint: { $natural: 1 } });
            expect(find(reader, collection, query).map((hit) => hit.document)).toEqual(
              wanted.map((hit) => hit.document),
            );
          }
        transaction.abort();
      },
    ),
    { numRuns: LONG ? 2_000 : 100 },
  );
});

/** Undoes each insert that fails, as the server does. */
const stepwise = (store: ReturnType<typeof temporaryStore>['store'], writer: Writer): Writer => ({
  insert: (collection, bytes) => store.step(() => writer.insert(collection, bytes)),
  replace: writer.replace.bind(writer),
  remove: writer.remove.bind(writer),
});
