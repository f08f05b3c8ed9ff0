import { ObjectId, type Document } from 'mongodb';
import { expect, test } from 'vitest';
import { useDatabase, code, ids } from './database.ts';

const database = useDatabase();

test('range operators are type-bracketed', async () => {
  const { c } = database();
  await c.insertMany([
    { _id: 1, n: 5 },
    { _id: 2, n: '7' },
    { _id: 3, n: null },
    { _id: 4 },
    { _id: 5, n: 9.5 },
    { _id: 6, n: new Date() },
  ]);
  expect(
    ids(
      await c
        .find({ n: { $gt: 1 } })
        .sort({ _id: 1 })
        .toArray(),
    ),
  ).toEqual([1, 5]);
  expect(ids(await c.find({ n: { $gte: '1' } }).toArray())).toEqual([2]);
});

test('null, $exists, $ne null', async () => {
  const { c } = database();
  await c.insertMany([{ _id: 1, n: null }, { _id: 2 }, { _id: 3, n: 1 }]);
  expect(ids(await c.find({ n: null }).sort({ _id: 1 }).toArray())).toEqual([1, 2]);
  expect(ids(await c.find({ n: { $exists: false } }).toArray())).toEqual([2]);
  expect(ids(await c.find({ n: { $ne: null } }).toArray())).toEqual([3]);
});

test('arrays: contains, $all, $elemMatch, $size, dotted, index', async () => {
  const { c } = database();
  await c.insertMany([
    {
      _id: 1,
      t: ['a', 'b'],
      r: [
        { k: 1, v: 5 },
        { k: 2, v: 1 },
      ],
    },
    { _id: 2, t: ['b'], r: [{ k: 1, v: 1 }] },
  ]);
  const q = async (f: Document) => ids(await c.find(f).sort({ _id: 1 }).toArray());
  expect(await q({ t: 'b' })).toEqual([1, 2]);
  expect(await q({ t: { $all: ['a', 'b'] } })).toEqual([1]);
  expect(await q({ t: { $size: 1 } })).toEqual([2]);
  expect(await q({ t: ['a', 'b'] })).toEqual([1]);
  expect(await q({ 'r.v': 5 })).toEqual([1]);
  expect(await q({ r: { $elemMatch: { k: 2, v: 5 } } })).toEqual([]);
  expect(await q({ r: { $elemMatch: { k: 1, v: 5 } } })).toEqual([1]);
  expect(await q({ 't.0': 'b' })).toEqual([2]);
});

test('two bounds on an array field may match different elements', async () => {
  const { c } = database();
  await c.createIndex({ n: 1 });
  await c.insertMany([
    { _id: 1, n: [1, 100] },
    { _id: 2, n: [50] },
  ]);
  expect(
    ids(
      await c
        .find({ n: { $gt: 40, $lt: 60 } })
        .sort({ _id: 1 })
        .toArray(),
    ),
  ).toEqual([1, 2]);
});

test('embedded document equality is field-order sensitive', async () => {
  const { c } = database();
  await c.insertMany([
    { _id: 1, o: { a: 1, b: 2 } },
    { _id: 2, o: { b: 2, a: 1 } },
  ]);
  expect(ids(await c.find({ o: { a: 1, b: 2 } }).toArray())).toEqual([1]);
});

test('$regex, $in with regex, $not, $nor, $mod', async () => {
  const { c } = database();
  await c.insertMany([
    { _id: 1, s: 'Alpha', n: 4 },
    { _id: 2, s: 'beta', n: 5 },
    { _id: 3, n: 6 },
  ]);
  const q = async (f: Document) => ids(await c.find(f).sort({ _id: 1 }).toArray());
  expect(await q({ s: /^al/i })).toEqual([1]);
  expect(await q({ s: { $in: [/^be/, 'x'] } })).toEqual([2]);
  expect(await q({ s: { $not: /a/i } })).toEqual([3]);
  expect(await q({ $nor: [{ n: 4 }, { s: 'beta' }] })).toEqual([3]);
  expect(await q({ n: { $mod: [2, 0] } })).toEqual([1, 3]);
});

test('$expr compares fields', async () => {
  const { c } = database();
  await c.insertMany([
    { _id: 1, a: 3, b: 2 },
    { _id: 2, a: 1, b: 2 },
  ]);
  expect(ids(await c.find({ $expr: { $gt: ['$a', '$b'] } }).toArray())).toEqual([1]);
});

test('$type objectId / string / number', async () => {
  const { c } = database();
  await c.insertMany([
    { _id: 1, v: new ObjectId() },
    { _id: 2, v: 's' },
    { _id: 3, v: 1.5 },
  ]);
  expect(ids(await c.find({ v: { $type: 'objectId' } }).toArray())).toEqual([1]);
  expect(
    ids(
      await c
        .find({ v: { $type: ['string', 'number'] } })
        .sort({ _id: 1 })
        .toArray(),
    ),
  ).toEqual([2, 3]);
});

