import type { ContentType } from '#content/content-type.ts';
import { ENTITY_INDEXES } from '#content/stored-indexes.ts';
import { topicIngest } from './topic.ingest.ts';
import { topic } from './topic.ts';

export const topicContent: ContentType = {
  type: 'topic',
  collection: 'topics',
  schema: topic,
  indexes: [...ENTITY_INDEXES, { key: { nameKey: 1, _id: 1 } }],
  ingest: topicIngest,
};
