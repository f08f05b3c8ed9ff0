import { z } from 'zod';
import { address, image } from '#content/stored.ts';

/** Every kind of body block, as stored. `html` holds only a em strong s sub sup code br span[lang], except in `html` blocks. */

const inlineHtml = z.string();
const id = z.string();

export const source = z.strictObject({ name: z.string().min(1), url: address.nullable() });
export type SourceDoc = Readonly<z.infer<typeof source>>;

export const quote = z.strictObject({
  text: z.string().min(1),
  speaker: z.string().nullable(),
  source: source.nullable(),
});
export type QuoteDoc = Readonly<z.infer<typeof quote>>;

/** A link to another story as printed. Ours: `articleId`, whatever its address is by now. Outside: `url`. Never found: both null. */
export const articleLink = z.strictObject({
  label: z.string(),
  title: z.string(),
  url: address.nullable(),
  articleId: z.string().nullable(),
  /** The path of this site that it names, as long as no article is found there; the writer resolves it when one arrives. */
  path: z.string().nullable(),
});
export type ArticleLinkDoc = Readonly<z.infer<typeof articleLink>>;

const embed = z.strictObject({ url: address, provider: z.string().nullable(), title: z.string().nullable() });
const video = z.strictObject({
  url: address,
  title: z.string().nullable(),
  caption: z.string().nullable(),
  credit: z.string().nullable(),
  poster: image.nullable(),
});
const audio = video.omit({ poster: true });
/** Cells are inline HTML. */
const row = z.array(inlineHtml);
const table = z.strictObject({ caption: z.string().nullable(), header: row.nullable(), rows: z.array(row) });
const listItem = z.strictObject({ level: z.int().min(0).max(9), html: inlineHtml });

export const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('paragraph'), id, html: inlineHtml }),
  z.strictObject({
    type: z.literal('heading'),
    id,
    html: inlineHtml,
    level: z.int().min(1).max(6),
    anchor: z.string(),
  }),
  z.strictObject({ type: z.literal('image'), id, image }),
  z.strictObject({ type: z.literal('gallery'), id, images: z.array(image) }),
  z.strictObject({ type: z.literal('quote'), id, quote }),
  z.strictObject({ type: z.literal('list'), id, ordered: z.boolean(), items: z.array(listItem) }),
  z.strictObject({ type: z.literal('table'), id, table }),
  z.strictObject({ type: z.literal('embed'), id, embed }),
  z.strictObject({ type: z.literal('video'), id, video }),
  z.strictObject({ type: z.literal('audio'), id, audio }),
  z.strictObject({ type: z.literal('read-also'), id, link: articleLink }),
  z.strictObject({ type: z.literal('code'), id, code: z.string(), language: z.string().nullable() }),
  z.strictObject({ type: z.literal('divider'), id }),
  z.strictObject({ type: z.literal('html'), id, html: z.string() }),
]);
export type BlockDoc = Readonly<z.infer<typeof block>>;
export type BlockOf<Type extends BlockDoc['type']> = Extract<BlockDoc, { readonly type: Type }>;
