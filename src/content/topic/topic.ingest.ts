import type { Ingest } from '#content/content-type.ts';
import type { TopicItem } from '#content/imported-item.ts';
import { nameKey } from '#lib/name-key.ts';
import { accepted } from '#lib/result.ts';
import type { TopicDoc } from './topic.ts';

export const topicIngest: Ingest<TopicDoc, TopicItem, 'nameKey' | 'visible'> = {
  references: () => [],
  nameOf: ({ name }) => name,
  fields: ({ name, topicKind, description }) => accepted({ name, topicKind, description }),
  derive: ({ name }, previous) => ({ nameKey: nameKey(name), visible: previous?.visible ?? [] }),
  defaultPath: ({ slug }) => `/topic/${slug}`,
};
