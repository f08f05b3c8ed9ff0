import { serialize } from 'bson';
import { expect, test } from 'vitest';
import { Store } from '#embedded/store.ts';
import { DirectWriter } from '#embedded/writer.ts';
import { temporaryStore } from './store.ts';

test('an index that a failed insert made multikey is so on disk once an insert succeeds', () => {
  using temporary = temporaryStore();
  const { store } = temporary;
  const collection = store.ensureCollection('d', 'c');
  store.createIndex(collection, { name: 'tags', key: { tags: 1 } });
  store.createIndex(collection, { name: 'slug', key: { slug: 1 }, unique: true });
  const insert = (slug: string, tags: unknown): void =>
    store.change(() => void new DirectWriter(store).insert(collection, serialize({ slug, tags })));
  insert('a', 'x');
  expect(() => insert('a', ['x', 'y'])).toThrow('E11000');
  insert('b', ['x', 'y']);
  const reopened = new Store(store.database).collection('d', 'c');
  expect(reopened?.indexes[0]?.multikeyPaths).toEqual(new Set(['tags']));
});
