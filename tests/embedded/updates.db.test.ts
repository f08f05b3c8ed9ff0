import type { Document } from 'mongodb';
import { expect, test } from 'vitest';
import { code, useDatabase } from './database.ts';

const database = useDatabase();

/** The document after an update of one that is `before`. */
async function updated(
  before: Document,
  update: Document | Document[],
  options: Document = {},
  filter: Document = {},
): Promise<Document | null> {
  const { c } = database();
  await c.insertOne({ _id: 1, ...before });
  await c.updateOne({ _id: 1, ...filter }, update, options);
  return c.findOne({ _id: 1 }, { projection: { _id: 0 } });
}

test('a path through an array without a position is refused (28)', async () => {
  const { c } = database();
  await c.insertOne({ _id: 1, k: [{ a: 0 }], n: 5, nothing: null });
  expect(await code(c.updateOne({ _id: 1 }, { $set: { 'k.a': 1 } }))).toBe(28);
  expect(await code(c.updateOne({ _id: 1 }, { $set: { 'n.a': 1 } }))).toBe(28);
  expect(await code(c.updateOne({ _id: 1 }, { $set: { 'nothing.a': 1 } }))).toBe(28);
});

test('an operator on a value of the wrong type is refused', async () => {
  const { c } = database();
  await c.insertOne({ _id: 1, s: 'text', n: 1 });
  expect(await code(c.updateOne({ _id: 1 }, { $push: { n: 1 } } as Document))).toBe(2);
  expect(await code(c.updateOne({ _id: 1 }, { $inc: { s: 1 } } as Document))).toBe(14);
  expect(await code(c.updateOne({ _id: 1 }, { $mul: { s: 2 } } as Document))).toBe(14);
  expect(await code(c.updateOne({ _id: 1 }, { $addToSet: { n: 1 } } as Document))).toBe(2);
  expect(await code(c.updateOne({ _id: 1 }, { $nonsense: { n: 1 } } as Document))).toBe(9);
});

test('two changes below one positional path are no conflict, two of the same path are (40)', async () => {
  const { c } = database();
  const before = { k: [{ id: 1 }, { id: 2 }] };
  const after = await updated(before, { $set: { 'k.$.a': 1, 'k.$.b': 2 } }, {}, { 'k.id': 2 });
  expect(after).toEqual({ k: [{ id: 1 }, { id: 2, a: 1, b: 2 }] });
  expect(await code(c.updateOne({ _id: 1 }, { $set: { a: 1 }, $inc: { 'a.b': 1 } } as Document))).toBe(40);
});

test('the same _id may be set, another may not (66)', async () => {
  const { c } = database();
  expect(await updated({ a: 1 }, { $set: { _id: 1, a: 2 } })).toEqual({ a: 2 });
  expect(await code(c.replaceOne({ _id: 1 }, { _id: 2 }))).toBe(66);
});

test('$pull takes conditions on elements, filters on their fields, $or and plain values', async () => {
  const items = [
    { k: 1, v: 'a' },
    { k: 2, v: 'b' },
    { k: 3, v: 'c' },
  ];
  const { c } = database();
  await c.insertOne({ _id: 1, items, n: [1, 2, 3, 4], s: ['x', 'y'] });
  const update = { $pull: { items: { $or: [{ k: 1 }, { v: 'c' }] }, n: { $gte: 3 }, s: 'x' } };
  await c.updateOne({ _id: 1 }, update as Document);
  expect(await c.findOne()).toEqual({ _id: 1, items: [{ k: 2, v: 'b' }], n: [1, 2], s: ['y'] });
});

test('$push places, sorts and cuts', async () => {
  const push = { $each: [{ v: 5 }, { v: 1 }], $sort: { v: -1 }, $slice: 3 };
  const update = { $push: { a: push, b: { $each: [9], $position: 0 } } };
  expect(await updated({ a: [{ v: 3 }, { v: 2 }], b: [1] }, update)).toEqual({
    a: [{ v: 5 }, { v: 3 }, { v: 2 }],
    b: [9, 1],
  });
});

