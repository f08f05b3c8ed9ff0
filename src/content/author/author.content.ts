import type { ContentType } from '#content/content-type.ts';
import { ENTITY_INDEXES } from '#content/stored-indexes.ts';
import { authorIngest } from './author.ingest.ts';
import { author } from './author.ts';

export const authorContent: ContentType = {
  type: 'author',
  collection: 'authors',
  schema: author,
  indexes: [...ENTITY_INDEXES, { key: { nameKey: 1, _id: 1 } }],
  ingest: authorIngest,
};
