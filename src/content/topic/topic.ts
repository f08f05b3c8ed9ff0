import { z } from 'zod';
import { document, visible } from '#content/stored.ts';

export const TOPIC_KINDS = ['PERSON', 'ORGANISATION', 'PLACE', 'EVENT', 'SUBJECT'] as const;

/** A topic as stored in `topics`. */
export const topic = z.strictObject({
  ...document,
  path: z.string().startsWith('/'),
  name: z.string().min(1),
  /** See lib/name-key.ts: what NAME order and nameStartsWith compare. */
  nameKey: z.string(),
  topicKind: z.enum(TOPIC_KINDS),
  description: z.string().nullable(),
  visible,
});
export type TopicDoc = Readonly<z.infer<typeof topic>>;
