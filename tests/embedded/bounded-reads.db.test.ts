import { Double, type Document } from 'mongodb';
import { beforeEach, expect, test } from 'vitest';
import { ids, useDatabase } from './database.ts';
import { explained } from './explained.ts';

const database = useDatabase();
const now = new Date('2026-03-01T12:00:00Z');
const never = new Date('9999-01-01T00:00:00Z');

/** 300 stories in threes of equal time, each in 2 of 6 topics; every tenth is a draft, every seventh has expired. */
beforeEach(async () => {
  const { c } = database();
  await c.createIndexes([
    { key: { status: 1, publishedAt: -1, _id: -1 } },
    { key: { topicIds: 1, status: 1, publishedAt: -1, _id: -1 } },
    { key: { 'visible.from': 1, 'visible.to': 1 } },
  ]);
  await c.insertMany(
    Array.from({ length: 300 }, (_, i) => ({
      _id: `s${String(i).padStart(3, '0')}`,
      status: i % 10 === 9 ? 'draft' : 'published',
      publishedAt: new Date(now.getTime() - Math.floor(i / 3) * 60_000),
      expiresAt: i % 7 === 6 ? new Date(0) : never,
      topicIds: [`t${i % 6}`, `t${(i + 1) % 6}`],
      visible: [
        { from: new Date(i), to: new Date(i + 5) },
        { from: new Date(1000 + i), to: never },
      ],
    })),
  );
});

const newest = { publishedAt: -1, _id: -1 } as const;
const visible = { status: 'published', publishedAt: { $lte: now }, expiresAt: { $gte: now } };
const inTopic = (topic: string) => async (): Promise<Document[]> =>
  database()
    .c.find({ ...visible, topicIds: topic })
    .sort(newest)
    .limit(3)
    .project({ _id: 1 })
    .toArray();

test('a keyset page reads its index from the cursor on, without a sort', async () => {
  const { c } = database();
  const all = ids(await c.find(visible).sort(newest).toArray());
  const cursor = await c.findOne({ _id: String(all[99]) });
  const at = cursor?.['publishedAt'];
  const filter = {
    ...visible,
    publishedAt: { $lte: at },
    $or: [{ publishedAt: { $lt: at } }, { _id: { $lt: String(all[99]) } }],
  };
  const page = c.find(filter).sort(newest).limit(11);
  expect(ids(await page.clone().toArray())).toEqual(all.slice(100, 111));
  const cost = explained(await page.explain('executionStats'));
  expect(cost).toMatchObject({ collectionScan: false, sort: false });
  expect(cost.documents).toBeLessThan(25);
});

test('the page before reads the same index backward', async () => {
  const { c } = database();
  const all = ids(await c.find(visible).sort(newest).toArray());
  const at = (await c.findOne({ _id: String(all[99]) }))?.['publishedAt'];
  const filter = {
    ...visible,
    publishedAt: { $gte: at, $lte: now },
    $or: [{ publishedAt: { $gt: at } }, { _id: { $gt: String(all[99]) } }],
  };
  const page = c.find(filter).sort({ publishedAt: 1, _id: 1 }).limit(11);
  expect(ids(await page.clone().toArray()).toReversed()).toEqual(all.slice(88, 99));
  expect(explained(await page.explain('executionStats'))).toMatchObject({ collectionScan: false, sort: false });
});

test('$in on an equality field merges the scans in order', async () => {
  const { c } = database();
  const page = c
    .find({ ...visible, topicIds: { $in: ['t1', 't2'] } })
    .sort(newest)
    .limit(5);
  const all = await c.find(visible).sort(newest).toArray();
  const wanted = all
    .filter((story) => story['topicIds'].includes('t1') || story['topicIds'].includes('t2'))
    .slice(0, 5);
  expect(ids(await page.clone().toArray())).toEqual(ids(wanted));
  const cost = explained(await page.explain('executionStats'));
  expect(cost).toMatchObject({ collectionScan: false, sort: false });
  expect(cost.keys).toBeLessThan(25);
});

test('$elemMatch on intervals uses the index and tells elements apart', async () => {
  const { c } = database();
  const at = new Date(3);
  const filter = { visible: { $elemMatch: { from: { $lte: at }, to: { $gt: at } } } };
  expect(ids(await c.find(filter).sort({ _id: 1 }).toArray())).toEqual(['s000', 's001', 's002', 's003']);
  const cost = explained(await c.find(filter).explain('executionStats'));
  expect(cost.collectionScan).toBe(false);
  expect(cost.documents).toBeLessThan(10);
});

