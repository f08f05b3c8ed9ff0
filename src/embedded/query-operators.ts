import { Binary, BSONRegExp, type Document } from 'bson';
import type { Fold } from './collation.ts';
import { encode, hashOf } from './keys.ts';
import { badValue, notSupported } from './mongo-error.ts';
import { pathValues, seenValues } from './paths.ts';
import { integerOf, isDocument, isOperators, numberOf, TAG, tagOf, typeTest } from './values.ts';

export type Test = (document: Document) => boolean;
type ValueTest = (value: unknown) => boolean;

interface Operators {
  readonly fold: Fold;
  /** Compiles the conditions inside `$not` and `$elemMatch`. */
  readonly nested: (filter: Document) => Test;
}

/** The test of one operator on one path; `siblings` are the operators beside it (`$options` of `$regex`). */
export function operatorTest(
  path: readonly string[],
  name: string,
  argument: unknown,
  siblings: Document,
  on: Operators,
): Test {
  const some =
    (test: ValueTest): Test =>
    (document) =>
      seenValues(document, path).some(test);
  const none = (test: ValueTest): Test => {
    const any = some(test);
    return (document) => !any(document);
  };
  switch (name) {
    case '$eq':
      return some(equalTest(argument, on.fold));
    case '$ne':
      return none(equalTest(argument, on.fold));
    case '$in':
      return some(inTest(name, argument, on.fold));
    case '$nin':
      return none(inTest(name, argument, on.fold));
    case '$gt':
      return some(orderTest(argument, (order) => order > 0, on.fold));
    case '$gte':
      return some(orderTest(argument, (order) => order >= 0, on.fold));
    case '$lt':
      return some(orderTest(argument, (order) => order < 0, on.fold));
    case '$lte':
      return some(orderTest(argument, (order) => order <= 0, on.fold));
    case '$exists': {
      const wanted = argument !== false && argument !== null && numberOf(argument) !== 0;
      return (document) => pathValues(document, path, false).values.some((value) => value !== undefined) === wanted;
    }
    case '$type': {
      const tests = (Array.isArray(argument) ? argument : [argument]).map(typeTest);
      return some((value) => tests.some((test) => test(value)));
    }
    case '$regex':
      return some(equalTest(regexOf(argument, siblings['$options']), on.fold));
    case '$options':
      if (!('$regex' in siblings)) throw badValue('$options needs a $regex');
      return () => true;
    case '$mod':
      return some(modTest(argument));
    case '$size': {
      const size = integerOf(argument, '$size');
      return (document) =>
        pathValues(document, path, false).values.some((value) => Array.isArray(value) && value.length === size);
    }
    case '$all':
      return allTest(path, argument, on);
    case '$elemMatch':
      return elemMatchTest(path, argument, on);
    case '$not':
      return notTest(path, argument, on);
    case '$bitsAllSet':
    case '$bitsAnySet':
    case '$bitsAllClear':
    case '$bitsAnyClear':
      return some(bitsTest(name, argument));
    default:
      if (name.startsWith('$geo') || name === '$near' || name === '$nearSphere') throw notSupported(name, 2);
      throw badValue(`unknown operator: ${name}`);
  }
}

/** Equality as in filters: null finds missing fields, a regular expression tests strings. */
function equalTest(wanted: unknown, fold: Fold): ValueTest {
  const tag = tagOf(wanted);
  if (tag === TAG.REGEX) {
    const regex = regexOf(wanted);
    const key = encode([wanted]);
    return (value) =>
      typeof value === 'string' ? regex.test(value) : tagOf(value) === tag && key.equals(encode([value]));
  }
  if (wanted === null || wanted === undefined) return (value) => value === null || value === undefined;
  if (typeof wanted === 'string' && !fold) return (value) => value === wanted;
  const key = encode([wanted], undefined, fold);
  return (value) => tagOf(value) === tag && key.equals(encode([value], undefined, fold));
}

function inTest(name: string, list: unknown, fold: Fold): ValueTest {
  if (!Array.isArray(list)) throw badValue(`${name} needs an array`);
  if (list.some(isOperators)) throw badValue(`cannot nest $ under ${name}`);
  const special = list
    .filter((value) => value === null || tagOf(value) === TAG.REGEX)
    .map((value) => equalTest(value, fold));
  const hashes = new Set(
    list.filter((value) => value !== null && tagOf(value) !== TAG.REGEX).map((value) => hashOf(value, fold)),
  );
  return (value) =>
    (value !== null && value !== undefined && hashes.has(hashOf(value, fold))) || special.some((test) => test(value));
}

