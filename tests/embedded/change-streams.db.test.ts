import { type ChangeStream, type Document } from 'mongodb';
import { expect, test } from 'vitest';
import { useDatabase, type Loose } from './database.ts';

const database = useDatabase();

/** A stream is open on the server once it has been asked for events. */
const opened = (stream: ChangeStream<Loose>): Promise<unknown> => stream.tryNext();

const keyOf = (event: Document): unknown => event['documentKey']._id;

test('change stream: insert, update, delete, updateLookup', async () => {
  const { c } = database();
  await c.insertOne({ _id: 0 });
  const cs = c.watch([{ $match: { operationType: { $in: ['insert', 'update', 'delete'] } } }], {
    fullDocument: 'updateLookup',
  });
  await opened(cs);
  await c.insertOne({ _id: 1, a: 1 });
  await c.updateOne({ _id: 1 }, { $set: { a: 2 } });
  const e1: Document = await cs.next();
  const e2: Document = await cs.next();
  await c.deleteOne({ _id: 1 });
  const e3: Document = await cs.next();
  expect([
    e1.operationType,
    e1.fullDocument,
    e2.updateDescription.updatedFields,
    e2.fullDocument,
    e3.operationType,
    e3.documentKey,
  ]).toEqual(['insert', { _id: 1, a: 1 }, { a: 2 }, { _id: 1, a: 2 }, 'delete', { _id: 1 }]);
  await cs.close();
});

test('resumeAfter replays missed events; db.watch', async () => {
  const { c, db } = database();
  const cs = c.watch();
  await opened(cs);
  await c.insertOne({ _id: 1 });
  const e = await cs.next();
  await cs.close();
  await c.insertOne({ _id: 2 });
  await c.insertOne({ _id: 3 });
  const c2 = c.watch([], { resumeAfter: e._id });
  expect([keyOf(await c2.next()), keyOf(await c2.next())]).toEqual([2, 3]);
  await c2.close();
  const c3 = db.watch([], { resumeAfter: e._id });
  expect(keyOf(await c3.next())).toEqual(2);
  await c3.close();
});
