import { Binary, Decimal128, Long, ObjectId, UUID, type Document } from 'mongodb';
import { expect, test } from 'vitest';
import { useDatabase, code, failure } from './database.ts';

const database = useDatabase();

test('insertOne generates ObjectId, findOne reads it back', async () => {
  const { c } = database();
  const r = await c.insertOne({ a: 1 });
  expect((await c.findOne({ _id: r.insertedId }))?.['a']).toEqual(1);
});

test('ordered insertMany stops at duplicate _id (11000)', async () => {
  const { c } = database();
  const e = await failure(c.insertMany([{ _id: 1 }, { _id: 1 }, { _id: 2 }]));
  expect(e.code).toEqual(11000);
  expect(e.result?.insertedCount ?? e.insertedCount).toEqual(1);
  expect(await c.countDocuments()).toEqual(1);
});

test('unordered insertMany continues past duplicates', async () => {
  const { c } = database();
  expect(await code(c.insertMany([{ _id: 1 }, { _id: 1 }, { _id: 2 }], { ordered: false }))).toEqual(11000);
  expect(await c.countDocuments()).toEqual(2);
});

test('update operators and matched/modified counts', async () => {
  const { db } = database();

  const c = db.collection<{ _id: number; n: number; tags: string[]; s: object }>('c');
  await c.insertOne({ _id: 1, n: 1, tags: ['a', 'b'], s: { x: 1 } });
  let r = await c.updateOne(
    { _id: 1 },
    {
      $set: { 's.y': 2 },
      $inc: { n: 5 },
      $push: { tags: { $each: ['c', 'd'], $slice: -3 } },
      $min: { lo: 3 },
      $unset: { none: 1 },
    },
  );
  expect([r.matchedCount, r.modifiedCount]).toEqual([1, 1]);
  expect(await c.findOne({ _id: 1 })).toEqual({ _id: 1, n: 6, tags: ['b', 'c', 'd'], s: { x: 1, y: 2 }, lo: 3 });
  r = await c.updateOne({ _id: 1 }, { $set: { n: 6 } });
  expect([r.matchedCount, r.modifiedCount]).toEqual([1, 0]);
  await c.updateOne({ _id: 1 }, { $addToSet: { tags: 'b' }, $mul: { n: 2 }, $rename: { lo: 'low' } });
  await c.updateOne({ _id: 1 }, { $pull: { tags: { $in: ['c', 'd'] } } });
  expect(await c.findOne({ _id: 1 })).toEqual({ _id: 1, n: 12, tags: ['b'], s: { x: 1, y: 2 }, low: 3 });
});

test('upsert with $setOnInsert and equality fields', async () => {
  const { c } = database();
  const r = await c.updateOne(
    { slug: 'x', n: { $gt: 3 } },
    { $set: { t: 1 }, $setOnInsert: { made: 1 } },
    { upsert: true },
  );
  expect([r.matchedCount, r.upsertedCount]).toEqual([0, 1]);
  expect(await c.findOne({ slug: 'x' })).toEqual({ _id: r.upsertedId, slug: 'x', t: 1, made: 1 });
  await c.updateOne({ slug: 'x' }, { $set: { t: 2 }, $setOnInsert: { made: 2 } }, { upsert: true });
  expect((await c.findOne({ slug: 'x' }))?.['made']).toEqual(1);
});

test('replaceOne keeps _id and drops other fields', async () => {
  const { c } = database();
  await c.insertOne({ _id: 1, a: 1, b: 1 });
  await c.replaceOne({ _id: 1 }, { a: 2 });
  expect(await c.findOne()).toEqual({ _id: 1, a: 2 });
});

test('findOneAndUpdate before/after, sort, upsert', async () => {
  const { c } = database();
  await c.insertMany([
    { _id: 1, p: 2 },
    { _id: 2, p: 1 },
  ]);
  expect(await c.findOneAndUpdate({}, { $inc: { p: 10 } }, { sort: { p: 1 }, returnDocument: 'after' })).toEqual({
    _id: 2,
    p: 11,
  });
  expect(await c.findOneAndUpdate({ _id: 1 }, { $set: { p: 0 } })).toEqual({ _id: 1, p: 2 });
  expect(await c.findOneAndUpdate({ _id: 9 }, { $set: { p: 9 } }, { upsert: true, returnDocument: 'after' })).toEqual({
    _id: 9,
    p: 9,
  });
  expect(await c.findOneAndDelete({ _id: 9 })).toEqual({ _id: 9, p: 9 });
  expect(await c.findOneAndDelete({ _id: 9 })).toEqual(null);
});

