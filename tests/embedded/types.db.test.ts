import { Binary, Code, Decimal128, Double, Int32, Long, type Document } from 'mongodb';
import { expect, test } from 'vitest';
import { useDatabase } from './database.ts';

const database = useDatabase();

/** Numbers as they are stored, by `$type`. */
const typesOf = async (fields: readonly string[]): Promise<Document | undefined> => {
  const { c } = database();
  const types = Object.fromEntries(fields.map((field) => [field, { $type: `$${field}` }]));
  const [found] = await c.aggregate([{ $project: { _id: 0, ...types } }]).toArray();
  return found;
};

test('a whole double and a small int64 keep their types through an update, a projection and a pipeline', async () => {
  const { c } = database();
  await c.insertOne({
    _id: 1,
    d: new Double(42),
    l: Long.fromNumber(5),
    i: 7,
    f: 1.5,
    m: Decimal128.fromString('1.10'),
  });
  await c.updateOne({ _id: 1 }, { $set: { other: true } });
  await c.updateOne({ _id: 1 }, [{ $set: { copy: '$d' } }]);
  await c.aggregate([{ $addFields: { again: '$l' } }, { $merge: { into: 'c', whenMatched: 'replace' } }]).toArray();
  expect(await typesOf(['d', 'l', 'i', 'f', 'm', 'copy', 'again'])).toEqual({
    d: 'double',
    l: 'long',
    i: 'int',
    f: 'double',
    m: 'decimal',
    copy: 'double',
    again: 'long',
  });
  const raw = await c.findOne({}, { projection: { d: 1, l: 1 }, promoteValues: false, promoteLongs: false });
  expect([raw?.['d'], raw?.['l']]).toEqual([new Double(42), Long.fromNumber(5)]);
});

test('a projection leaves the values it keeps as they are, among values of every kind', async () => {
  const { c } = database();
  const row = {
    _id: 1,
    code: new Code('return 1'),
    größe: { inner: [1, { deep: 'é' }] },
    bytes: new Binary(Buffer.from([1, 2, 3])),
    pattern: /^a/i,
    nothing: null,
    when: new Date(0),
    last: 'end',
  };
  await c.insertOne(row);
  const { code: _code, pattern: _pattern, ...kept } = row;
  const wanted = { größe: 1, bytes: 1, nothing: 1, when: 1, last: 1, absent: 1 } as const;
  expect(await c.findOne({}, { projection: wanted })).toEqual(kept);
  expect(await c.findOne({}, { projection: { code: 1, pattern: 1, _id: 0 } })).toEqual({
    code: row.code,
    pattern: row.pattern,
  });
});

test('$type finds whole doubles and int64', async () => {
  const { c } = database();
  await c.insertMany([
    { _id: 1, v: new Double(42) },
    { _id: 2, v: Long.fromNumber(42) },
    { _id: 3, v: 42 },
  ]);
  const found = async (type: string): Promise<unknown[]> =>
    (await c.find({ v: { $type: type } }).toArray()).map((d) => d._id);
  expect([await found('double'), await found('long'), await found('int')]).toEqual([[1], [2], [3]]);
});

test('numbers of different types are equal in filters, unique indexes and groups', async () => {
  const { c } = database();
  await c.createIndex({ v: 1 });
  await c.insertMany([{ v: new Double(42) }, { v: Long.fromNumber(42) }, { v: 42 }]);
  expect(await c.countDocuments({ v: 42 })).toBe(3);
  expect(await c.countDocuments({ v: { $gte: Long.fromNumber(42), $lte: 42 } })).toBe(3);
  const groups = await c.aggregate([{ $group: { _id: '$v', n: { $sum: 1 }, sum: { $sum: '$v' } } }]).toArray();
  expect(groups).toEqual([{ _id: 42, n: 3, sum: 126 }]);
});

test('int64 beyond the precision of a double are told apart', async () => {
  const { c } = database();
  await c.createIndex({ v: 1 }, { unique: true });
  const big = Long.fromString('9007199254740993');
  await c.insertMany([
    { _id: 1, v: big },
    { _id: 2, v: big.subtract(1) },
    { _id: 3, v: big.add(1) },
  ]);
  expect((await c.findOne({ v: big }))?._id).toBe(1);
  expect((await c.find({ v: { $gt: big } }).toArray()).map((d) => d._id)).toEqual([3]);
});

test('$inc keeps int32 while it fits, becomes int64 beyond and double with a double', async () => {
  const { c } = database();
  await c.insertOne({ _id: 1, i: 2_147_483_647, j: 1, k: 1, l: Long.fromNumber(1) });
  await c.updateOne({ _id: 1 }, { $inc: { i: 1, j: 1, k: new Double(1), l: 1 } });
  expect(await typesOf(['i', 'j', 'k', 'l'])).toEqual({ i: 'long', j: 'int', k: 'double', l: 'long' });
});

test('another type or subtype of an equal value is a change', async () => {
  const { c } = database();
  await c.insertOne({ _id: 1, n: new Int32(1), b: new Binary(Buffer.from([1]), 0) });
  const number = await c.updateOne({ _id: 1 }, { $set: { n: new Double(1) } });
  const binary = await c.updateOne({ _id: 1 }, { $set: { b: new Binary(Buffer.from([1]), 128) } });
  const same = await c.updateOne({ _id: 1 }, { $set: { n: new Double(1) } });
  expect([number.modifiedCount, binary.modifiedCount, same.modifiedCount]).toEqual([1, 1, 0]);
});

test('the _id of a document comes first, however it was sent', async () => {
  const { c } = database();
  await c.insertOne({ a: 1, _id: 1 });
  expect(Object.keys((await c.findOne()) ?? {})).toEqual(['_id', 'a']);
});
