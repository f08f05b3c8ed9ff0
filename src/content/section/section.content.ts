import type { ContentType } from '#content/content-type.ts';
import { ENTITY_INDEXES } from '#content/stored-indexes.ts';
import { sectionIngest } from './section.ingest.ts';
import { section } from './section.ts';

export const sectionContent: ContentType = {
  type: 'section',
  collection: 'sections',
  schema: section,
  indexes: ENTITY_INDEXES,
  ingest: sectionIngest,
};
