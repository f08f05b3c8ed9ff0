import type { ItemType } from '#content/imported-item.ts';

/** What an id starts with that is a source key itself. */
const IS_KEY = 'key:';

/** The id under which a document is exported: by its first source key, so that the document gets the same `_id` again wherever it is imported. */
export function exportedId(type: ItemType, sourceKey: string): string {
  const own = `ndjson:${type}:`;
  const id = sourceKey.slice(own.length);
  return sourceKey.startsWith(own) && id !== '' && !id.startsWith(IS_KEY) ? id : IS_KEY + sourceKey;
}

/** The source key of an NDJSON line by its id, exported ones included. */
export function keyOfLine(type: ItemType, id: string): string {
  return id.startsWith(IS_KEY) && id.length > IS_KEY.length ? id.slice(IS_KEY.length) : `ndjson:${type}:${id}`;
}

/** A stored path as an address that leads to it: a `%`, `?` or `#` in it is text. */
export function exportedPath(path: string): string {
  return path.replaceAll(/[%?#]/g, encodeURIComponent);
}
