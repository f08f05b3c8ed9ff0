import type { EntityType, Ingest, IngestContext } from '#content/content-type.ts';
import type { CollectionItem } from '#content/imported-item.ts';
import { accepted } from '#lib/result.ts';
import type { CollectionDoc } from './collection.ts';

export const collectionIngest: Ingest<CollectionDoc, CollectionItem, never> = {
  references: ({ picks, fill }) => [
    ...picks.map((ref) => ({ type: 'article' as const, ref })),
    ...(fill?.sections ?? []).map((ref) => ({ type: 'section' as const, ref })),
    ...(fill?.topics ?? []).map((ref) => ({ type: 'topic' as const, ref })),
  ],
  nameOf: ({ title }) => title,
  fields: ({ title, description, position, picks, fill }, _previous, context) =>
    accepted({
      title,
      description,
      position,
      pickIds: resolveAll('article', picks, context),
      fill: fill && {
        sectionIds: resolveAll('section', fill.sections, context),
        topicIds: resolveAll('topic', fill.topics, context),
        kinds: [...fill.kinds],
      },
    }),
  derive: () => ({}),
  defaultPath: () => null,
};

/** Each once, in order; what is unknown is left out (and noticed by `resolve`). */
function resolveAll(type: EntityType, refs: readonly string[], context: IngestContext): string[] {
  return [...new Set(refs.flatMap((ref) => context.resolve(type, ref) ?? []))];
}
