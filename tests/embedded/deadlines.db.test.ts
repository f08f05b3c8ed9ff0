import { expect, test } from 'vitest';
import { code, useDatabase } from './database.ts';

const database = useDatabase();

test('maxTimeMS stops a heavy pipeline (50), and others are served at once', async () => {
  const { c } = database();
  await c.insertMany(Array.from({ length: 400 }, (_, i) => ({ _id: i, n: i })));
  const range = { $range: [0, 2000] };
  const sum = { $sum: { $map: { input: range, in: { $multiply: ['$$this', { $add: ['$n', 1] }] } } } };
  const started = performance.now();
  expect(await code(c.aggregate([{ $project: { sum } }], { maxTimeMS: 50 }).toArray())).toBe(50);
  await c.findOne({ _id: 1 });
  expect(performance.now() - started).toBeLessThan(2_000);
});

test('maxTimeMS stops a join without an index', async () => {
  const { c } = database();
  await c.insertMany(Array.from({ length: 3_000 }, (_, i) => ({ _id: i, n: i })));
  const lookup = { $lookup: { from: 'c', localField: 'n', foreignField: 'n', as: 'same' } };
  expect(await code(c.aggregate([lookup], { maxTimeMS: 50 }).toArray())).toBe(50);
});

test('a change stopped by maxTimeMS leaves nothing behind', async () => {
  const { c } = database();
  await c.insertMany(Array.from({ length: 5_000 }, (_, i) => ({ _id: i, n: 0 })));
  expect(
    await code(
      c.findOneAndUpdate(
        { $expr: { $gt: [{ $strLenCP: { $toString: '$n' } }, 5] } },
        { $set: { n: 1 } },
        { maxTimeMS: 1 },
      ),
    ),
  ).toBe(50);
  expect(await c.countDocuments({ n: 0 })).toBe(5_000);
});
