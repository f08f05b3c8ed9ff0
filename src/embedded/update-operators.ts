import { Timestamp } from 'bson';
import { add, multiply, wholeNumber } from './arithmetic.ts';
import { compareValues, equalValues, hashOf } from './keys.ts';
import { compileFilter } from './matcher.ts';
import { badValue, failedToParse, typeMismatch } from './mongo-error.ts';
import { sortDocuments, sortSpecOf } from './sorting.ts';
import { KEEP, REMOVE, type Change } from './update-paths.ts';
import { integerOf, isDocument, isOperators, numberOf, numericKind, TAG, tagOf, typeName } from './values.ts';

interface UpdateOperator {
  /** Whether missing parents are made. */
  readonly creates: boolean;
  /** The change one path of the operator asks for; `now` is the time of the command. */
  readonly change: (argument: unknown, path: string, now: Date) => Change;
}

const creating = (change: UpdateOperator['change']): UpdateOperator => ({ creates: true, change });
const removing = (change: UpdateOperator['change']): UpdateOperator => ({ creates: false, change });

/** All update operators but `$rename` and `$setOnInsert`, which `update.ts` turns into these. */
export const updateOperators: Readonly<Record<string, UpdateOperator>> = {
  $set: creating((argument) => () => argument),
  $unset: removing(() => (value) => (value === undefined ? KEEP : REMOVE)),
  $inc: creating((argument, path) => arithmetic('$inc', argument, path)),
  $mul: creating((argument, path) => arithmetic('$mul', argument, path)),
  $min: creating(
    (argument) => (value) => (value === undefined || compareValues(argument, value) < 0 ? argument : KEEP),
  ),
  $max: creating(
    (argument) => (value) => (value === undefined || compareValues(argument, value) > 0 ? argument : KEEP),
  ),
  $currentDate: creating((argument, _, now) => () => currentDate(argument, now)),
  $push: creating(push),
  $addToSet: creating(addToSet),
  $pull: removing(pull),
  $pullAll: removing((argument, path) => {
    if (!Array.isArray(argument)) throw badValue('$pullAll requires an array argument');
    const hashes = new Set(argument.map((item) => hashOf(item)));
    return (value) => onArray('$pullAll', path, value, (items) => items.filter((item) => !hashes.has(hashOf(item))));
  }),
  $pop: removing((argument, path) => {
    const end = numberOf(argument);
    if (end !== 1 && end !== -1) throw failedToParse(`$pop expects 1 or -1, found: ${String(argument)}`);
    return (value) => onArray('$pop', path, value, (items) => (end === 1 ? items.slice(0, -1) : items.slice(1)));
  }),
  $bit: creating(bit),
};

function arithmetic(operator: '$inc' | '$mul', argument: unknown, path: string): Change {
  if (numericKind(argument) === undefined)
    throw typeMismatch(
      `Cannot ${operator === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path}: ${typeName(argument)}}`,
    );
  return (value) => {
    if (value === undefined) return operator === '$inc' ? argument : multiply(operator, [0, argument]);
    if (numericKind(value) === undefined)
      throw typeMismatch(
        `Cannot apply ${operator} to a value of non-numeric type. The field '${path}' is of type ${typeName(value)}`,
      );
    return operator === '$inc' ? add(operator, [value, argument]) : multiply(operator, [value, argument]);
  };
}

function currentDate(argument: unknown, now: Date): unknown {
  const type = isDocument(argument) ? argument['$type'] : argument === true || argument === false ? 'date' : undefined;
  if (type === 'date') return now;
  if (type === 'timestamp') return new Timestamp({ t: Math.floor(Number(now) / 1000), i: 1 });
  throw badValue("$currentDate: the '$type' string field is required to be 'date' or 'timestamp'");
}

/** The items of the array to change; a missing field is an empty one where `missing` allows it. */
function onArray(
  operator: string,
  path: string,
  value: unknown,
  change: (items: readonly unknown[]) => unknown[],
  missing = false,
): unknown {
  if (value === undefined) return missing ? change([]) : KEEP;
  if (!Array.isArray(value))
    throw badValue(
      operator === '$push' || operator === '$addToSet'
        ? `The field '${path}' must be an array but is of type ${typeName(value)}`
        : `Cannot apply ${operator} to a non-array value`,
    );
  return change(value);
}

