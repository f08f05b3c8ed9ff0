import type { Document } from 'mongodb';
import { expect, test } from 'vitest';
import { code, ids, onRealMongo, useDatabase } from './database.ts';

const database = useDatabase();
const english = { locale: 'en', strength: 2 };

// What a real MongoDB can and this server cannot.
test.skipIf(onRealMongo)('collections and options that are not supported are refused, not ignored', async () => {
  const { c, db } = database();
  await c.insertOne({ _id: 1 });
  expect(await code(db.createCollection('capped', { capped: true, size: 4096 }))).toBe(72);
  expect(await code(db.createCollection('folded', { collation: english }))).toBe(72);
  expect(await code(db.command({ collMod: 'c', index: { name: 'a_1', hidden: true } }))).toBe(40415);
  expect(await code(c.createIndex({ where: '2dsphere' }))).toBe(67);
  expect(await code(c.find({ $where: 'true' }).toArray())).toBe(2);
  expect(await code(c.find({ p: { $geoWithin: { $center: [[0, 0], 1] } } }).toArray())).toBe(2);
  expect(
    await code(c.aggregate([{ $project: { x: { $function: { body: 'f', args: [], lang: 'js' } } } }]).toArray()),
  ).toBe(168);
  expect(await code(c.aggregate([{ $redact: '$$PRUNE' }]).toArray())).toBe(40324);
  expect(await code(c.find({}, { tailable: true }).toArray())).toBe(2);
});

// What a real MongoDB can and this server cannot.
test.skipIf(onRealMongo)(
  'expressions under a collation are refused, because they would compare without it',
  async () => {
    const { c } = database();
    await c.insertOne({ _id: 1, s: 'A' });
    expect(await code(c.aggregate([{ $project: { x: { $eq: ['$s', 'a'] } } }], { collation: english }).toArray())).toBe(
      2,
    );
    expect(await code(c.find({ $expr: { $eq: ['$s', 'a'] } }, { collation: english }).toArray())).toBe(2);
  },
);

test('an index serves a collation only if it has it, also when hinted', async () => {
  const { c } = database();
  await c.createIndex({ s: 1 }, { name: 'plain' });
  await c.createIndex({ s: 1 }, { name: 'folded', collation: english });
  await c.insertMany([
    { _id: 1, s: 'b' },
    { _id: 2, s: 'A' },
    { _id: 3, s: 'a' },
  ]);
  for (const hint of ['plain', 'folded']) {
    expect(ids(await c.find({ s: 'a' }, { collation: english, hint }).sort({ s: 1, _id: 1 }).toArray())).toEqual([
      2, 3,
    ]);
    expect(
      ids(
        await c
          .find({ s: { $gte: 'a' } }, { hint })
          .sort({ s: 1 })
          .toArray(),
      ),
    ).toEqual([3, 1]);
  }
  expect(await c.countDocuments({ s: 'A' }, { collation: english })).toBe(2);
});

test('mistakes are told with their code, also when nothing would be found', async () => {
  const { c, db } = database();
  const nowhere = db.collection<Document>('nowhere');
  expect(await code(nowhere.find({ a: { $nonsense: 1 } }).toArray())).toBe(2);
  expect(await code(nowhere.find({}, { projection: { a: 1, b: 0 } }).toArray())).toBe(31254);
  expect(await code(c.aggregate([{ $limit: 0 }]).toArray())).toBe(15958);
  expect(await code(c.aggregate([{ $project: { a: { $nonsense: 1 } } }]).toArray())).toBeGreaterThan(0);
  expect(await code(c.aggregate([{ $match: {}, $limit: 1 }]).toArray())).toBe(40323);
  await c.insertOne({ _id: 1 });
  expect(await code(c.aggregate([{ $addFields: { a: '$$nothing' } }]).toArray())).toBe(17276);
});
