import type { NamedReads } from '#content/named-reads.ts';
import type { TopicDoc } from './topic.ts';

export type TopicReads = NamedReads<TopicDoc>;
