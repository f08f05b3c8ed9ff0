import { builder } from '#graphql/builder.ts';
import type { TopicDoc } from './topic.ts';

/** The handle that other types use; apart from the fields, so that types may point at each other without an import cycle. */
export const Topic = builder.objectRef<TopicDoc>('Topic');
