import { Long } from 'bson';
import { MongoError, notSupported, typeMismatch } from './mongo-error.ts';
import { numberOf, numericKind, toDouble, typeName, type NumericKind } from './values.ts';

/**
 * Arithmetic that keeps BSON's number types: int32 and int64 stay whole, a double makes the result a double.
 * Decimal128 is stored and compared, but not calculated with.
 */

const RANK: Readonly<Record<NumericKind, number>> = { int: 0, long: 1, double: 2, decimal: 3 };

function widest(values: readonly unknown[], operator: string): NumericKind {
  let result: NumericKind = 'int';
  for (const value of values) {
    const kind = numericKind(value);
    if (kind === undefined)
      throw typeMismatch(`${operator} only supports numeric or date types, not ${typeName(value)}`);
    if (RANK[kind] > RANK[result]) result = kind;
  }
  if (result === 'decimal') throw notSupported(`${operator} of Decimal128`, 2);
  return result;
}

const MAX_INT64 = 9_223_372_036_854_775_807n;

/** A whole result as int32, int64 or, beyond that, double; `atLeast` long keeps an int64 one. */
export function wholeNumber(value: bigint, atLeast: NumericKind = 'int'): unknown {
  if (value > MAX_INT64 || value < -MAX_INT64 - 1n) return toDouble(Number(value));
  const small = value >= -2_147_483_648n && value <= 2_147_483_647n;
  return small && atLeast === 'int' ? Number(value) : Long.fromBigInt(value);
}

const bigintOf = (value: unknown): bigint => (value instanceof Long ? value.toBigInt() : BigInt(numberOf(value) ?? 0));

/** Folds numbers with an operation given for doubles and for whole numbers. */
function combine(
  operator: string,
  values: readonly unknown[],
  doubles: (a: number, b: number) => number,
  whole: (a: bigint, b: bigint) => bigint,
): unknown {
  const kind = widest(values, operator);
  if (kind === 'double') return toDouble(values.map((value) => numberOf(value) ?? 0).reduce(doubles));
  const numbers = values.map((value) => numberOf(value) ?? 0);
  const quick = numbers.reduce(doubles);
  // Most sums are small: bigint only where a double might have rounded.
  if (Number.isSafeInteger(quick) && kind === 'int') return wholeNumber(BigInt(quick));
  return wholeNumber(values.map(bigintOf).reduce(whole), kind);
}

/** The sum in the widest type of its values; throws 14 for what is no number. */
export const add = (operator: string, values: readonly unknown[]): unknown =>
  combine(
    operator,
    values,
    (a, b) => a + b,
    (a, b) => a + b,
  );

/** The product in the widest type of its values; throws 14 for what is no number. */
export const multiply = (operator: string, values: readonly unknown[]): unknown =>
  combine(
    operator,
    values,
    (a, b) => a * b,
    (a, b) => a * b,
  );

/** The first less the others, in their widest type; throws 14 for what is no number. */
export const subtract = (operator: string, values: readonly unknown[]): unknown =>
  combine(
    operator,
    values,
    (a, b) => a - b,
    (a, b) => a - b,
  );

/** The remainder with the sign of the first, as MongoDB's `$mod`; throws 16610 for division by zero. */
export function remainder(a: unknown, b: unknown): unknown {
  if (numericKind(a) === undefined || numericKind(b) === undefined)
    throw new MongoError(16611, 'Location16611', '$mod only supports numeric types');
  if (numberOf(b) === 0) throw new MongoError(16610, 'Location16610', "can't $mod by zero");
  return combine(
    '$mod',
    [a, b],
    (x, y) => x % y,
    (x, y) => x % y,
  );
}

/** Rounds to even at half, as MongoDB does; `places` may be negative. */
export function roundTo(value: unknown, places: number, operator: string): unknown {
  const kind = numericKind(value);
  if (kind === undefined) throw new MongoError(51081, 'Location51081', `${operator} only supports numeric types`);
  if (kind === 'decimal') throw notSupported(`${operator} of Decimal128`, 2);
  const number = numberOf(value) ?? 0;
  if (kind !== 'double' && places >= 0) return value;
  const scale = 10 ** places;
  const scaled = number * scale;
  const result = (operator === '$trunc' ? Math.trunc(scaled) : roundHalfEven(scaled)) / scale;
  return kind === 'double' ? toDouble(result) : wholeNumber(BigInt(result), kind);
}

function roundHalfEven(value: number): number {
  const rounded = Math.round(value);
  return Math.abs(value % 1) === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}

/** A function of one number whose result is a double, null for null. */
export function ofDouble(operator: string, value: unknown, apply: (value: number) => number): unknown {
  if (value === null || value === undefined) return null;
  widest([value], operator);
  return toDouble(apply(numberOf(value) ?? 0));
}

/** A function of one number that keeps its type, null for null. */
export function sameKind(operator: string, value: unknown, apply: (value: number) => number): unknown {
  if (value === null || value === undefined) return null;
  const kind = widest([value], operator);
  const result = apply(numberOf(value) ?? 0);
  return kind === 'double' ? toDouble(result) : wholeNumber(BigInt(result), kind);
}