test('bulkWrite mix of operations', async () => {
  const { c } = database();
  const r = await c.bulkWrite([
    { insertOne: { document: { _id: 1, a: 1 } } },
    { insertOne: { document: { _id: 2, a: 1 } } },
    { updateMany: { filter: { a: 1 }, update: { $set: { a: 2 } } } },
    { deleteOne: { filter: { _id: 2 } } },
    { updateOne: { filter: { _id: 3 }, update: { $set: { a: 3 } }, upsert: true } },
  ]);
  expect([r.insertedCount, r.modifiedCount, r.deletedCount, r.upsertedCount]).toEqual([2, 2, 1, 1]);
});

test('positional $, $[] and arrayFilters', async () => {
  const { c } = database();
  await c.insertOne({
    _id: 1,
    r: [
      { k: 'a', v: 1 },
      { k: 'b', v: 2 },
    ],
    n: [1, 2, 3],
  });
  await c.updateOne({ _id: 1, 'r.k': 'b' }, { $set: { 'r.$.v': 20 } });
  await c.updateOne({ _id: 1 }, { $inc: { 'n.$[]': 1 } });
  await c.updateOne({ _id: 1 }, { $set: { 'r.$[e].v': 10 } }, { arrayFilters: [{ 'e.k': 'a' }] });
  expect(await c.findOne()).toEqual({
    _id: 1,
    r: [
      { k: 'a', v: 10 },
      { k: 'b', v: 20 },
    ],
    n: [2, 3, 4],
  });
});

test('pipeline update', async () => {
  const { c } = database();
  await c.insertOne({ _id: 1, a: 2, b: 3 });
  await c.updateOne({ _id: 1 }, [{ $set: { t: { $add: ['$a', '$b'] } } }, { $unset: 'b' }]);
  expect(await c.findOne()).toEqual({ _id: 1, a: 2, t: 5 });
});

test('count, distinct over arrays, estimatedDocumentCount', async () => {
  const { c } = database();
  await c.insertMany([{ t: ['a', 'b'] }, { t: ['b', 'c'] }, { t: 'c' }]);
  expect((await c.distinct('t')).toSorted()).toEqual(['a', 'b', 'c']);
  expect(await c.countDocuments({ t: 'b' })).toEqual(2);
  expect(await c.estimatedDocumentCount()).toEqual(3);
});

test('changing _id is refused (66)', async () => {
  const { c } = database();
  await c.insertOne({ _id: 1 });
  expect(await code(c.updateOne({ _id: 1 }, { $set: { _id: 2 } }))).toEqual(66);
});

test('200 parallel $inc give an exact counter', async () => {
  const { c } = database();
  await c.insertOne({ _id: 1, n: 0 });
  await Promise.all(Array.from({ length: 200 }, () => c.updateOne({ _id: 1 }, { $inc: { n: 1 } })));
  expect((await c.findOne())?.['n']).toEqual(200);
});

test('BSON types survive a round trip', async () => {
  const { c } = database();
  const d = {
    _id: new ObjectId(),
    l: Long.fromString('1152921504606846977'),
    d: Decimal128.fromString('1.10'),
    u: new UUID(),
    b: new Binary(Buffer.from([1, 2])),
    t: new Date(5),
    r: /a/i,
    n: null,
  };
  await c.insertOne(d);
  const o: Document = (await c.findOne({ _id: d._id })) ?? {};
  expect([String(o.l), String(o.d), String(o.u), Buffer.from(o.b.buffer).length > 0, +o.t, String(o.r), o.n]).toEqual([
    String(d.l),
    '1.10',
    String(d.u),
    true,
    5,
    '/a/i',
    null,
  ]);
});
