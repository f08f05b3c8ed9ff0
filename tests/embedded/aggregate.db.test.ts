import { ObjectId, type Collection, type Db, type Document } from 'mongodb';
import { expect, test } from 'vitest';
import { useDatabase, code, ids, type Loose } from './database.ts';

const database = useDatabase();

const news = async (db: Db) => {
  const au = db.collection<Loose>('au'),
    ar = db.collection<Loose>('ar');
  const A = [new ObjectId(), new ObjectId()] as const;
  await au.insertMany([
    { _id: A[0], name: 'Ann' },
    { _id: A[1], name: 'Bob' },
  ]);
  await ar.insertMany([
    { _id: 1, author: A[0], topics: ['x', 'y'], v: 10, d: new Date('2024-01-01') },
    { _id: 2, author: A[0], topics: ['y'], v: 20, d: new Date('2024-01-02') },
    { _id: 3, author: A[1], topics: ['z'], v: 30, d: new Date('2024-02-01') },
  ]);
  return { au, ar, A };
};

const run = (collection: Collection<Loose>, pipeline: Document[]): Promise<Document[]> =>
  collection.aggregate(pipeline).toArray();

test('$match/$group/$sort with accumulators', async () => {
  const { db } = database();
  const { ar } = await news(db);
  expect(
    await run(ar, [
      { $unwind: '$topics' },
      { $group: { _id: '$topics', n: { $sum: 1 }, avg: { $avg: '$v' }, mx: { $max: '$v' }, l: { $push: '$_id' } } },
      { $sort: { n: -1, _id: 1 } },
    ]),
  ).toEqual([
    { _id: 'y', n: 2, avg: 15, mx: 20, l: [1, 2] },
    { _id: 'x', n: 1, avg: 10, mx: 10, l: [1] },
    { _id: 'z', n: 1, avg: 30, mx: 30, l: [3] },
  ]);
});

test('$lookup local/foreign on ObjectId', async () => {
  const { db } = database();
  const { ar } = await news(db);
  const r = await run(ar, [
    { $sort: { _id: 1 } },
    { $lookup: { from: 'au', localField: 'author', foreignField: '_id', as: 'a' } },
    { $unwind: '$a' },
    { $project: { n: '$a.name' } },
  ]);
  expect(r).toEqual([
    { _id: 1, n: 'Ann' },
    { _id: 2, n: 'Ann' },
    { _id: 3, n: 'Bob' },
  ]);
});

test('$lookup with let + pipeline $expr', async () => {
  const { db } = database();
  const { au } = await news(db);
  const r = await run(au, [
    { $sort: { name: 1 } },
    {
      $lookup: {
        from: 'ar',
        let: { id: '$_id' },
        pipeline: [
          { $match: { $expr: { $eq: ['$author', '$$id'] } } },
          { $sort: { v: -1 } },
          { $limit: 1 },
          { $project: { v: 1 } },
        ],
        as: 'top',
      },
    },
    { $project: { _id: 0, name: 1, top: 1 } },
  ]);
  expect(r).toEqual([
    { name: 'Ann', top: [{ _id: 2, v: 20 }] },
    { name: 'Bob', top: [{ _id: 3, v: 30 }] },
  ]);
});

test('$lookup localField + pipeline (concise correlated)', async () => {
  const { db } = database();
  const { au } = await news(db);
  const r = await run(au, [
    { $sort: { name: 1 } },
    {
      $lookup: {
        from: 'ar',
        localField: '_id',
        foreignField: 'author',
        pipeline: [{ $sort: { v: -1 } }, { $limit: 1 }],
        as: 'top',
      },
    },
  ]);
  expect(r.map((x) => ids(x.top))).toEqual([[2], [3]]);
});

test('$facet + $count + $bucket + $sortByCount', async () => {
  const { db } = database();
  const { ar } = await news(db);
  const [r] = await run(ar, [
    {
      $facet: {
        n: [{ $count: 'c' }],
        b: [{ $bucket: { groupBy: '$v', boundaries: [0, 15, 40], output: { c: { $sum: 1 } } } }],
        s: [{ $unwind: '$topics' }, { $sortByCount: '$topics' }, { $limit: 1 }],
      },
    },
  ]);
  expect(r).toEqual({
    n: [{ c: 3 }],
    b: [
      { _id: 0, c: 1 },
      { _id: 15, c: 2 },
    ],
    s: [{ _id: 'y', count: 2 }],
  });
});

test('$unionWith', async () => {
  const { db } = database();
  const { ar } = await news(db);
  expect(
    (
      await run(ar, [
        { $project: { k: 'ar' } },
        { $unionWith: { coll: 'au', pipeline: [{ $match: { name: 'Ann' } }] } },
      ])
    ).length,
  ).toEqual(4);
});

