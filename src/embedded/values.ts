import { Decimal128, Double, Int32, Long, type Document } from 'bson';
import { badValue } from './mongo-error.ts';

/**
 * How values look inside the server: as bson gives them, except that a JavaScript number always means what bson would write for it
 * (int32 when whole and small, else double). A stored double 42 or int64 5 stays a `Double` or `Long`, so that no type is lost.
 */

/** Order of types in comparisons; also the first byte of an encoded key. */
export const TAG = {
  MIN_KEY: 0x05,
  EMPTY_ARRAY: 0x08,
  NULL: 0x0a,
  NUMBER: 0x14,
  STRING: 0x1e,
  OBJECT: 0x28,
  ARRAY: 0x32,
  BINARY: 0x3c,
  OBJECT_ID: 0x46,
  BOOLEAN: 0x50,
  DATE: 0x5a,
  TIMESTAMP: 0x5f,
  REGEX: 0x64,
  MAX_KEY: 0xf0,
} as const;

/** Stands for an empty array in an index or sort key: before null, as in MongoDB. */
export const EMPTY_ARRAY: unique symbol = Symbol('[]');

const TAG_BY_BSON_TYPE: Readonly<Record<string, number>> = {
  ObjectId: TAG.OBJECT_ID,
  Long: TAG.NUMBER,
  Decimal128: TAG.NUMBER,
  Double: TAG.NUMBER,
  Int32: TAG.NUMBER,
  Binary: TAG.BINARY,
  UUID: TAG.BINARY,
  Timestamp: TAG.TIMESTAMP,
  BSONSymbol: TAG.STRING,
  BSONRegExp: TAG.REGEX,
  MinKey: TAG.MIN_KEY,
  MaxKey: TAG.MAX_KEY,
};

/** The BSON class name of a wrapper object, else undefined. */
const bsonType = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && '_bsontype' in value ? String(value._bsontype) : undefined;

/** The place of a value's type in BSON's order, by `TAG`; undefined counts as null. */
export function tagOf(value: unknown): number {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return TAG.NUMBER;
    case 'string':
      return TAG.STRING;
    case 'boolean':
      return TAG.BOOLEAN;
    case 'undefined':
      return TAG.NULL;
    case 'symbol':
      return TAG.EMPTY_ARRAY;
  }
  if (value === null) return TAG.NULL;
  if (Array.isArray(value)) return TAG.ARRAY;
  if (value instanceof Date) return TAG.DATE;
  if (value instanceof RegExp) return TAG.REGEX;
  const type = bsonType(value);
  if (type !== undefined) return TAG_BY_BSON_TYPE[type] ?? TAG.OBJECT;
  return value instanceof Uint8Array ? TAG.BINARY : TAG.OBJECT;
}

/** A document or sub-document, not a BSON wrapper, date, regex or array. */
export const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && tagOf(value) === TAG.OBJECT && bsonType(value) === undefined;

/** `{ $gt: 1 }` and the like: a document whose first key is an operator. */
export const isOperators = (value: unknown): value is Document =>
  isDocument(value) && (Object.keys(value)[0]?.startsWith('$') ?? false);

/** The number a numeric value stands for (int64 and decimals rounded to a double), or undefined for anything else. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (value instanceof Double || value instanceof Int32) return value.valueOf();
  if (value instanceof Long) return value.toNumber();
  if (value instanceof Decimal128) return Number(value.toString());
  return undefined;
}

/** A whole number out of a command or operator argument; `what` names it in the error. */
export function integerOf(value: unknown, what: string): number {
  const number = numberOf(value);
  if (number === undefined || !Number.isInteger(number)) throw badValue(`${what} must be a whole number`);
  return number;
}

export type NumericKind = 'int' | 'long' | 'double' | 'decimal';

const isInt32 = (value: number): boolean => value === (value | 0) && !Object.is(value, -0);

/** Which BSON number a value is; undefined for what is no number. */
export function numericKind(value: unknown): NumericKind | undefined {
  if (typeof value === 'number') return isInt32(value) ? 'int' : 'double';
  if (value instanceof Long) return bsonType(value) === 'Timestamp' ? undefined : 'long';
  if (value instanceof Double) return 'double';
  if (value instanceof Int32) return 'int';
  return value instanceof Decimal128 ? 'decimal' : undefined;
}

/** A double that stays one when it is written, also when it is whole. */
export const toDouble = (value: number): number | Double => (isInt32(value) ? new Double(value) : value);

const NAMES: Readonly<Record<number, string>> = {
  [TAG.MIN_KEY]: 'minKey',
  [TAG.NULL]: 'null',
  [TAG.STRING]: 'string',
  [TAG.OBJECT]: 'object',
  [TAG.ARRAY]: 'array',
  [TAG.BINARY]: 'binData',
  [TAG.OBJECT_ID]: 'objectId',
  [TAG.BOOLEAN]: 'bool',
  [TAG.DATE]: 'date',
  [TAG.TIMESTAMP]: 'timestamp',
  [TAG.REGEX]: 'regex',
  [TAG.MAX_KEY]: 'maxKey',
};

/** MongoDB's alias of a value's type, as `$type` returns it; `missing` for undefined. */
export function typeName(value: unknown): string {
  if (value === undefined) return 'missing';
  return numericKind(value) ?? NAMES[tagOf(value)] ?? 'object';
}

const TYPE_NUMBERS: readonly (readonly [number, string])[] = [
  [1, 'double'],
  [2, 'string'],
  [3, 'object'],
  [4, 'array'],
  [5, 'binData'],
  [7, 'objectId'],
  [8, 'bool'],
  [9, 'date'],
  [10, 'null'],
  [11, 'regex'],
  [16, 'int'],
  [17, 'timestamp'],
  [18, 'long'],
  [19, 'decimal'],
  [-1, 'minKey'],
  [127, 'maxKey'],
];
const KNOWN = new Set(TYPE_NUMBERS.map(([, name]) => name));

/** A test for one argument of `$type`: a number, an alias or `number`. */
export function typeTest(type: unknown): (value: unknown) => boolean {
  if (type === 'number') return (value) => numericKind(value) !== undefined;
  const code = numberOf(type);
  const name = code === undefined ? type : TYPE_NUMBERS.find(([number]) => number === code)?.[1];
  if (typeof name !== 'string' || !KNOWN.has(name)) throw badValue(`Unknown type name alias: ${String(type)}`);
  return (value) => value !== undefined && typeName(value) === name;
}