test('ObjectId equality, $in, $ne and range', async () => {
  const { c } = database();
  const a = new ObjectId('000000000000000000000001'),
    b = new ObjectId('000000000000000000000002');
  await c.insertMany([
    { _id: a, r: b },
    { _id: b, r: a },
  ]);
  expect((await c.find({ r: new ObjectId(String(b)) }).toArray()).length).toEqual(1);
  expect((await c.find({ r: { $in: [a, b] } }).toArray()).length).toEqual(2);
  expect(String((await c.findOne({ _id: { $gt: a } }))?.['_id'])).toEqual(String(b));
  expect((await c.find({ r: { $ne: a } }).toArray()).length).toEqual(1);
});

test('BSON sort order across types', async () => {
  const { c } = database();
  await c.insertMany([
    { _id: 1, v: new Date(1) },
    { _id: 2, v: true },
    { _id: 3, v: 'a' },
    { _id: 4, v: 10 },
    { _id: 5, v: null },
    { _id: 6, v: { a: 1 } },
    { _id: 7, v: new ObjectId() },
    { _id: 8 },
  ]);
  const r = ids(await c.find().sort({ v: 1, _id: 1 }).toArray());
  expect(r).toEqual([5, 8, 4, 3, 6, 7, 2, 1]);
});

test('sort on array field: min ascending, max descending', async () => {
  const { c } = database();
  await c.insertMany([
    { _id: 1, n: [1, 9] },
    { _id: 2, n: [5] },
    { _id: 3, n: [2, 3] },
  ]);
  expect(ids(await c.find().sort({ n: 1 }).toArray())).toEqual([1, 3, 2]);
  expect(ids(await c.find().sort({ n: -1 }).toArray())).toEqual([1, 2, 3]);
});

test('keyset pagination with $or over (date,_id)', async () => {
  const { c } = database();
  await c.createIndex({ d: -1, _id: -1 });
  await c.insertMany(Array.from({ length: 30 }, (_, i) => ({ _id: i, d: new Date(Math.floor(i / 3)) })));
  let last: Document | undefined;
  const out: unknown[] = [];
  for (;;) {
    const f: Document = last ? { $or: [{ d: { $lt: last.d } }, { d: last.d, _id: { $lt: last._id } }] } : {};
    const p: Document[] = await c.find(f).sort({ d: -1, _id: -1 }).limit(7).toArray();
    if (!p.length) break;
    out.push(...ids(p));
    last = p.at(-1);
  }
  expect(out).toEqual(Array.from({ length: 30 }, (_, i) => 29 - i));
});

test('of fields whose names are much alike those are taken that are asked for, in the order of the document', async () => {
  const { c } = database();
  const stored = { _id: 1, über: 1, uber: 2, ubel: 3, u: 4, '': 5, übel: 6, ubers: 7 };
  await c.insertOne(stored);
  const only = (...names: readonly string[]) =>
    c.findOne({}, { projection: Object.fromEntries(names.map((name) => [name, 1])) });
  expect(Object.entries((await only('ubers', 'übel', 'uber')) ?? {})).toEqual([
    ['_id', 1],
    ['uber', 2],
    ['übel', 6],
    ['ubers', 7],
  ]);
});

test('projection: include, exclude, dotted, $slice, $elemMatch, computed', async () => {
  const { c } = database();
  await c.insertOne({ _id: 1, a: 1, b: { x: 1, y: 2 }, r: [{ k: 1 }, { k: 2 }, { k: 3 }] });
  const p = async (projection: Document) => c.findOne({}, { projection });
  expect(await p({ a: 1 })).toEqual({ _id: 1, a: 1 });
  expect(await p({ _id: 0, 'b.x': 1 })).toEqual({ b: { x: 1 } });
  expect(await p({ r: 0, b: 0 })).toEqual({ _id: 1, a: 1 });
  expect((await p({ r: { $slice: 2 } }))?.['r'].length).toEqual(2);
  expect((await p({ r: { $elemMatch: { k: 2 } } }))?.['r']).toEqual([{ k: 2 }]);
  expect((await p({ 'r.k': 1, _id: 0 }))?.['r'][2]).toEqual({ k: 3 });
  expect(await p({ _id: 0, s: { $add: ['$a', '$b.y'] } })).toEqual({ s: 3 });
});

test('collation strength 2: filter and sort', async () => {
  const { c } = database();
  await c.insertMany([
    { _id: 1, s: 'b' },
    { _id: 2, s: 'A' },
    { _id: 3, s: 'a' },
  ]);
  const collation = { locale: 'en', strength: 2 };
  expect(ids(await c.find({ s: 'a' }, { collation }).sort({ _id: 1 }).toArray())).toEqual([2, 3]);
  expect(ids(await c.find({}, { collation }).sort({ s: 1, _id: 1 }).toArray())).toEqual([2, 3, 1]);
});

test('cursor batches, getMore, early close', async () => {
  const { c } = database();
  await c.insertMany(Array.from({ length: 250 }, (_, i) => ({ _id: i })));
  const cur = c.find({}, { batchSize: 40 }).sort({ _id: 1 });
  const got = [];
  for await (const d of cur) got.push(d._id);
  expect(got.length).toEqual(250);
  expect(got[249]).toEqual(249);
  const c2 = c.find({}, { batchSize: 10 });
  await c2.next();
  await c2.close();
});

test('unknown operator is an error, not an empty result', async () => {
  const { c } = database();
  await c.insertOne({ a: 1 });
  expect(await code(c.find({ a: { $foo: 1 } }).toArray())).toEqual(2);
});
