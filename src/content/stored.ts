import { z } from 'zod';

/** The parts that stored documents of several types share. */

/** An absolute http(s) address, or a path of this site (`/media/…`), which is shown under the site's own address. */
export const address = z
  .string()
  .max(4096)
  .refine(isAddress, 'must be an http(s) address or a path that starts with /');

/** What is surely an address, whatever follows: a host of plain letters whose last part is no number. Others take a parser to tell. */
const PLAIN_HOST = /^https?:\/\/(?![^/?#]*xn--)(?:[a-z0-9-]+\.)*[a-z][a-z0-9-]*(?:[/?#]|$)/;

/** True for http(s) addresses and for paths of this site; `javascript:`, `data:` and `//host` are neither. */
export function isAddress(value: string): boolean {
  if (/^\/(?![/\\])/.test(value)) return !/[\s\\]/.test(value);
  if (PLAIN_HOST.test(value)) return true;
  const url = URL.parse(value);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '';
}

export const image = z.strictObject({
  /** Unique in the whole service: its owner's id, a hash of the address, a running number. */
  id: z.string(),
  url: address,
  /** null = unknown, '' = decorative. */
  alt: z.string().nullable(),
  caption: z.string().nullable(),
  credit: z.string().nullable(),
  width: z.int().positive().nullable(),
  height: z.int().positive().nullable(),
});
export type ImageDoc = Readonly<z.infer<typeof image>>;

const once = z.object({
  sourceHash: z.string(),
  importerVersion: z.int(),
  /** Property -> hash of the value as the source gave it. */
  fields: z.record(z.string(), z.string()),
  /** Properties that both sides had changed and that were kept as they are here. */
  kept: z.array(z.string()).optional(),
});
/** What one source said last. */
export type ImportedOnce = Readonly<z.infer<typeof once>>;

/** What an import remembers of a document, to tell later whether the source or someone here changed a field. */
export const imported = once.extend({
  /** The same of further sources, by the key under which each knows the document; the first of `sourceKeys` is the source above. */
  others: z.array(once.extend({ key: z.string() })).optional(),
});
export type Imported = Readonly<z.infer<typeof imported>>;

/** Every document of a content type. */
export const document = {
  /** Hash of the first source key seen; never changes. */
  _id: z.string().min(1),
  /** Counts writes; an update is refused when the document moved on since it was read. */
  rev: z.int().nonnegative(),
  /** All names under which sources know this document; unique over the collection. */
  sourceKeys: z.array(z.string()),
  slug: z.string().min(1),
  imported: imported.nullable(),
};

const interval = z.object({ from: z.date(), to: z.date() });
/** Times at which at least one article of an author or topic is visible: sorted, without overlaps. */
export const visible = z.array(interval);
