import type { IndexSpec } from '#mongo/indexes.ts';

/** Documents that no source knows have no keys, and an empty list would count as one: they stay out of the index. */
const HAS_SOURCE_KEYS = { 'sourceKeys.0': { $exists: true } } as const;

/** The documents that any of these keys names; says the index's own condition, without which the partial index is not used. */
export function bySourceKeys(keys: readonly string[]): Readonly<Record<string, object>> {
  return { sourceKeys: { $in: [...keys] }, ...HAS_SOURCE_KEYS };
}

/** Every content type is found by slug, and matched at import by any of its source keys. */
export const ENTITY_INDEXES: readonly IndexSpec[] = [
  { key: { slug: 1 }, unique: true },
  { key: { sourceKeys: 1 }, unique: true, partial: HAS_SOURCE_KEYS },
];