test('$setWindowFields rank and running sum', async () => {
  const { db } = database();
  const { ar } = await news(db);
  const r = await run(ar, [
    {
      $setWindowFields: {
        partitionBy: '$author',
        sortBy: { v: -1 },
        output: { rk: { $rank: {} }, run: { $sum: '$v', window: { documents: ['unbounded', 'current'] } } },
      },
    },
    { $sort: { _id: 1 } },
    { $project: { rk: 1, run: 1 } },
  ]);
  expect(r).toEqual([
    { _id: 1, rk: 2, run: 30 },
    { _id: 2, rk: 1, run: 20 },
    { _id: 3, rk: 1, run: 30 },
  ]);
});

test('$graphLookup topic tree', async () => {
  const { c } = database();
  await c.insertMany([{ _id: 'news' }, { _id: 'sport', parent: 'news' }, { _id: 'tennis', parent: 'sport' }]);
  const [r] = await run(c, [
    { $match: { _id: 'tennis' } },
    {
      $graphLookup: {
        from: c.collectionName,
        startWith: '$parent',
        connectFromField: 'parent',
        connectToField: '_id',
        as: 'up',
      },
    },
  ]);
  expect(ids(r?.['up']).toSorted()).toEqual(['news', 'sport']);
});

test('related stories: $setIntersection size, $sort, $limit', async () => {
  const { db } = database();
  const { ar } = await news(db);
  expect(
    await run(ar, [
      { $match: { _id: { $ne: 1 }, topics: { $in: ['x', 'y'] } } },
      { $set: { s: { $size: { $setIntersection: ['$topics', ['x', 'y']] } } } },
      { $sort: { s: -1, d: -1 } },
      { $limit: 3 },
      { $project: { s: 1 } },
    ]),
  ).toEqual([{ _id: 2, s: 1 }]);
});

test('expressions: dates, $cond, $switch, $map, $filter, $reduce, $let', async () => {
  const { c } = database();
  await c.insertOne({ _id: 1, d: new Date('2024-03-05T10:20:30Z'), n: [1, 2, 3] });
  const [r] = await run(c, [
    {
      $project: {
        _id: 0,
        day: { $dateToString: { date: '$d', format: '%Y-%m-%d' } },
        m: { $dateTrunc: { date: '$d', unit: 'month' } },
        c: { $cond: [{ $gt: [{ $size: '$n' }, 2] }, 'many', 'few'] },
        // oxlint-disable-next-line unicorn/no-thenable -- MongoDB's name
        sw: { $switch: { branches: [{ case: { $in: [2, '$n'] }, then: 'two' }], default: 'no' } },
        mp: { $map: { input: '$n', as: 'x', in: { $multiply: ['$$x', 2] } } },
        f: { $filter: { input: '$n', cond: { $gte: ['$$this', 2] } } },
        rd: { $reduce: { input: '$n', initialValue: 0, in: { $add: ['$$value', '$$this'] } } },
        l: { $let: { vars: { z: 5 }, in: { $add: ['$$z', 1] } } },
      },
    },
  ]);
  expect(r).toEqual({
    day: '2024-03-05',
    m: new Date('2024-03-01'),
    c: 'many',
    sw: 'two',
    mp: [2, 4, 6],
    f: [2, 3],
    rd: 6,
    l: 6,
  });
});

test('$toObjectId / $toString / $type', async () => {
  const { c } = database();
  const o = new ObjectId();
  await c.insertOne({ _id: 1, s: String(o), o });
  const [r] = await run(c, [{ $project: { a: { $toObjectId: '$s' }, b: { $toString: '$o' }, t: { $type: '$o' } } }]);
  expect(r?.['a'] instanceof ObjectId || r?.['a']?._bsontype === 'ObjectId').toBe(true);
  expect([String(r?.['a']), r?.['b'], r?.['t']]).toEqual([String(o), String(o), 'objectId']);
});

test('$group with $topN / $firstN / $mergeObjects, $replaceRoot', async () => {
  const { db } = database();
  const { ar } = await news(db);
  expect(
    (await run(ar, [{ $group: { _id: null, t: { $topN: { n: 2, sortBy: { v: -1 }, output: '$_id' } } } }]))[0]?.['t'],
  ).toEqual([3, 2]);
  expect(
    await run(ar, [{ $match: { _id: 1 } }, { $replaceRoot: { newRoot: { $mergeObjects: [{ k: 1 }, { v: '$v' }] } } }]),
  ).toEqual([{ k: 1, v: 10 }]);
});

test('$merge and $out', async () => {
  const { db } = database();
  const { ar } = await news(db);
  await run(ar, [{ $group: { _id: '$author', n: { $sum: 1 } } }, { $merge: { into: 'stats' } }]);
  expect(await db.collection<Loose>('stats').countDocuments()).toEqual(2);
  await run(ar, [{ $match: { _id: 1 } }, { $out: 'o' }]);
  expect(await db.collection<Loose>('o').countDocuments()).toEqual(1);
});

test('unknown stage is an error (40324)', async () => {
  const { c } = database();
  await c.insertOne({});
  expect(await code(run(c, [{ $nope: 1 }]))).toEqual(40324);
});
