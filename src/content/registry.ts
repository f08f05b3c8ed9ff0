import type { CollectionPlan } from '#mongo/indexes.ts';
import { articleContent } from '#content/article/article.content.ts';
import { authorContent } from '#content/author/author.content.ts';
import { collectionContent } from '#content/collection/collection.content.ts';
import { sectionContent } from '#content/section/section.content.ts';
import { topicContent } from '#content/topic/topic.content.ts';
import type { ContentType, EntityType } from './content-type.ts';

/** Every content type: a new one is a folder and a line here. */
export const contentTypes = {
  section: sectionContent,
  author: authorContent,
  topic: topicContent,
  article: articleContent,
  collection: collectionContent,
} as const satisfies Readonly<Record<EntityType, ContentType>>;

/** Every collection of content with its indexes, the writer's own included. */
export const collectionPlans: readonly CollectionPlan[] = [
  ...Object.values(contentTypes).map(({ collection, indexes }) => ({ collection, indexes })),
  { collection: 'paths', indexes: [{ key: { type: 1, id: 1 } }] },
  { collection: 'site', indexes: [] },
  { collection: 'outbox', indexes: [{ key: { at: 1 } }] },
  { collection: 'leases', indexes: [] },
  { collection: 'meta', indexes: [] },
];
