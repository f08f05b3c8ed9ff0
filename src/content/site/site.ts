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

/** The site as readers see it; the same for all of a request. */
export interface CurrentSite extends Omit<SiteDoc, '_id' | 'url'> {
  /** Absolute, without a trailing slash. */
  readonly url: string;
}

/** The absolute form of an address: a path of this site stands under the site's own. */
export function absolute(site: Pick<CurrentSite, 'url'>, address: string): string {
  return address.startsWith('/') ? new URL(site.url).origin + encodeURI(address) : address;
}
