import type { Document } from 'mongodb';
import { expect, test } from 'vitest';
import { code, ids, useDatabase } from './database.ts';
import { explained } from './explained.ts';

const database = useDatabase();

test('a partial unique index on fields that exist is used by look-ups and leaves the others alone', async () => {
  const { c } = database();
  await c.createIndex({ sourceKeys: 1 }, { unique: true, partialFilterExpression: { sourceKeys: { $exists: true } } });
  await c.insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3, sourceKeys: ['a', 'b'] }, { _id: 4, sourceKeys: ['c'] }]);
  expect(await code(c.insertOne({ _id: 5, sourceKeys: ['d', 'b'] }))).toBe(11000);
  expect(await code(c.updateOne({ _id: 4 }, { $addToSet: { sourceKeys: 'a' } } as Document))).toBe(11000);
  await c.updateOne({ _id: 3 }, { $set: { sourceKeys: ['b', 'e'] } });
  await c.updateOne({ _id: 4 }, { $addToSet: { sourceKeys: 'a' } } as Document);
  const query = c.find({ sourceKeys: { $in: ['a', 'e'] } }).sort({ _id: 1 });
  expect(ids(await query.clone().toArray())).toEqual([3, 4]);
  expect(explained(await query.explain('executionStats'))).toMatchObject({ keys: 2, collectionScan: false });
});

test('one document may hold a unique value twice', async () => {
  const { c } = database();
  await c.createIndex({ tags: 1 }, { unique: true });
  await c.insertOne({ _id: 1, tags: ['a', 'a'] });
  expect(await code(c.insertOne({ _id: 2, tags: ['b', 'a'] }))).toBe(11000);
});

test('a compound index over fields of one list keeps the elements together', async () => {
  const { c } = database();
  await c.createIndex({ 'k.type': 1, 'k.id': 1 }, { unique: true });
  await c.insertOne({
    _id: 1,
    k: [
      { type: 'a', id: 1 },
      { type: 'b', id: 2 },
    ],
  });
  await c.insertOne({ _id: 2, k: [{ type: 'a', id: 2 }] });
  expect(await code(c.insertOne({ _id: 3, k: [{ type: 'b', id: 2 }] }))).toBe(11000);
  expect(ids(await c.find({ 'k.type': 'a', 'k.id': 2 }).sort({ _id: 1 }).toArray())).toEqual([1, 2]);
  expect(ids(await c.find({ k: { $elemMatch: { type: 'a', id: 2 } } }).toArray())).toEqual([2]);
});

test('text search without a language takes words as they are, whatever a field called language says', async () => {
  const { c } = database();
  await c.createIndex(
    { headline: 'text', body: 'text' },
    { weights: { headline: 10, body: 1 }, default_language: 'none', language_override: 'noSuchField', name: 'words' },
  );
  await c.insertMany([
    { _id: 1, headline: 'Ferry', body: 'the harbour', language: 'klingon' },
    { _id: 2, headline: 'Harbour', body: 'ferry timetable' },
    { _id: 3, headline: 'Ferries', body: 'Café' },
  ]);
  const search = async ($search: string, filter: Document = {}): Promise<readonly unknown[]> =>
    ids(
      await c
        .find({ ...filter, $text: { $search } })
        .sort({ score: { $meta: 'textScore' }, _id: 1 })
        .project({ score: { $meta: 'textScore' } })
        .toArray(),
    );
  expect(await search('ferry')).toEqual([1, 2]);
  expect(await search('harbour')).toEqual([2, 1]);
  expect(await search('cafe')).toEqual([3]);
  expect(await search('ferry', { _id: { $gt: 1 } })).toEqual([2]);
  const [index] = (await c.indexes()).filter(({ name }) => name === 'words');
  expect(index).toMatchObject({
    weights: { headline: 10, body: 1 },
    default_language: 'none',
    language_override: 'noSuchField',
  });
});

test('a search by pipeline filters, sorts by score and then by field, and projects the score', async () => {
  const { c } = database();
  await c.createIndex({ headline: 'text' }, { default_language: 'none' });
  await c.insertMany([1, 2, 3, 4].map((n) => ({ _id: n, headline: 'ferry', live: n !== 2, at: -n })));
  const found = await c
    .aggregate([
      { $match: { $text: { $search: 'ferry' }, live: true } },
      { $sort: { score: { $meta: 'textScore' }, at: 1 } },
      { $limit: 2 },
      { $project: { at: 1, score: { $meta: 'textScore' } } },
    ])
    .toArray();
  expect(found).toEqual([
    { _id: 4, at: -4, score: expect.any(Number) },
    { _id: 3, at: -3, score: expect.any(Number) },
  ]);
});

test('text search without a text index is an error (27), a score without a search too', async () => {
  const { c } = database();
  await c.insertOne({ _id: 1 });
  expect(await code(c.find({ $text: { $search: 'x' } }).toArray())).toBe(27);
});

test('indexes and collections that are not supported are refused', async () => {
  const { c, db } = database();
  await c.insertOne({ _id: 1 });
  expect(await code(c.createIndex({ a: 'nonsense' as '2d' }))).toBe(67);
  expect(await code(db.command({ find: 'c', filter: {}, nonsense: 1 }))).toBe(40415);
});
