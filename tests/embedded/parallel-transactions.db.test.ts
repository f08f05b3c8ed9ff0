import type { ClientSession, MongoServerError } from 'mongodb';
import { expect, test } from 'vitest';
import { code, failure, useDatabase } from './database.ts';

const database = useDatabase();

/** Two sessions with a transaction each, ended after the callback whatever happens. */
async function inTwoTransactions(run: (a: ClientSession, b: ClientSession) => Promise<void>): Promise<void> {
  const { client } = database();
  await using a = client.startSession();
  await using b = client.startSession();
  a.startTransaction();
  b.startTransaction();
  await run(a, b);
}

test('two open transactions that change different documents both commit', async () => {
  const { c } = database();
  await c.insertMany([
    { _id: 1, n: 0 },
    { _id: 2, n: 0 },
  ]);
  await inTwoTransactions(async (a, b) => {
    await c.updateOne({ _id: 1 }, { $set: { n: 1 } }, { session: a });
    await c.updateOne({ _id: 2 }, { $set: { n: 2 } }, { session: b });
    await c.insertOne({ _id: 3 }, { session: a });
    await b.commitTransaction();
    await a.commitTransaction();
  });
  expect(await c.find().sort({ _id: 1 }).toArray()).toEqual([{ _id: 1, n: 1 }, { _id: 2, n: 2 }, { _id: 3 }]);
});

test('the second transaction to change a document gets a write conflict that says it may try again', async () => {
  const { c } = database();
  await c.insertOne({ _id: 1, n: 0 });
  await inTwoTransactions(async (a, b) => {
    await c.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session: a });
    const error = await failure(c.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session: b }));
    expect([error.code, error.hasErrorLabel('TransientTransactionError')]).toEqual([112, true]);
    await a.commitTransaction();
  });
  expect(await c.findOne()).toEqual({ _id: 1, n: 1 });
});

test('a document changed after the snapshot cannot be changed in it, others can', async () => {
  const { c } = database();
  await c.insertMany([
    { _id: 1, n: 0 },
    { _id: 2, n: 0 },
  ]);
  await inTwoTransactions(async (a, b) => {
    await c.findOne({ _id: 1 }, { session: a });
    await c.findOne({ _id: 1 }, { session: b });
    await c.updateOne({ _id: 1 }, { $set: { n: 5 } });
    expect(await c.findOne({ _id: 1 }, { session: a })).toEqual({ _id: 1, n: 0 });
    await c.updateOne({ _id: 2 }, { $set: { n: 6 } }, { session: a });
    await a.commitTransaction();
    expect(await code(c.updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session: b }))).toBe(112);
  });
  expect(await c.find().sort({ _id: 1 }).toArray()).toEqual([
    { _id: 1, n: 5 },
    { _id: 2, n: 6 },
  ]);
});

test('a plain write of another document does not wait for an open transaction', async () => {
  const { c } = database();
  await c.insertMany([{ _id: 1 }, { _id: 2 }]);
  await inTwoTransactions(async (a) => {
    await c.updateOne({ _id: 1 }, { $set: { n: 1 } }, { session: a });
    await c.updateOne({ _id: 2 }, { $set: { n: 2 } });
    expect(await c.findOne({ _id: 2 })).toEqual({ _id: 2, n: 2 });
    await a.commitTransaction();
  });
});

test('a plain write of the same document waits for the end of the transaction', async () => {
  const { c } = database();
  await c.insertOne({ _id: 1, log: [] });
  await inTwoTransactions(async (a) => {
    await c.updateOne({ _id: 1 }, { $push: { log: 'transaction' } } as object, { session: a });
    const plain = c.updateOne({ _id: 1 }, { $push: { log: 'plain' } } as object);
    expect(await code(c.findOneAndUpdate({ _id: 1 }, { $set: { late: true } }, { maxTimeMS: 30 }))).toBe(50);
    await a.commitTransaction();
    await plain;
  });
  expect(await c.findOne()).toEqual({ _id: 1, log: ['transaction', 'plain'] });
});

test('20 clients that write in transactions side by side all commit', async () => {
  const { c, client } = database();
  await c.insertOne({ _id: 'counter', n: 0 });
  const writes = Array.from({ length: 20 }, (_, i) =>
    client.withSession((session) =>
      session.withTransaction(async () => {
        await c.updateOne({ _id: 'counter' }, { $inc: { n: 1 } }, { session });
        await c.insertMany(
          Array.from({ length: 10 }, (_, j) => ({ _id: `${i}/${j}` })),
          { session },
        );
      }),
    ),
  );
  await Promise.all(writes);
  expect([await c.findOne({ _id: 'counter' }), await c.countDocuments()]).toEqual([{ _id: 'counter', n: 20 }, 201]);
});

