import type { ContentType } from '#content/content-type.ts';
import { ENTITY_INDEXES } from '#content/stored-indexes.ts';
import type { IndexSpec } from '#mongo/indexes.ts';
import { z } from 'zod';
import { articleIngest } from './article.ingest.ts';
import { article } from './article.ts';

/** Newest first within what equals: the index of a list, its neighbours and `latest`. */
function newestBy(...equal: readonly string[]): IndexSpec {
  const equality = Object.fromEntries(equal.map((field) => [field, 1 as const]));
  return { key: { ...equality, status: 1, publishedAt: -1, _id: -1 } };
}

export const articleContent: ContentType = {
  type: 'article',
  collection: 'articles',
  // Its blocks have been checked as they came, but for where links lead, and those are in `alsoRead`.
  schema: article.extend({ body: z.array(z.unknown()) }),
  indexes: [
    ...ENTITY_INDEXES,
    newestBy(),
    newestBy('lang'),
    newestBy('authorIds'),
    newestBy('authorIds', 'lang'),
    newestBy('topicIds'),
    newestBy('topicIds', 'lang'),
    newestBy('sectionIds'),
    newestBy('sectionIds', 'lang'),
    newestBy('ownSectionIds'),
    { key: { status: 1, updatedAt: -1, _id: -1 } },
    { key: { pendingLinks: 1 }, partial: { 'pendingLinks.0': { $exists: true } } },
    {
      key: { headline: 'text', standfirst: 'text', searchText: 'text' },
      weights: { headline: 10, standfirst: 4, searchText: 1 },
    },
  ],
  ingest: articleIngest,
};
