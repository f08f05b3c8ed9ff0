import { z } from 'zod';
import { address, image } from '#content/stored.ts';

/** The one document of `site`. */
export const site = z.strictObject({
  _id: z.literal('site'),
  name: z.string().min(1),
  /** null = the address the server itself listens on. */
  url: address.nullable(),
  /** BCP 47. */
  locale: z.string(),
  /** IANA name. */
  timeZone: z.string(),
  publisher: z.strictObject({ name: z.string(), url: address.nullable(), logo: image.nullable() }).nullable(),
});
export type SiteDoc = Readonly<z.infer<typeof site>>;