test('$unset of an element leaves null, $pop takes an end, $bit and $rename change in place', async () => {
  const update = { $unset: { 'a.0': 1 }, $pop: { b: -1 }, $bit: { f: { or: 4 } }, $rename: { old: 'deep.new' } };
  const after = await updated({ a: [1, 2], b: [1, 2], f: 1, old: 'x' }, update);
  expect(after).toEqual({ a: [null, 2], b: [2], f: 5, deep: { new: 'x' } });
});

test('array filters change what they match, and each must be used (9)', async () => {
  const { c } = database();
  const before = { rows: [{ cells: [{ v: 1 }, { v: 5 }] }, { cells: [{ v: 9 }] }] };
  const update = { $set: { 'rows.$[].cells.$[big].big': true } };
  const after = await updated(before, update, { arrayFilters: [{ 'big.v': { $gt: 4 } }] });
  expect(after).toEqual({ rows: [{ cells: [{ v: 1 }, { v: 5, big: true }] }, { cells: [{ v: 9, big: true }] }] });
  const unused = { arrayFilters: [{ 'other.v': 1 }] };
  expect(await code(c.updateOne({ _id: 1 }, { $set: { a: 1 } }, unused))).toBe(9);
});

test('$currentDate and $$NOW are the time of the command', async () => {
  const { c } = database();
  const before = Date.now();
  await c.insertOne({ _id: 1 });
  await c.updateOne({ _id: 1 }, { $currentDate: { a: true } } as Document);
  await c.updateOne({ _id: 1 }, [{ $set: { b: '$$NOW', c: '$$NOW' } }]);
  const { a, b, c: again }: Document = (await c.findOne()) ?? {};
  expect(Number(a)).toBeGreaterThanOrEqual(before - 1000);
  expect(Number(b)).toBeGreaterThanOrEqual(Number(a));
  expect(again).toEqual(b);
});

test('an upsert by pipeline starts from the equalities of the filter', async () => {
  const { c } = database();
  await c.updateOne({ _id: 'lease', expires: { $lt: 5 } }, [{ $set: { n: { $add: [{ $ifNull: ['$n', 0] }, 1] } } }], {
    upsert: true,
  });
  expect(await c.findOne()).toEqual({ _id: 'lease', n: 1 });
});

test('findOneAndUpdate takes pipelines and tells what was upserted', async () => {
  const { c } = database();
  const pipeline = [{ $set: { n: { $add: [{ $ifNull: ['$n', 0] }, 1] }, at: '$$NOW' } }];
  const options = { upsert: true, returnDocument: 'after', projection: { at: 0 } } as const;
  await c.findOneAndUpdate({ _id: 'x' }, pipeline, options);
  expect(await c.findOneAndUpdate({ _id: 'x' }, pipeline, options)).toEqual({ _id: 'x', n: 2 });
});

test('an ordered bulk stops at its first error, an unordered one goes on', async () => {
  const { c } = database();
  const operations = [
    { insertOne: { document: { _id: 1, n: 1 } } },
    { insertOne: { document: { _id: 1 } } },
    { updateOne: { filter: { _id: 1 }, update: { $inc: { n: 1 } } } },
    { deleteOne: { filter: { _id: 7 } } },
  ];
  expect(await code(c.bulkWrite(operations))).toBe(11000);
  expect(await c.findOne()).toEqual({ _id: 1, n: 1 });
  expect(await code(c.bulkWrite(operations, { ordered: false }))).toBe(11000);
  expect(await c.findOne()).toEqual({ _id: 1, n: 2 });
});

test('a field named __proto__ is a field', async () => {
  const { c } = database();
  const document = JSON.parse('{ "_id": 1, "__proto__": { "a": 1 } }');
  await c.insertOne(document);
  await c.updateOne({ _id: 1 }, { $set: { b: 1 } });
  const [found] = await c
    .aggregate([{ $project: { _id: 0, names: { $map: { input: { $objectToArray: '$$ROOT' }, in: '$$this.k' } } } }])
    .toArray();
  expect(found).toEqual({ names: ['_id', '__proto__', 'b'] });
});