const PUSH_MODIFIERS = new Set(['$each', '$slice', '$sort', '$position']);

function push(argument: unknown, path: string): Change {
  const modified = isDocument(argument) && '$each' in argument;
  if (!modified) return (value) => onArray('$push', path, value, (items) => [...items, argument], true);
  const unknown = Object.keys(argument).find((key) => !PUSH_MODIFIERS.has(key));
  if (unknown !== undefined) throw badValue(`Unrecognized clause in $push: ${unknown}`);
  const { $each: added, $slice, $sort, $position } = argument;
  if (!Array.isArray(added)) throw badValue('The argument to $each in $push must be an array');
  const at = $position === undefined ? undefined : integerOf($position, '$position');
  const keep = $slice === undefined ? undefined : integerOf($slice, '$slice');
  return (value) =>
    onArray(
      '$push',
      path,
      value,
      (items) => {
        const joined = at === undefined ? [...items, ...added] : items.toSpliced(at, 0, ...added);
        const sorted = $sort === undefined ? joined : sortItems(joined, $sort);
        if (keep === undefined) return sorted;
        return keep < 0 ? sorted.slice(keep) : sorted.slice(0, keep);
      },
      true,
    );
}

function sortItems(items: readonly unknown[], order: unknown): unknown[] {
  const direction = numberOf(order);
  if (direction === 1 || direction === -1) return items.toSorted((a, b) => compareValues(a, b) * direction);
  const spec = isDocument(order) ? sortSpecOf(order) : null;
  if (!spec)
    throw badValue('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields');
  return sortDocuments(items, (item) => (isDocument(item) ? item : {}), spec);
}

function addToSet(argument: unknown, path: string): Change {
  const each = isDocument(argument) && '$each' in argument;
  const added: unknown = each ? argument['$each'] : [argument];
  if (!Array.isArray(added)) throw typeMismatch('The argument to $each in $addToSet must be an array');
  return (value) =>
    onArray(
      '$addToSet',
      path,
      value,
      (items) => {
        const known = new Set(items.map((item) => hashOf(item)));
        const fresh = added.filter((item) => {
          const hash = hashOf(item);
          return !known.has(hash) && known.add(hash);
        });
        return [...items, ...fresh];
      },
      true,
    );
}

function pull(argument: unknown, path: string): Change {
  const matches = pullTest(argument);
  return (value) => onArray('$pull', path, value, (items) => items.filter((item) => !matches(item)));
}

/** What to pull: conditions on the element, a filter on its fields, or an equal value. */
function pullTest(argument: unknown): (item: unknown) => boolean {
  const [first] = isDocument(argument) ? Object.keys(argument) : [];
  const logical = first === '$and' || first === '$or' || first === '$nor';
  if (isDocument(argument) && (logical || !isOperators(argument))) {
    const { test } = compileFilter(argument);
    return (item) => isDocument(item) && test(item);
  }
  if (isOperators(argument) || tagOf(argument) === TAG.REGEX) {
    const { test } = compileFilter({ element: argument });
    return (item) => test({ element: item });
  }
  return (item) => equalValues(item, argument);
}

function bit(argument: unknown, path: string): Change {
  const steps = isDocument(argument) ? Object.entries(argument) : [];
  if (steps.length === 0) throw badValue('The $bit modifier is not compatible with an empty argument');
  return (value) => {
    const kind = value === undefined ? 'int' : numericKind(value);
    if (kind !== 'int' && kind !== 'long') throw badValue(`Cannot apply $bit to a value of non-integral type: ${path}`);
    const result = steps.reduce(
      (bits, [name, operand]) => {
        const mask = BigInt(integerOf(operand, '$bit'));
        if (name === 'and') return bits & mask;
        if (name === 'or') return bits | mask;
        if (name === 'xor') return bits ^ mask;
        throw badValue('The $bit modifier only supports and, or, and xor');
      },
      BigInt(numberOf(value) ?? 0),
    );
    return wholeNumber(result, kind);
  };
}
