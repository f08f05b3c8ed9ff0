import { expect, test } from 'vitest';
import { useDatabase, ids } from './database.ts';

const database = useDatabase();

test('$text with stemming, score sort, phrase, negation', async () => {
  const { c } = database();
  await c.createIndex({ title: 'text', body: 'text' }, { weights: { title: 10 } });
  await c.insertMany([
    { _id: 1, title: 'Elections begin', body: 'voters went to polls' },
    { _id: 2, title: 'Weather', body: 'the election was calm' },
    { _id: 3, title: 'Sports', body: 'a match' },
  ]);
  const q = async ($search: string) =>
    ids(
      await c
        .find({ $text: { $search } }, { projection: { score: { $meta: 'textScore' } } })
        .sort({ score: { $meta: 'textScore' } })
        .toArray(),
    );
  expect(await q('election')).toEqual([1, 2]);
  expect(await q('election -weather')).toEqual([1]);
  expect(await q('"went to polls"')).toEqual([1]);
});

test('$text in $match with $meta score', async () => {
  const { c } = database();
  await c.createIndex({ title: 'text' });
  await c.insertMany([
    { _id: 1, title: 'budget vote' },
    { _id: 2, title: 'other' },
  ]);
  const r = await c
    .aggregate([{ $match: { $text: { $search: 'budget' } } }, { $project: { score: { $meta: 'textScore' } } }])
    .toArray();
  expect(ids(r)).toEqual([1]);
  expect(r[0]?.['score']).toBeGreaterThan(0);
});
