import type { Document } from 'bson';
import type { Fold } from './collation.ts';
import { tick } from './deadline.ts';
import { sortKey, type SortSpec } from './keys.ts';
import { badValue } from './mongo-error.ts';
import { splitPath } from './paths.ts';
import { isDocument, numberOf } from './values.ts';

/** `{ $meta: 'textScore' }`. */
export const isTextScore = (value: unknown): boolean => isDocument(value) && value['$meta'] === 'textScore';

/** Holds a document's text score while it goes through a pipeline; never written. */
const SCORE = Symbol('textScore');
/** A path no document has, under which the score takes part in a sort. */
const SCORE_PATH = '\u0000textScore';

/** A document's text score; undefined outside a text search. */
export const scoreOf = (document: unknown): number | undefined =>
  isDocument(document) ? Reflect.get(document, SCORE) : undefined;

/** Marks a document of our own with its score and returns it. */
export function withScore(document: Document, score: number | undefined): Document {
  if (score !== undefined) Reflect.set(document, SCORE, score);
  return document;
}

/** A sort document as paths and directions; null for none. Text scores sort from high to low. */
export function sortSpecOf(sort?: Document): SortSpec | null {
  if (!sort) return null;
  if (!isDocument(sort)) throw badValue('sort must be a document');
  const entries = Object.entries(sort);
  if (entries.length === 0) return null;
  return entries.map(([path, value]) => {
    if (isTextScore(value)) return [[SCORE_PATH], -1] as const;
    const direction = numberOf(value);
    if (direction !== 1 && direction !== -1)
      throw badValue(`$sort key ordering must be 1 (for ascending) or -1 (for descending): ${path}`);
    return [splitPath(path), direction] as const;
  });
}

/** Whether the text score decides first. */
export const isByScore = (spec: SortSpec | null): boolean => spec?.[0]?.[0][0] === SCORE_PATH;

/** A stable sort. */
export function sortDocuments<T>(
  items: readonly T[],
  documentOf: (item: T) => Document,
  spec: SortSpec,
  fold?: Fold,
): T[] {
  return items
    .map((item) => {
      tick();
      return { item, key: sortKey(withScorePath(documentOf(item)), spec, fold) };
    })
    .sort((a, b) => Buffer.compare(a.key, b.key))
    .map(({ item }) => item);
}

function withScorePath(document: Document): Document {
  const score = scoreOf(document);
  return score === undefined ? document : { ...document, [SCORE_PATH]: score };
}
