import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDataDir } from '#embedded/data-dir.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'data-dir-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('is joined by who comes later, and one of those goes on with it at its address when it is closed', async () => {
  const first = await openDataDir(folder);
  await using second = await openDataDir(folder);
  await using third = await openDataDir(folder);
  expect([first, second, third].map(({ shared }) => shared)).toEqual([false, true, true]);
  await using client = new MongoClient(third.uri);
  const tides = client.db('saltmarsh').collection<{ _id: string }>('tides');
  await tides.insertOne({ _id: 'before' });
  await first[Symbol.asyncDispose]();
  await expect.poll(() => [second.shared, third.shared].toSorted(), { timeout: 30_000 }).toEqual([false, true]);
  await tides.insertOne({ _id: 'after' });
  expect(await tides.find().toArray()).toEqual([{ _id: 'before' }, { _id: 'after' }]);
  await using fourth = await openDataDir(folder);
  expect([fourth.uri, fourth.shared]).toEqual([first.uri, true]);
});

it('is let go by who joined it and was closed before', async () => {
  const first = await openDataDir(folder);
  const second = await openDataDir(folder);
  await second[Symbol.asyncDispose]();
  await first[Symbol.asyncDispose]();
  await using alone = await openDataDir(folder);
  expect([second.shared, alone.shared]).toEqual([true, false]);
});

it('says one election for as long as it is open, and a later one when it is opened again at once', async () => {
  const elections: string[] = [];
  for (let opened = 0; opened < 3; opened++) {
    await using open = await openDataDir(folder);
    await using client = new MongoClient(open.uri);
    const ask = async (): Promise<string> => String((await client.db('admin').command({ hello: 1 }))['electionId']);
    elections.push(await ask());
    expect(await ask()).toBe(elections.at(-1));
  }
  expect(elections.toSorted()).toEqual(elections);
  expect(new Set(elections).size).toBe(3);
});
