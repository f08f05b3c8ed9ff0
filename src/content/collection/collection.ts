import { z } from 'zod';
import { document } from '#content/stored.ts';

/** Picks are one load by id, so their number has a bound. */
export const MAX_PICKS = 50;

/** An editor-run list as stored in `collections`: picks first, then what its rule finds, newest first. */
export const collection = z.strictObject({
  ...document,
  title: z.string().min(1),
  description: z.string().nullable(),
  position: z.int(),
  pickIds: z.array(z.string()).max(MAX_PICKS),
  /** What fills the list after the picks; null = nothing, an empty rule = the newest of the site. */
  fill: z
    .strictObject({ sectionIds: z.array(z.string()), topicIds: z.array(z.string()), kinds: z.array(z.string()) })
    .nullable(),
});
export type CollectionDoc = Readonly<z.infer<typeof collection>>;
