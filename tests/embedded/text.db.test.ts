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

test('a score depends on the document alone, whatever is written beside it', async () => {
  const { c } = database();
  await c.createIndex(
    { headline: 'text', body: 'text' },
    { weights: { headline: 10, body: 1 }, default_language: 'none', language_override: '_l' },
  );
  await c.insertMany([
    { _id: 1, headline: 'harbour', body: 'the harbour wall of the harbour' },
    { _id: 2, headline: 'a day out', body: 'harbour' },
  ]);
  const scores = async () =>
    (
      await c
        .find({ $text: { $search: 'Harbour' } }, { projection: { score: { $meta: 'textScore' } } })
        .sort({ score: { $meta: 'textScore' } })
        .toArray()
    ).map((row) => [row['_id'], row['score']]);
  // MongoDB's formula: 10 * 1 * 1 * 1.1 + 1.5 * (0.5 + 0.5 * 2 / 6), and 1.1.
  const [[first, score], [second, other]] = (await scores()) as [[number, number], [number, number]];
  expect([first, second]).toEqual([1, 2]);
  expect(other).toBeCloseTo(1.1, 10);
  expect(score).toBeCloseTo(12, 10);
  await c.insertMany(
    Array.from({ length: 20 }, (_, at) => ({ _id: 10 + at, headline: 'lighthouse', body: 'no quay' })),
  );
  expect(await scores()).toEqual([
    [1, score],
    [2, other],
  ]);
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

test('the best few are found without reading the rest, however common the word', async () => {
  const { c } = database();
  await c.createIndex({ title: 'text' }, { default_language: 'none' });
  await c.insertMany(
    Array.from({ length: 400 }, (_, at) => ({ _id: at, title: `the ${'tide '.repeat(at + 1)}`, open: at % 2 === 0 })),
  );
  const page = [
    { $match: { open: true, $text: { $search: 'the' } } },
    { $project: { score: { $meta: 'textScore' } } },
    { $match: { score: { $lt: 0.7 } } },
    { $sort: { score: -1, _id: 1 } },
    { $limit: 3 },
  ];
  expect(ids(await c.aggregate(page).toArray())).toEqual([2, 4, 6]);
});

test('a word that stands for several of the index is found by any of them, and counts once', async () => {
  const { c } = database();
  await c.createIndex({ title: 'text' });
  await c.insertMany([
    { _id: 1, title: 'an election' },
    { _id: 2, title: 'generously universal elections' },
  ]);
  const scores = async ($search: string) =>
    (await c.find({ $text: { $search } }, { projection: { score: { $meta: 'textScore' } } }).toArray()).map(
      ({ _id, score }) => [_id, score],
    );
  expect(await scores('elections election')).toEqual(await scores('election'));
  expect((await scores('generously universal')).map(([id]) => id)).toEqual([2]);
});
