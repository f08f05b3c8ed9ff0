import { z } from 'zod';
import { document } from '#content/stored.ts';

/** A section as stored in `sections`; at most a few hundred, read whole. */
export const section = z.strictObject({
  ...document,
  path: z.string().startsWith('/'),
  name: z.string().min(1),
  description: z.string().nullable(),
  parentId: z.string().nullable(),
  /** Editorial order among its siblings; ties break on the name, then the id. */
  position: z.int(),
});
export type SectionDoc = Readonly<z.infer<typeof section>>;
