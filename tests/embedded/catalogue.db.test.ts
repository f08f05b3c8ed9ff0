import { expect, test } from 'vitest';
import { useDatabase, code, type Loose } from './database.ts';

const database = useDatabase();

test('collections: create, list, rename, drop; dropDatabase', async () => {
  const { db } = database();
  await db.createCollection('a');
  expect(await code(db.createCollection('a'))).toEqual(48);
  await db.collection<Loose>('a').insertOne({ x: 1 });
  await db.collection<Loose>('a').rename('b');
  expect((await db.listCollections().toArray()).map((x) => x.name)).toEqual(['b']);
  await db.collection<Loose>('b').drop();
  expect((await db.listCollections().toArray()).length).toEqual(0);
});

test('ping, buildInfo, unknown command is 59', async () => {
  const { db } = database();
  expect((await db.command({ ping: 1 })).ok).toEqual(1);
  expect((await db.admin().command({ buildInfo: 1 })).version).toMatch(/^\d+\.\d+\.\d+/);
  expect(await code(db.command({ nopeCmd: 1 }))).toEqual(59);
});

test('$jsonSchema validator rejects (121)', async () => {
  const { db } = database();
  await db.createCollection('v', { validator: { $jsonSchema: { bsonType: 'object', required: ['t'] } } });
  expect(await code(db.collection<Loose>('v').insertOne({}))).toEqual(121);
});
