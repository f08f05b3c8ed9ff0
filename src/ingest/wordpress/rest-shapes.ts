import { z } from 'zod';
import { readable } from '#ingest/read-text.ts';

/** Foreign shapes: what a WordPress REST API says, so far as we ask for it. What is absent or odd counts as empty; only an id has to be there. */

const some = z.string().transform(readable);
const text = some.catch('');
const id = z.int().nonnegative();
const someId = id.catch(0);
const ids = z.array(id).catch([]);
/** `raw` is there for those who may edit. */
const written = z
  .object({ raw: some.optional().catch(undefined), rendered: text, protected: z.boolean().catch(false) })
  .catch({ rendered: '', protected: false });

export const restRoot = z.object({
  name: text,
  /** The front page. */
  home: text,
  /** Where WordPress itself lies. */
  url: text,
  timezone_string: text,
  namespaces: z.array(z.string()),
});
export type RestRoot = z.infer<typeof restRoot>;

export const restPost = z.looseObject({
  id: id.positive(),
  /** Local and UTC, both without a zone. */
  date: text,
  modified: text,
  date_gmt: text,
  modified_gmt: text,
  /** Percent-encoded. */
  slug: text,
  status: text,
  link: text,
  title: written,
  content: written,
  excerpt: written,
  author: someId,
  /** Attachment; 0 = none. */
  featured_media: someId,
  format: text,
  /** What the site shows of it. Terms of a taxonomy of its own are ids under that taxonomy's name. */
  meta: z.record(z.string(), z.unknown()).catch({}),
});
export type RestPost = z.infer<typeof restPost>;

/** Where a post is and when it changed, and no more of it. */
export const restPlace = z.object({
  id: id.positive(),
  link: text,
  modified: text,
  modified_gmt: text,
  status: text,
  guid: written,
  sticky: z.boolean().catch(false),
});

/** The ids of a post's terms in a taxonomy. */
export const termIds = ids;

/** Post types or taxonomies by name, and where their lists are. */
export const restLists = z.record(
  z.string(),
  z
    .object({ rest_base: text, rest_namespace: z.string().catch('wp/v2') })
    .catch({ rest_base: '', rest_namespace: 'wp/v2' }),
);

export const restTerm = z.object({ id: id.positive(), slug: text, name: text, description: text, parent: someId });
export type RestTerm = z.infer<typeof restTerm>;

export const restUser = z.object({ id: id.positive(), slug: text, name: text });
export type RestUser = z.infer<typeof restUser>;

export const restMedia = z.object({
  id: id.positive(),
  source_url: text,
  alt_text: text,
  caption: written,
  description: written,
  /** Where it was uploaded to; 0 or null = nowhere. */
  post: someId,
  media_details: z
    .object({
      width: someId,
      height: someId,
      /** What the file itself says. */
      image_meta: z.object({ credit: text }).catch({ credit: '' }),
    })
    .catch({ width: 0, height: 0, image_meta: { credit: '' } }),
});
export type RestMedia = z.infer<typeof restMedia>;

/** A block that posts share. */
export const restBlock = z.object({ id: id.positive(), content: written });

/** An error in WordPress' own words. */
export const restError = z.object({ code: z.string() });