test('a join with match, sort and limit reads about limit rows per local value', async () => {
  const { c, db } = database();
  const parents = ['t0', 't3', 'none'].map((_id) => ({ _id }));
  const lookup = {
    from: 'c',
    localField: '_id',
    foreignField: 'topicIds',
    pipeline: [{ $match: visible }, { $sort: newest }, { $limit: 3 }, { $project: { _id: 1 } }],
    as: 'stories',
  };
  const pipeline = [{ $documents: parents }, { $lookup: lookup }];
  const joined = await db.aggregate(pipeline).toArray();
  expect(joined).toEqual([
    { _id: 't0', stories: await inTopic('t0')() },
    { _id: 't3', stories: await inTopic('t3')() },
    { _id: 'none', stories: [] },
  ]);
  const explain = await db.aggregate(pipeline).explain('executionStats');
  const stage = explain['stages'].find((one: Document) => '$lookup' in one);
  expect(stage).toMatchObject({ collectionScans: 0 });
  expect(stage['indexesUsed']).toContain('topicIds_1_status_1_publishedAt_-1__id_-1');
  expect(Number(stage['totalKeysExamined'])).toBeLessThanOrEqual(3 * parents.length * 4);
  await c.deleteMany({});
});

test('a join whose local field is a list merges by its sort and unwinds', async () => {
  const { c, db } = database();
  const lookup = {
    from: 'c',
    localField: 'ids',
    foreignField: 'topicIds',
    pipeline: [{ $match: visible }, { $sort: newest }, { $limit: 4 }, { $project: { _id: 1 } }],
    as: 'stories',
  };
  const pipeline = [
    {
      $documents: [
        { _id: 1, ids: ['t0', 't1'] },
        { _id: 2, ids: [] },
      ],
    },
    { $lookup: lookup },
    { $unwind: '$stories' },
    { $replaceWith: '$stories' },
  ];
  const expected = await c
    .find({ ...visible, topicIds: { $in: ['t0', 't1'] } })
    .sort(newest)
    .limit(4)
    .project({ _id: 1 })
    .toArray();
  expect(await db.aggregate(pipeline).toArray()).toEqual(expected);
});

test('a join puts its result into a nested field, and a list cut short of nothing is null', async () => {
  const { db } = database();
  const lookup = {
    from: 'c',
    localField: 'id',
    foreignField: '_id',
    pipeline: [{ $project: { _id: 1 } }],
    as: 'posts.docs',
  };
  const pipeline = [
    { $documents: [{ id: 's001', posts: { page: 1 } }, { id: 'x' }] },
    { $lookup: lookup },
    { $addFields: { few: { $slice: ['$nothing', 2] } } },
  ];
  expect(await db.aggregate(pipeline).toArray()).toEqual([
    { id: 's001', posts: { page: 1, docs: [{ _id: 's001' }] }, few: null },
    { id: 'x', posts: { docs: [] }, few: null },
  ]);
});

test('branches of a union are bounded reads of their own', async () => {
  const { db } = database();
  const branch = (topic: string): Document[] => [
    { $match: { ...visible, topicIds: topic } },
    { $sort: newest },
    { $limit: 2 },
    { $project: { _id: 1 } },
  ];
  const pipeline = [
    { $documents: [] },
    { $unionWith: { coll: 'c', pipeline: branch('t1') } },
    { $unionWith: { coll: 'c', pipeline: branch('t4') } },
  ];
  expect(await db.aggregate(pipeline).toArray()).toEqual([
    ...(await inTopic('t1')()).slice(0, 2),
    ...(await inTopic('t4')()).slice(0, 2),
  ]);
  const cost = explained(await db.aggregate(pipeline).explain('executionStats'));
  expect(cost.collectionScan).toBe(false);
  expect(cost.keys).toBeLessThan(20);
});

test('counts stop at their limit and use the index', async () => {
  const { c } = database();
  expect(await c.countDocuments({ status: 'draft' })).toBe(30);
  expect(await c.countDocuments({ status: 'published' }, { limit: 11 })).toBe(11);
  expect(await c.countDocuments({ status: 'published' }, { skip: 265 })).toBe(5);
  expect(await c.countDocuments({ nothing: 1 })).toBe(0);
  const count = { count: 'c', query: { status: 'published' }, limit: 5 };
  expect(await database().db.command(count)).toMatchObject({ n: 5 });
});

test('a filter that no index serves is told as a collection scan, and a sort in memory as one', async () => {
  const { c } = database();
  const cost = explained(await c.find({ other: 1 }).sort({ title: 1 }).explain('executionStats'));
  expect(cost).toEqual({ keys: 0, documents: 300, collectionScan: true, sort: true });
});

test('a pipeline explains its parts: the query, then what follows', async () => {
  const { c } = database();
  const explain = await c
    .aggregate([{ $match: { _id: 's001' } }, { $addFields: { score: new Double(1) } }])
    .explain('executionStats');
  expect(explained(explain)).toMatchObject({ documents: 1, collectionScan: false });
});

test('ids that an index tells cost no document', async () => {
  const { c } = database();
  const explain = (projection: Document) =>
    c
      .aggregate([{ $match: { topicIds: 't1', status: 'published' } }, { $limit: 5 }, { $project: projection }])
      .explain('executionStats');
  expect(explained(await explain({ _id: 1 }))).toMatchObject({ keys: 5, documents: 0, collectionScan: false });
  expect(explained(await explain({ status: 1 }))).toMatchObject({ keys: 5, documents: 5 });
});
