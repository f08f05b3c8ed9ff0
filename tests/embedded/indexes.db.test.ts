import { Binary, BSON, Long, ObjectId, type Document } from 'mongodb';
import { expect, test } from 'vitest';
import { useDatabase, code, failure, ids } from './database.ts';

const database = useDatabase();
const { EJSON } = BSON;

test('create, list, unique violation names the index, drop', async () => {
  const { c } = database();
  expect(await c.createIndex({ slug: 1 }, { unique: true })).toEqual('slug_1');
  await c.insertOne({ slug: 'a' });
  const e = await failure(c.insertOne({ slug: 'a' }));
  expect(e.code).toEqual(11000);
  expect(e.keyPattern).toEqual({ slug: 1 });
  expect(e.keyValue).toEqual({ slug: 'a' });
  await c.insertOne({ slug: 'b' });
  expect(await code(c.updateOne({ slug: 'b' }, { $set: { slug: 'a' } }))).toEqual(11000);
  expect((await c.indexes()).map((i) => i.name)).toEqual(['_id_', 'slug_1']);
  await c.dropIndex('slug_1');
  await c.insertOne({ slug: 'a' });
});

test('partial and sparse unique indexes', async () => {
  const { c } = database();
  await c.createIndex({ k: 1 }, { unique: true, sparse: true });
  await c.createIndex({ p: 1 }, { unique: true, partialFilterExpression: { live: true } });
  await c.insertMany([{ p: 1 }, { p: 1 }, { p: 1, live: true }]);
  expect(await code(c.insertOne({ p: 1, live: true }))).toEqual(11000);
  await c.insertOne({ k: 1 });
  expect(await code(c.insertOne({ k: 1 }))).toEqual(11000);
});

test('building a unique index over duplicates fails (11000)', async () => {
  const { c } = database();
  await c.insertMany([{ a: 1 }, { a: 1 }]);
  expect(await code(c.createIndex({ a: 1 }, { unique: true }))).toEqual(11000);
});

test('same name, different options is refused (85/86)', async () => {
  const { c } = database();
  await c.createIndex({ a: 1 });
  expect([85, 86]).toContain(await code(c.createIndex({ a: 1 }, { unique: true })));
});

test('explain shows IXSCAN for indexed filter and no SORT for indexed sort', async () => {
  const { c } = database();
  await c.createIndex({ topics: 1, d: -1 });
  await c.insertMany(Array.from({ length: 50 }, (_, i) => ({ topics: ['t' + (i % 5)], d: i })));
  const j = JSON.stringify(await c.find({ topics: 't1' }).sort({ d: -1 }).limit(5).explain('executionStats'));
  expect(/IXSCAN/.test(j)).toBe(true);
  expect(!/"stage":"SORT"/.test(j)).toBe(true);
  expect(!/COLLSCAN/.test(j)).toBe(true);
  expect(/COLLSCAN/.test(JSON.stringify(await c.find({ zzz: 1 }).explain()))).toBe(true);
});

test('multikey index with $in and sort gives no duplicates', async () => {
  const { c } = database();
  await c.createIndex({ topics: 1, d: -1 });
  await c.insertMany(
    Array.from({ length: 60 }, (_, i) => ({ _id: i, topics: ['a', 'b', 'c'].slice(0, 1 + (i % 3)), d: i })),
  );
  expect(
    ids(
      await c
        .find({ topics: { $in: ['a', 'b'] } })
        .sort({ d: -1 })
        .limit(5)
        .toArray(),
    ),
  ).toEqual([59, 58, 57, 56, 55]);
});

test('hint on a missing index is an error', async () => {
  const { c } = database();
  await c.insertOne({ a: 1 });
  expect(await code(c.find({ a: 1 }).hint('nope').toArray())).toEqual(2);
});

test('parallel arrays in a compound index are refused (171)', async () => {
  const { c } = database();
  await c.createIndex({ a: 1, b: 1 });
  expect(await code(c.insertOne({ a: [1, 2], b: [1, 2] }))).toEqual(171);
});

test('ids come out of an index as they are, whatever they are and whatever stands before them', async () => {
  const c = database().db.collection<Document>('c');
  const long = Long.fromString('1152921504606846977');
  const values = [
    'x',
    'x\0y',
    '\0',
    '',
    1,
    1.5,
    long,
    new Date(5),
    null,
    true,
    new ObjectId(),
    new Binary(Buffer.of(1)),
  ];
  const names = ['plain', 'Fähre', 'with\0zero', '\0', ''];
  const rows: readonly Document[] = values.flatMap((a, at) => [
    { _id: at, a },
    { _id: { at }, a },
    ...names.map((name) => ({ _id: `${at}${name}`, a })),
    { _id: `${at}-`.repeat(50), a },
  ]);
  await c.insertMany([...rows]);
  const told = (found: readonly Document[]) => found.map(({ _id }) => EJSON.stringify(_id)).toSorted();
  for (const key of [
    { a: 1, _id: 1 },
    { a: -1, _id: -1 },
    { a: 1, _id: -1 },
  ] as const) {
    await c.createIndex(key, { name: 'own' });
    for (const a of values) {
      const found = await c.find({ a }, { projection: { _id: 1 }, hint: 'own' }).toArray();
      expect(told(found)).toEqual(told(rows.filter((row) => row['a'] === a)));
    }
    await c.dropIndex('own');
  }
});
