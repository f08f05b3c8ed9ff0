import type { IndexSpec } from '#mongo/indexes.ts';

/** Every content type is found by slug, and matched at import by any of its source keys. */
export const ENTITY_INDEXES: readonly IndexSpec[] = [
  { key: { slug: 1 }, unique: true },
  // Partial: documents that no source knows have no keys, and an empty list would count as one.
  { key: { sourceKeys: 1 }, unique: true, partial: { 'sourceKeys.0': { $exists: true } } },
];
