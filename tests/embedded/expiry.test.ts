import { serialize } from 'bson';
import { expect, test } from 'vitest';
import { deleteExpired } from '#embedded/expiry.ts';
import { find, readerOf } from '#embedded/find.ts';
import { Transaction } from '#embedded/transaction.ts';
import { DirectWriter } from '#embedded/writer.ts';
import { temporaryStore } from './store.ts';

test('a TTL index deletes what is over, but not what an open transaction has changed', () => {
  using temporary = temporaryStore();
  const { store } = temporary;
  const collection = store.ensureCollection('d', 'leases');
  store.createIndex(collection, { name: 'ttl', key: { until: 1 }, expireAfterSeconds: 60 });
  const leases = [
    { _id: 'over', until: new Date(0) },
    { _id: 'held', until: new Date(0) },
    { _id: 'running', until: new Date(40_000) },
    { _id: 'endless' },
  ];
  store.change(() => leases.forEach((lease) => new DirectWriter(store).insert(collection, serialize(lease))));
  const transaction = new Transaction(store);
  const [held] = find(readerOf(store, transaction), collection, { filter: { _id: 'held' } });
  if (held) {
    const document = { ...held.document, until: new Date(90_000) };
    transaction.replace(collection, held, held.document, { document, bytes: serialize(document) });
  }
  deleteExpired(store, new Date(100_000));
  transaction.commit();
  expect(find(readerOf(store), collection, { filter: {} }).map((hit) => hit.document['_id'])).toEqual([
    'held',
    'running',
    'endless',
  ]);
});