/** Ranges compare within one type only; null is a type of its own that missing fields belong to. */
function orderTest(bound: unknown, accepts: (order: number) => boolean, fold: Fold): ValueTest {
  const tag = tagOf(bound);
  if (tag === TAG.REGEX) throw badValue("Can't have RegEx as arg to predicate over field");
  if (tag === TAG.MIN_KEY || tag === TAG.MAX_KEY) {
    const key = encode([bound]);
    return (value) => accepts(Buffer.compare(encode([value]), key));
  }
  if (bound instanceof Date) return (value) => value instanceof Date && accepts(Number(value) - Number(bound));
  const key = encode([bound], undefined, fold);
  return (value) => {
    if (tagOf(value) !== tag) return false;
    if (typeof bound === 'number' && Number.isNaN(bound)) return accepts(0) && Number.isNaN(value);
    if (typeof value === 'number' && Number.isNaN(value)) return false;
    return accepts(Buffer.compare(encode([value], undefined, fold), key));
  };
}

/** A pattern as JavaScript runs it; throws 2 for options or syntax that only PCRE knows. */
function regexOf(pattern: unknown, options?: unknown): RegExp {
  const source = pattern instanceof RegExp ? pattern.source : pattern instanceof BSONRegExp ? pattern.pattern : pattern;
  if (typeof source !== 'string') throw badValue('$regex has to be a string');
  const flags =
    typeof options === 'string'
      ? options
      : pattern instanceof RegExp
        ? pattern.flags.replace(/[gy]/g, '')
        : pattern instanceof BSONRegExp
          ? pattern.options
          : '';
  if (!/^[imsu]*$/.test(flags)) throw notSupported(`the regular expression option in '${flags}'`, 2);
  try {
    return new RegExp(source, flags);
  } catch {
    throw badValue(`Regular expression is invalid or not supported by the embedded database`);
  }
}

function modTest(argument: unknown): ValueTest {
  if (!Array.isArray(argument)) throw badValue('malformed mod, needs to be an array');
  if (argument.length !== 2)
    throw badValue(`malformed mod, ${argument.length < 2 ? 'not enough' : 'too many'} elements`);
  const [divisor, remainder] = argument.map((part) => Math.trunc(numberOf(part) ?? Number.NaN));
  if (divisor === undefined || Number.isNaN(divisor)) throw badValue('malformed mod, divisor not a number');
  if (divisor === 0) throw badValue('divisor cannot be 0');
  return (value) => {
    const number = numberOf(value);
    return number !== undefined && Math.trunc(number) % divisor === (remainder || 0);
  };
}

function allTest(path: readonly string[], argument: unknown, on: Operators): Test {
  if (!Array.isArray(argument)) throw badValue('$all needs an array');
  const tests = argument.map((wanted: unknown) =>
    isDocument(wanted) && '$elemMatch' in wanted
      ? elemMatchTest(path, wanted['$elemMatch'], on)
      : operatorTest(path, '$eq', wanted, {}, on),
  );
  return tests.length > 0 ? (document) => tests.every((test) => test(document)) : () => false;
}

function elemMatchTest(path: readonly string[], argument: unknown, on: Operators): Test {
  if (!isDocument(argument)) throw badValue('$elemMatch needs an Object');
  // Operators test the elements themselves, a filter tests their fields.
  const name = Object.keys(argument)[0] ?? '';
  const onValues = isOperators(argument) && !['$and', '$or', '$nor', '$expr'].includes(name);
  const test = on.nested(onValues ? { element: argument } : argument);
  const accepts = onValues
    ? (item: unknown) => !Array.isArray(item) && test({ element: item })
    : (item: unknown) => (isDocument(item) || Array.isArray(item)) && test(item as Document);
  return (document) =>
    pathValues(document, path, false).values.some((value) => Array.isArray(value) && value.some(accepts));
}

function notTest(path: readonly string[], argument: unknown, on: Operators): Test {
  const regex = tagOf(argument) === TAG.REGEX;
  if (!regex && (!isOperators(argument) || Object.keys(argument).length === 0))
    throw badValue('$not needs a regex or a document');
  const tests = regex
    ? [operatorTest(path, '$regex', argument, {}, on)]
    : Object.entries(argument as Document).map(([name, value]) =>
        operatorTest(path, name, value, argument as Document, on),
      );
  return (document) => !tests.every((test) => test(document));
}

function bitsTest(name: string, argument: unknown): ValueTest {
  const mask = Array.isArray(argument)
    ? argument.reduce((bits: bigint, bit) => bits | (1n << BigInt(integerOf(bit, name))), 0n)
    : argument instanceof Binary
      ? bitsOf(argument)
      : BigInt(integerOf(argument, name));
  return (value) => {
    const bits =
      value instanceof Binary
        ? bitsOf(value)
        : Number.isInteger(numberOf(value))
          ? BigInt(numberOf(value) ?? 0)
          : undefined;
    if (bits === undefined) return false;
    const set = bits & mask;
    if (name === '$bitsAllSet') return set === mask;
    if (name === '$bitsAnySet') return set !== 0n;
    return name === '$bitsAllClear' ? set === 0n : set !== mask;
  };
}

/** Bit 0 is the lowest bit of the first byte. */
const bitsOf = (binary: Binary): bigint =>
  [...binary.buffer.subarray(0, binary.position)].reduce((bits, byte, i) => bits | (BigInt(byte) << BigInt(i * 8)), 0n);
