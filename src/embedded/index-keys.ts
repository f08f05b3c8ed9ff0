import type { Document } from 'bson';
import type { Index } from './catalogue.ts';
import { encode } from './keys.ts';
import { MongoError } from './mongo-error.ts';
import { isDocument, EMPTY_ARRAY } from './values.ts';

/** Where one path of an index stands while its keys are made. */
interface Cursor {
  readonly value: unknown;
  readonly rest: readonly string[];
}

interface IndexKeys {
  readonly keys: readonly Buffer[];
  /** Paths on which this document has an array. */
  readonly multikeyPaths: ReadonlySet<string>;
}

/**
 * The keys a document has in an index: one, or one per element of the one array its paths run through; none outside a partial or sparse index.
 * Throws 171 when the paths run through two arrays.
 */
export function indexKeysOf(index: Index, document: Document): IndexKeys {
  const multikeyPaths = new Set<string>();
  if (index.covers && !index.covers(document)) return { keys: [], multikeyPaths };
  const rows: (readonly unknown[])[] = [];
  expand(
    index.paths.map((path) => ({ value: document, rest: path })),
    index,
    multikeyPaths,
    rows,
  );
  const kept = index.sparse ? rows.filter((row) => row.some((value) => value !== undefined)) : rows;
  const keys = kept.map((row) => encode(row, index.directions, index.fold));
  if (keys.length < 2) return { keys, multikeyPaths };
  return { keys: [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()], multikeyPaths };
}

function expand(
  cursors: readonly Cursor[],
  index: Index,
  multikeyPaths: Set<string>,
  rows: (readonly unknown[])[],
): void {
  const advanced = cursors.map(advance);
  const arrays = new Set(advanced.map(({ value }) => value).filter(Array.isArray));
  const [array, second] = arrays;
  if (!array) return void rows.push(advanced.map(({ value }) => value));
  if (second)
    throw new MongoError(171, 'CannotIndexParallelArrays', `cannot index parallel arrays in index ${index.name}`);
  advanced.forEach(({ value }, i) => {
    if (value === array) multikeyPaths.add(Object.keys(index.key)[i] ?? '');
  });
  const elements: readonly unknown[] = array.length > 0 ? array : [EMPTY_ARRAY];
  for (const element of elements)
    expandElement(
      advanced.map((cursor) => (cursor.value === array ? { ...cursor, value: element } : cursor)),
      index,
      multikeyPaths,
      rows,
    );
}

/** An array inside an array is a value of its own when a path ends there. */
function expandElement(
  cursors: readonly Cursor[],
  index: Index,
  multikeyPaths: Set<string>,
  rows: (readonly unknown[])[],
): void {
  const open = cursors.some(({ value, rest }) => rest.length > 0 && value !== undefined && value !== EMPTY_ARRAY);
  if (!open) return void rows.push(cursors.map(({ value, rest }) => (rest.length > 0 ? undefined : value)));
  expand(cursors, index, multikeyPaths, rows);
}

/** Follows documents until the path ends or an array is met; a position in an array is followed too. */
function advance({ value, rest }: Cursor): Cursor {
  let at = value;
  let left = rest;
  for (let [name] = left; name !== undefined; [name] = left) {
    if (Array.isArray(at)) {
      if (!/^\d+$/.test(name)) break;
      at = at[Number(name)];
    } else at = isDocument(at) && Object.hasOwn(at, name) ? at[name] : undefined;
    left = left.slice(1);
  }
  return { value: at, rest: left };
}
