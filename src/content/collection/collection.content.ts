import type { ContentType } from '#content/content-type.ts';
import { ENTITY_INDEXES } from '#content/stored-indexes.ts';
import { collectionIngest } from './collection.ingest.ts';
import { collection } from './collection.ts';

export const collectionContent: ContentType = {
  type: 'collection',
  collection: 'collections',
  schema: collection,
  indexes: ENTITY_INDEXES,
  ingest: collectionIngest,
};
