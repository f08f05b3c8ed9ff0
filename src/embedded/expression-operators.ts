import { Decimal128, Double, Long, ObjectId } from 'bson';
import { add, multiply, ofDouble, remainder, roundTo, sameKind, subtract } from './arithmetic.ts';
import { compareValues, equalValues, hashOf, sortKey } from './keys.ts';
import { badValue, located, MongoError, typeMismatch } from './mongo-error.ts';
import { sortSpecOf } from './sorting.ts';
import { isDocument, numberOf, numericKind, toDouble, typeName } from './values.ts';

/** An operator that gets its arguments evaluated. */
export type StrictOperator = (values: readonly unknown[]) => unknown;

const isNil = (value: unknown): boolean => value === null || value === undefined;

/** Whether an expression's value counts as true. */
export const isTruthy = (value: unknown): boolean => value !== false && !isNil(value) && numberOf(value) !== 0;

const comparison =
  (accepts: (order: number) => boolean): StrictOperator =>
  ([a, b]) =>
    accepts(compareMissing(a, b));

/** A missing field comes before null in expressions. */
function compareMissing(a: unknown, b: unknown): number {
  if (a === undefined || b === undefined) return Number(b === undefined) - Number(a === undefined);
  return compareValues(a, b);
}

const sets = (operator: string, values: readonly unknown[]): readonly (readonly unknown[])[] | null => {
  if (values.some(isNil)) return null;
  return values.map((value) => {
    if (!Array.isArray(value)) throw located(17048, `All operands of ${operator} must be arrays`);
    return value;
  });
};

const distinct = (values: readonly unknown[]): unknown[] => [
  ...new Map(values.map((value) => [hashOf(value), value])).values(),
];

const without = (values: readonly unknown[], others: readonly unknown[], keep: boolean): unknown[] => {
  const hashes = new Set(others.map((value) => hashOf(value)));
  return values.filter((value) => hashes.has(hashOf(value)) === keep);
};

const numeric =
  (operator: string, apply: (value: number) => number): StrictOperator =>
  ([value]) =>
    ofDouble(operator, value, apply);

function toText(value: unknown): string | null {
  if (isNil(value)) return null;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof ObjectId) return value.toHexString();
  if (isDocument(value) || Array.isArray(value))
    throw located(241, `Unsupported conversion from ${typeName(value)} to string in $convert with no onError value`);
  return String(value);
}

function toNumber(operator: string, value: unknown): number | null {
  if (isNil(value)) return null;
  const number =
    typeof value === 'boolean' || value instanceof Date
      ? Number(value)
      : typeof value === 'string' && value.trim() !== ''
        ? Number(value)
        : numberOf(value);
  if (number === undefined || (Number.isNaN(number) && typeof value === 'string'))
    throw new MongoError(241, 'ConversionFailure', `Failed to parse number in ${operator}`);
  return number;
}

function addDates(values: readonly unknown[]): unknown {
  if (values.some(isNil)) return null;
  const dates = values.filter((value) => value instanceof Date);
  if (dates.length === 0) return add('$add', values.length > 0 ? values : [0]);
  if (dates.length > 1) throw located(16612, 'only one date allowed in an $add expression');
  const rest = values.filter((value) => !(value instanceof Date));
  return new Date(Number(dates[0]) + Math.round(numberOf(add('$add', rest.length > 0 ? rest : [0])) ?? 0));
}

function subtractDates([a, b]: readonly unknown[]): unknown {
  if (isNil(a) || isNil(b)) return null;
  if (a instanceof Date && b instanceof Date) return Long.fromNumber(Number(a) - Number(b));
  if (a instanceof Date) return new Date(Number(a) - (numberOf(b) ?? Number.NaN));
  return subtract('$subtract', [a, b]);
}

function divide([a, b]: readonly unknown[]): unknown {
  if (isNil(a) || isNil(b)) return null;
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x === undefined || y === undefined) throw typeMismatch('$divide only supports numeric types');
  if (y === 0) throw badValue("can't $divide by zero");
  return toDouble(x / y);
}

function power([base, exponent]: readonly unknown[]): unknown {
  if (isNil(base) || isNil(exponent)) return null;
  const result = (numberOf(base) ?? Number.NaN) ** (numberOf(exponent) ?? Number.NaN);
  const whole = [base, exponent].every((value) => numericKind(value) === 'int' || numericKind(value) === 'long');
  return whole && Number.isSafeInteger(result) ? result : toDouble(result);
}