test('a transaction reads what it wrote: filtered, sorted, counted and joined', async () => {
  const { c, client } = database();
  await c.createIndex({ n: 1 });
  await c.insertMany([1, 2, 3, 4].map((n) => ({ _id: n, n })));
  await client.withSession((session) =>
    session.withTransaction(async () => {
      await c.deleteOne({ _id: 1 }, { session });
      await c.updateOne({ _id: 4 }, { $set: { n: 0 } }, { session });
      await c.insertOne({ _id: 5, n: 2.5 }, { session });
      const sorted = await c
        .find({ n: { $lt: 3 } }, { session })
        .sort({ n: 1 })
        .limit(3)
        .toArray();
      expect(sorted.map((d) => d._id)).toEqual([4, 2, 5]);
      expect(await c.countDocuments({}, { session })).toBe(4);
      const [joined] = await c
        .aggregate(
          [{ $match: { _id: 5 } }, { $lookup: { from: 'c', localField: 'n', foreignField: 'n', as: 'same' } }],
          { session },
        )
        .toArray();
      expect(joined?.['same']).toEqual([{ _id: 5, n: 2.5 }]);
    }),
  );
  expect(await c.find().sort({ n: 1 }).toArray()).toEqual([
    { _id: 4, n: 0 },
    { _id: 2, n: 2 },
    { _id: 5, n: 2.5 },
    { _id: 3, n: 3 },
  ]);
});

test('a unique index holds inside a transaction, and a value given up may be taken', async () => {
  const { c, client } = database();
  await c.createIndex({ slug: 1 }, { unique: true });
  await c.insertMany([
    { _id: 1, slug: 'a' },
    { _id: 2, slug: 'b' },
  ]);
  const insert = (slug: string) =>
    client.withSession((session) => session.withTransaction(() => c.insertOne({ _id: 3, slug }, { session })));
  expect(await code(insert('a'))).toBe(11000);
  await client.withSession((session) =>
    session.withTransaction(async () => {
      await c.updateOne({ _id: 1 }, { $set: { slug: 'c' } }, { session });
      await c.updateOne({ _id: 2 }, { $set: { slug: 'a' } }, { session });
      await c.updateOne({ _id: 1 }, { $set: { slug: 'b' } }, { session });
    }),
  );
  expect(
    await c
      .find({ slug: { $in: ['a', 'b'] } })
      .sort({ slug: 1 })
      .toArray(),
  ).toEqual([
    { _id: 2, slug: 'a' },
    { _id: 1, slug: 'b' },
  ]);
  expect(await code(insert('b'))).toBe(11000);
});

test('two transactions cannot both take a unique value', async () => {
  const { c } = database();
  await c.createIndex({ slug: 1 }, { unique: true });
  await inTwoTransactions(async (a, b) => {
    await c.insertOne({ _id: 1, slug: 'a' }, { session: a });
    expect(await code(c.insertOne({ _id: 2, slug: 'a' }, { session: b }))).toBe(112);
    await a.commitTransaction();
  });
  expect(await c.find().toArray()).toEqual([{ _id: 1, slug: 'a' }]);
});

test('a plain insert of a unique value that a transaction holds waits for its end', async () => {
  const { c } = database();
  await c.createIndex({ slug: 1 }, { unique: true });
  await inTwoTransactions(async (a) => {
    await c.insertOne({ _id: 1, slug: 'a' }, { session: a });
    const plain = code(c.insertOne({ _id: 2, slug: 'a' }));
    await c.insertOne({ _id: 3, slug: 'b' });
    await a.commitTransaction();
    expect(await plain).toBe(11000);
  });
});

test('a collection made after the snapshot is empty in it, or an error that says to try again', async () => {
  const { c, db } = database();
  await c.insertOne({ _id: 1, n: 1 });
  await inTwoTransactions(async (a) => {
    await c.findOne({}, { session: a });
    await db.collection('later').insertOne({ n: 1 });
    const found = await db
      .collection('later')
      .findOne({ n: 1 }, { session: a })
      .catch((error: MongoServerError) => error.errorLabels);
    expect([null, ['TransientTransactionError']]).toContainEqual(found);
  });
});

test('an index made after the snapshot does not disturb the transaction', async () => {
  const { c } = database();
  await c.insertOne({ _id: 1, n: 1 });
  await inTwoTransactions(async (a) => {
    await c.findOne({}, { session: a });
    await c.createIndex({ n: 1 });
    const found = await c.findOne({ n: 1 }, { session: a }).catch((error: MongoServerError) => error.errorLabels);
    expect([{ _id: 1, n: 1 }, ['TransientTransactionError']]).toContainEqual(found);
  });
});

test('an aborted or unknown transaction is told as such (251)', async () => {
  const { c, client } = database();
  await c.insertOne({ _id: 1 });
  await using session = client.startSession();
  session.startTransaction();
  await c.insertOne({ _id: 2 }, { session });
  expect(await code(c.insertOne({ _id: 2 }, { session }))).toBe(11000);
  const error = await failure(c.insertOne({ _id: 3 }, { session }));
  expect([error.code, error.hasErrorLabel('TransientTransactionError')]).toEqual([251, true]);
  expect(await c.countDocuments()).toBe(1);
});
