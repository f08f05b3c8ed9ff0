import type { Document } from 'bson';
import { compileFilter } from './matcher.ts';
import { badValue, failedToParse, MongoError } from './mongo-error.ts';
import { setField, splitPath } from './paths.ts';
import { isDocument, isOperators, typeName } from './values.ts';

/** What `$`, `$[]` and `$[name]` in a path refer to. */
export interface Positions {
  /** The filter of the update, for `$`. */
  readonly filter: Document;
  /** Tests of array elements by the name of their array filter. */
  readonly arrayFilters: ReadonlyMap<string, (element: unknown) => boolean>;
}

/** Returned by a change to remove the field, or to leave everything as it is. */
export const REMOVE: unique symbol = Symbol('remove');
export const KEEP: unique symbol = Symbol('keep');

export type Change = (value: unknown) => unknown;

/** Compiles `arrayFilters`; every one must be used by a path of the update. */
export function compileArrayFilters(filters: readonly Document[], paths: readonly string[]): Positions['arrayFilters'] {
  const tests = new Map<string, (element: unknown) => boolean>();
  for (const filter of filters) {
    const name = identifierOf(filter);
    if (!name || !/^[a-z][a-zA-Z0-9]*$/.test(name))
      throw badValue(
        'Error parsing array filter: expected one top-level field name that begins with a lowercase letter',
      );
    if (tests.has(name)) throw failedToParse(`Found multiple array filters with the same top-level field name ${name}`);
    if (!paths.some((path) => path.includes(`$[${name}]`)))
      throw failedToParse(`The array filter for identifier '${name}' was not used in the update`);
    const { test } = compileFilter(filter);
    tests.set(name, (element) => test({ [name]: element }));
  }
  return tests;
}

function identifierOf(filter: Document): string | undefined {
  const [key] = Object.keys(filter);
  if (!key?.startsWith('$')) return key?.split('.')[0];
  const clauses: unknown = filter[key];
  return Array.isArray(clauses) && isDocument(clauses[0]) ? identifierOf(clauses[0]) : undefined;
}

/** The paths without placeholders that a path means in this document. */
export function concretePaths(document: Document, path: string, positions: Positions): readonly (readonly string[])[] {
  let paths: readonly (readonly string[])[] = [[]];
  for (const part of splitPath(path)) {
    if (part === '')
      throw new MongoError(56, 'EmptyFieldName', `The update path '${path}' contains an empty field name`);
    if (!part.startsWith('$')) paths = paths.map((before) => [...before, part]);
    else
      paths = paths.flatMap((before) =>
        elementsOf(document, before, part, path, positions).map((i) => [...before, String(i)]),
      );
  }
  return paths;
}

function elementsOf(
  document: Document,
  before: readonly string[],
  part: string,
  path: string,
  positions: Positions,
): readonly number[] {
  const array = valueAt(document, before);
  if (part === '$') {
    const position = Array.isArray(array) ? matchedPosition(array, before.join('.'), positions.filter) : -1;
    if (position < 0) throw badValue('The positional operator did not find the match needed from the query.');
    return [position];
  }
  const name = /^\$\[(\w*)\]$/.exec(part)?.[1];
  if (name === undefined)
    throw new MongoError(
      52,
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${part}' in '${path}' is not allowed in the context of an update`,
    );
  if (!Array.isArray(array))
    throw badValue(
      array === undefined
        ? `The path '${before.join('.')}' must exist in the document in order to apply array updates.`
        : `Cannot apply array updates to non-array element ${before.join('.')}`,
    );
  const test = name === '' ? () => true : positions.arrayFilters.get(name);
  if (!test) throw badValue(`No array filter found for identifier '${name}' in path '${path}'`);
  return array.flatMap((element: unknown, i) => (test(element) ? [i] : []));
}

function valueAt(document: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      Array.isArray(value)
        ? value[Number(part)]
        : isDocument(value) && Object.hasOwn(value, part)
          ? value[part]
          : undefined,
    document,
  );
}

/** The first element that meets what the filter says about the array, -1 when it says nothing or none does. */
function matchedPosition(array: readonly unknown[], path: string, filter: Document): number {
  const tests = conditionsOn(path, filter);
  if (tests.length === 0) return -1;
  const all = array.findIndex((element) => tests.every((test) => test(element)));
  return all >= 0 ? all : array.findIndex((element) => tests.some((test) => test(element)));
}

function conditionsOn(path: string, filter: Document): ((element: unknown) => boolean)[] {
  return Object.entries(filter).flatMap(([key, condition]) => {
    if ((key === '$and' || key === '$or') && Array.isArray(condition))
      return condition.flatMap((clause) => conditionsOn(path, clause));
    if (key === path) {
      if (isOperators(condition) && isDocument(condition['$elemMatch'])) {
        const { test } = compileFilter({ array: { $elemMatch: condition['$elemMatch'] } });
        return [(element: unknown) => test({ array: [element] })];
      }
      const { test } = compileFilter({ element: condition });
      return [(element: unknown) => test({ element })];
    }
    if (!key.startsWith(`${path}.`)) return [];
    const { test } = compileFilter({ [key.slice(path.length + 1)]: condition });
    return [(element: unknown) => isDocument(element) && test(element)];
  });
}

/** Changes the value at a path in a document of our own; with `create`, documents on the way are made, else a missing one means nothing to do. */
export function changeAt(document: Document, path: readonly string[], create: boolean, change: Change): void {
  let at: unknown = document;
  for (const [depth, part] of path.entries()) {
    const last = depth === path.length - 1;
    if (Array.isArray(at)) {
      const next = stepIntoArray(at, path, depth, create, last ? change : null);
      if (next === KEEP) return;
      at = next;
    } else if (isDocument(at)) {
      const present = Object.hasOwn(at, part);
      if (last) return changeField(at, part, present ? at[part] : undefined, change);
      if (!present && !create) return;
      if (!present) setField(at, part, {});
      at = at[part];
    } else if (create) throw notViable(part, path[depth - 1] ?? '', at);
    else return;
  }
}

function stepIntoArray(
  array: unknown[],
  path: readonly string[],
  depth: number,
  create: boolean,
  change: Change | null,
): unknown {
  const part = path[depth] ?? '';
  if (!/^\d+$/.test(part)) {
    if (create) throw notViable(part, path[depth - 1] ?? '', array);
    return KEEP;
  }
  const position = Number(part);
  if (position >= array.length && !create) return KEEP;
  if (position > array.length + 1_500_000) throw badValue(`can't backfill array to larger than 1500000 elements`);
  if (change) {
    const result = change(array[position]);
    if (result === KEEP) return KEEP;
    while (array.length < position) array.push(null);
    array[position] = result === REMOVE ? null : result;
    return KEEP;
  }
  while (array.length < position) array.push(null);
  if (position === array.length) array.push({});
  return array[position];
}

function changeField(target: Document, name: string, value: unknown, change: Change): void {
  const result = change(value);
  if (result === REMOVE) delete target[name];
  else if (result !== KEEP) setField(target, name, result);
}

const notViable = (part: string, parent: string, value: unknown): MongoError =>
  new MongoError(28, 'PathNotViable', `Cannot create field '${part}' in element {${parent}: ${typeName(value)}}`);