/** What mingo lacks or answers differently from MongoDB, on evaluated arguments. */
export const strictOperators: Readonly<Record<string, StrictOperator>> = {
  $add: addDates,
  $subtract: subtractDates,
  $multiply: (values) => (values.some(isNil) ? null : multiply('$multiply', values)),
  $divide: divide,
  $mod: ([a, b]) => (isNil(a) || isNil(b) ? null : remainder(a, b)),
  $pow: power,
  $abs: ([value]) => sameKind('$abs', value, Math.abs),
  $ceil: ([value]) => sameKind('$ceil', value, Math.ceil),
  $floor: ([value]) => sameKind('$floor', value, Math.floor),
  $round: ([value, places]) => (isNil(value) ? null : roundTo(value, numberOf(places) ?? 0, '$round')),
  $trunc: ([value, places]) => (isNil(value) ? null : roundTo(value, numberOf(places) ?? 0, '$trunc')),
  $sqrt: numeric('$sqrt', Math.sqrt),
  $exp: numeric('$exp', Math.exp),
  $ln: numeric('$ln', Math.log),
  $log10: numeric('$log10', Math.log10),
  $log: ([value, base]) =>
    isNil(base) ? null : ofDouble('$log', value, (number) => Math.log(number) / Math.log(numberOf(base) ?? Number.NaN)),
  $cmp: ([a, b]) => Math.sign(compareMissing(a, b)),
  $eq: comparison((order) => order === 0),
  $ne: comparison((order) => order !== 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $not: ([value]) => !isTruthy(value),
  $in: ([value, list]) => {
    if (!Array.isArray(list)) throw located(40081, '$in requires an array as a second argument');
    return list.some((item) => equalValues(item, value));
  },
  $indexOfArray: ([list, value, from, to]) => {
    if (isNil(list)) return null;
    if (!Array.isArray(list)) throw located(40090, '$indexOfArray requires an array as a first argument');
    const start = numberOf(from) ?? 0;
    const found = list.slice(start, numberOf(to)).findIndex((item) => equalValues(item, value));
    return found < 0 ? -1 : found + start;
  },
  $indexOfCP: ([text, part, from, to]) => {
    if (isNil(text)) return null;
    const points = [...String(text)].slice(0, numberOf(to));
    const start = numberOf(from) ?? 0;
    const found = points.slice(start).join('').indexOf(String(part));
    // Counted in code points, not in UTF-16 units.
    return found < 0 ? -1 : start + Array.from(points.slice(start).join('').slice(0, found)).length;
  },
  $setUnion: (values) => {
    const lists = sets('$setUnion', values);
    return lists && distinct(lists.flat());
  },
  $setIntersection: (values) => {
    const lists = sets('$setIntersection', values);
    return lists && distinct(lists.reduce((common, list) => without(common, list, true)));
  },
  $setDifference: (values) => {
    const [a, b] = sets('$setDifference', values) ?? [];
    return a && b ? distinct(without(a, b, false)) : null;
  },
  $setIsSubset: ([a, b]) =>
    without(sets('$setIsSubset', [a])?.[0] ?? [], sets('$setIsSubset', [b])?.[0] ?? [], false).length === 0,
  $setEquals: (values) => {
    const [first, ...rest] = values.map(
      (list) => new Set(sets('$setEquals', [list])?.[0]?.map((item) => hashOf(item))),
    );
    return rest.every((set) => first !== undefined && set.symmetricDifference(first).size === 0);
  },
  $slice: sliceOf,
  $type: ([value]) => typeName(value),
  $isNumber: ([value]) => numericKind(value) !== undefined,
  $toString: ([value]) => toText(value),
  $toObjectId: ([value]) => {
    if (isNil(value) || value instanceof ObjectId) return value ?? null;
    if (typeof value === 'string' && /^[0-9a-f]{24}$/i.test(value)) return new ObjectId(value);
    throw new MongoError(241, 'ConversionFailure', 'Failed to parse objectId in $convert with no onError value');
  },
  $toInt: ([value]) => {
    const number = toNumber('$toInt', value);
    return number === null ? null : Math.trunc(number);
  },
  $toLong: ([value]) => {
    if (value instanceof Long) return value;
    const number = toNumber('$toLong', value);
    return number === null ? null : Long.fromNumber(Math.trunc(number));
  },
  $toDouble: ([value]) => {
    const number = toNumber('$toDouble', value);
    return number === null ? null : new Double(number);
  },
  $toDecimal: ([value]) => (isNil(value) ? null : Decimal128.fromString(String(toNumber('$toDecimal', value)))),
};

function sliceOf([list, first, second]: readonly unknown[]): unknown {
  if (isNil(list)) return null;
  if (!Array.isArray(list)) throw located(28724, 'First argument to $slice must be an array');
  const [a, b] = [numberOf(first), numberOf(second)];
  if (a === undefined) throw located(28725, 'Second argument to $slice must be numeric');
  if (b === undefined) return a < 0 ? list.slice(a) : list.slice(0, a);
  if (b <= 0) throw located(28729, 'Third argument to $slice must be positive');
  const from = a < 0 ? Math.max(0, list.length + a) : a;
  return list.slice(from, from + b);
}

/** `$sortArray`: by the elements themselves or by their fields. */
export function sortArray(input: unknown, sortBy: unknown): unknown {
  if (isNil(input)) return null;
  if (!Array.isArray(input)) throw located(2942504, 'The input argument to $sortArray must be an array');
  const direction = numberOf(sortBy);
  if (direction !== undefined) return input.toSorted((a, b) => compareValues(a, b) * direction);
  const spec = sortSpecOf(isDocument(sortBy) ? sortBy : {}) ?? [];
  return input
    .map((item) => ({ item, key: sortKey(isDocument(item) ? item : {}, spec) }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
    .map(({ item }) => item);
}
