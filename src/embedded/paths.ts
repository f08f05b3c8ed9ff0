import type { Document } from 'bson';
import { EMPTY_ARRAY, isDocument } from './values.ts';

/** Splits a dotted path. */
export const splitPath = (path: string): readonly string[] => path.split('.');

const isPosition = (part: string): boolean => /^\d+$/.test(part);

const fieldOf = (value: unknown, name: string): unknown =>
  isDocument(value) && Object.hasOwn(value, name) ? value[name] : undefined;

interface PathValues {
  /** At least one; `undefined` stands for a missing field. */
  readonly values: readonly unknown[];
  /** Whether an array was met on the way. */
  readonly throughArray: boolean;
}

/**
 * Everything a dotted path reaches, arrays on the way expanded as MongoDB does.
 * With `expandLeaf` an array at the end gives its elements (an empty one `EMPTY_ARRAY`), else itself.
 */
export function pathValues(document: unknown, path: readonly string[], expandLeaf = true): PathValues {
  const values: unknown[] = [];
  let throughArray = false;
  const walk = (value: unknown, depth: number): void => {
    const part = path[depth];
    if (part === undefined) {
      if (!expandLeaf || !Array.isArray(value)) return void values.push(value);
      throughArray = true;
      if (value.length === 0) values.push(EMPTY_ARRAY);
      else values.push(...value);
    } else if (Array.isArray(value)) {
      throughArray = true;
      if (isPosition(part) && Number(part) < value.length) walk(value[Number(part)], depth + 1);
      for (const item of value) if (isDocument(item)) walk(item, depth);
    } else walk(fieldOf(value, part), depth + 1);
  };
  walk(document, 0);
  if (values.length === 0) values.push(undefined);
  return { values, throughArray };
}

/** What a query predicate sees at a path: every element of arrays, and the arrays themselves. */
export function seenValues(document: unknown, path: readonly string[]): readonly unknown[] {
  const { values } = pathValues(document, path, false);
  if (values.length === 1 && !Array.isArray(values[0])) return values;
  return values.flatMap((value): readonly unknown[] => (Array.isArray(value) ? [...value, value] : [value]));
}

/** Sets a field without ever touching an object's prototype. */
export function setField(target: Document, name: string, value: unknown): void {
  if (name === '__proto__')
    Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
  else target[name] = value;
}

/** Sets a dotted path in a document of our own, making documents on the way; what stands in the way is replaced. */
export function setPath(target: Document, path: readonly string[], value: unknown): void {
  let at = target;
  for (const name of path.slice(0, -1)) {
    if (!isDocument(fieldOf(at, name))) setField(at, name, {});
    at = at[name];
  }
  const last = path.at(-1);
  if (last !== undefined) setField(at, last, value);
}
