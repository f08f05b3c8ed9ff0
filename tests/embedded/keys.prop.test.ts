import { Decimal128, Double, Long, ObjectId, serialize, type Document } from 'bson';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareValues, encode } from '#embedded/keys.ts';
import { readBson } from '#embedded/read-bson.ts';

const number = fc.oneof(fc.double({ noNaN: true }), fc.integer(), fc.constantFrom(0, -0, Infinity, -Infinity, 2 ** 53));

test('numbers order by value, whatever their type', () => {
  fc.assert(
    fc.property(number, number, (a, b) => {
      expect(compareValues(a, b)).toBe(a === b ? 0 : a < b ? -1 : 1);
      expect(compareValues(new Double(a), b)).toBe(compareValues(a, b));
    }),
  );
});

test('int64 order by value beyond the precision of a double', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), fc.bigInt({ min: -5n, max: 5n }), (a, near) => {
      const b = BigInt.asIntN(64, a + near);
      expect(compareValues(Long.fromBigInt(a), Long.fromBigInt(b))).toBe(a === b ? 0 : a < b ? -1 : 1);
    }),
  );
});

test('strings order by their bytes and never run into the next component', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      const order = Buffer.compare(Buffer.from(a), Buffer.from(b));
      expect(compareValues(a, b)).toBe(order);
      expect(Math.sign(Buffer.compare(encode([a, 1], [-1, 1]), encode([b, 1], [-1, 1])))).toBe(-order || 0);
    }),
  );
});

const value: fc.Memo<unknown> = fc.memo((depth) =>
  depth > 1
    ? fc.oneof(
        leaf,
        fc.array(value(depth - 1), { maxLength: 3 }),
        fc.dictionary(
          fc.string().filter((key) => !key.includes('\0')),
          value(depth - 1),
          { maxKeys: 3, noNullPrototype: true },
        ),
      )
    : leaf,
);
const leaf = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.double().map((one) => new Double(one)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((one) => Long.fromBigInt(one)),
  fc.integer().map((one) => Decimal128.fromString(`${one}.50`)),
  fc.string({ unit: 'binary' }),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.constantFrom(/a+/i, /^x/m),
);

test('what is read from BSON is written as the same bytes', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('a', 'b', 'ü'), value(3), { noNullPrototype: true }),
      (document: Document) => {
        const bytes = serialize(document);
        expect(Buffer.compare(serialize(readBson(bytes)), bytes)).toBe(0);
      },
    ),
  );
});
