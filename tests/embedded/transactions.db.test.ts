import { expect, test } from 'vitest';
import { useDatabase, type Loose } from './database.ts';

const database = useDatabase();

test('commit is atomic and isolated until committed', async () => {
  const { client, db } = database();
  const a = db.collection<Loose>('ta'),
    b = db.collection<Loose>('tb');
  await a.insertOne({ _id: 1, n: 1 });
  await b.insertOne({ _id: 1 });
  const s = client.startSession();
  s.startTransaction();
  await a.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session: s });
  await b.insertOne({ _id: 2 }, { session: s });
  expect((await a.findOne({ _id: 1 }))?.['n']).toEqual(1);
  expect(await b.countDocuments()).toEqual(1);
  expect((await a.findOne({ _id: 1 }, { session: s }))?.['n']).toEqual(2);
  await s.commitTransaction();
  expect((await a.findOne({ _id: 1 }))?.['n']).toEqual(2);
  expect(await b.countDocuments()).toEqual(2);
  await s.endSession();
});

test('abort rolls back; withTransaction works', async () => {
  const { client, db } = database();
  const a = db.collection<Loose>('ta');
  await a.insertOne({ _id: 1 });
  await client.withSession(async (s) => {
    s.startTransaction();
    await a.deleteMany({}, { session: s });
    await s.abortTransaction();
  });
  expect(await a.countDocuments()).toEqual(1);
  await client.withSession((s) =>
    s.withTransaction(async () => {
      await a.insertOne({ _id: 2 }, { session: s });
    }),
  );
  expect(await a.countDocuments()).toEqual(2);
  await expect(
    client.withSession((s) =>
      s.withTransaction(async () => {
        await a.insertOne({ _id: 3 }, { session: s });
        await a.insertOne({ _id: 2 }, { session: s });
      }),
    ),
  ).rejects.toThrow('E11000');
  expect(await a.countDocuments()).toEqual(2);
});
