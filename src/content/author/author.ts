import { z } from 'zod';
import { address, document, image, visible } from '#content/stored.ts';

/** An author as stored in `authors`. */
export const author = z.strictObject({
  ...document,
  path: z.string().startsWith('/'),
  name: z.string().min(1),
  /** See lib/name-key.ts: what NAME order and nameStartsWith compare. */
  nameKey: z.string(),
  jobTitle: z.string().nullable(),
  bio: z.string().nullable(),
  image: image.nullable(),
  links: z.array(address),
  visible,
});
export type AuthorDoc = Readonly<z.infer<typeof author>>;
