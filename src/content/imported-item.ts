import { z } from 'zod';
import { articleLink, block } from '#content/article/blocks.ts';
import { ARTICLE_KINDS } from '#content/article/article.ts';
import { MAX_PICKS } from '#content/collection/collection.ts';
import { address, image, imported } from './stored.ts';
import { TOPIC_KINDS } from '#content/topic/topic.ts';

/**
 * What every source becomes before it is written: one item per article, author, topic, section, collection, redirect, and one for the site.
 * An NDJSON line is exactly this, so these schemas are printed to `schema/import/`. Left out = null; nothing here is an id of ours.
 */

const text = z.string().trim().min(1).max(2_000);
const optional = text.nullable().default(null);
const longText = z.string().trim().max(20_000).nullable().default(null);
/** Any offset; a day alone is 00:00 in the site's zone. */
const time = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);
const optionalTime = time.nullable().default(null);
const slug = z.string().trim().min(1).max(200);
const sitePath = z.string().startsWith('/').max(2_000);
/** The `id` of another line of the same source, or a slug that the database knows. */
const reference = z.string().trim().min(1).max(1_000);
const references = z.array(reference).max(100).default([]);

const imageInput = image
  .omit({ id: true })
  .extend({
    alt: z.string().nullable().default(null),
    caption: z.string().nullable().default(null),
    credit: z.string().nullable().default(null),
    width: z.int().positive().nullable().default(null),
    height: z.int().positive().nullable().default(null),
  })
  .describe('An image; alt null = unknown, "" = decorative');
export type ImageInput = Readonly<z.infer<typeof imageInput>>;

/** A stored block less what the writer adds: ids of blocks and images, and the story that a read-also link leads to. */
const linkInput = articleLink
  .omit({ articleId: true, path: true })
  .extend({ url: z.string().max(4096).nullable().default(null) });
const blockInput = z
  .discriminatedUnion(
    'type',
    block.options.map((option) => {
      const shape = { ...option.shape } as Record<string, z.ZodType>; // the union of shapes cannot be spread and typed at once
      delete shape['id'];
      if ('image' in shape) shape['image'] = imageInput;
      if ('images' in shape) shape['images'] = z.array(imageInput);
      if ('link' in shape) shape['link'] = linkInput;
      if ('video' in shape)
        shape['video'] = z.strictObject({
          url: address,
          title: optional,
          caption: optional,
          credit: optional,
          poster: imageInput.nullable().default(null),
        });
      if ('audio' in shape)
        shape['audio'] = z.strictObject({ url: address, title: optional, caption: optional, credit: optional });
      return z.strictObject(shape);
    }) as never,
  )
  .describe('A body block');

type StoredBlock = z.infer<typeof block>;
/** `id`s of blocks and images are given, and links resolved, when the article is written. */
type WithoutIds<Block> = Block extends { readonly type: 'read-also' }
  ? { readonly type: 'read-also'; readonly link: Readonly<z.infer<typeof linkInput>> }
  : Block extends { readonly type: 'image' }
    ? { readonly type: 'image'; readonly image: ImageInput }
    : Block extends { readonly type: 'gallery' }
      ? { readonly type: 'gallery'; readonly images: readonly ImageInput[] }
      : Block extends { readonly type: 'video'; readonly video: infer Video }
        ? { readonly type: 'video'; readonly video: Omit<Video, 'poster'> & { readonly poster: ImageInput | null } }
        : Omit<Block, 'id'>;
export type BlockInput = WithoutIds<StoredBlock>;

const line = {
  /** The source's own id of this item: any string that is unique per type within the source. */
  id: z.string().min(1).max(1_000),
  /** Names under which other sources know the same item; added by `export`. */
  sourceKeys: z.array(z.string()).max(50).default([]),
};
/** What `export` adds so that its lines give the same documents again; a line of one's own leaves it out. */
const stored = z.strictObject({
  imported: imported.nullable(),
  /** Of an article: whether readers could see it at some time. */
  wasVisible: z.boolean().optional(),
  /** Of an article: the ids of its blocks, in order. */
  blockIds: z.array(z.string()).max(5_000).optional(),
});
/** Earlier addresses of this item on the site: each becomes a redirect to wherever it is now. */
const formerPaths = z.array(sitePath).max(100).default([]);

const articleItem = z.strictObject({
  type: z.literal('article'),
  ...line,
  stored: stored.optional(),
  slug: slug.nullable().default(null),
  path: sitePath.nullable().default(null),
  formerPaths,
  status: z.enum(['draft', 'published', 'archived']).default('published'),
  kind: z.enum(ARTICLE_KINDS).default('NEWS'),
  kicker: optional,
  headline: text,
  shortHeadline: optional,
  socialHeadline: optional,
  standfirst: longText,
  creditLine: optional,
  byline: optional,
  authors: references,
  /** Main section first, unless `mainSection` names another of them. */
  sections: references,
  mainSection: reference.nullable().default(null),
  topics: references,
  /** Without it the article is kept as a draft and reported as `no-date`. */
  publishedAt: optionalTime,
  firstPublishedAt: optionalTime,
  updatedAt: optionalTime,
  expiresAt: optionalTime,
  hiddenSince: optionalTime,
  locale: z.string().max(35).nullable().default(null),
  canonicalUrl: address.nullable().default(null),
  leadImage: imageInput.nullable().default(null),
  excerpt: longText,
  seo: z.strictObject({ title: optional, description: longText, noindex: z.boolean().default(false) }).prefault({}),
  importedFrom: z
    .strictObject({ system: text, externalId: text, url: address.nullable().default(null) })
    .nullable()
    .default(null),
  body: z.array(blockInput).max(5_000).default([]),
  quotes: z
    .array(
      z.strictObject({
        text,
        speaker: optional,
        source: z
          .strictObject({ name: text, url: address.nullable().default(null) })
          .nullable()
          .default(null),
      }),
    )
    .default([])
    .describe('Quotations inside paragraphs; quote blocks are added by themselves'),
  sources: z.array(z.strictObject({ name: text, url: address.nullable().default(null) })).default([]),
});

const authorItem = z.strictObject({
  type: z.literal('author'),
  ...line,
  stored: stored.optional(),
  slug: slug.nullable().default(null),
  path: sitePath.nullable().default(null),
  formerPaths,
  name: text,
  jobTitle: optional,
  bio: longText,
  image: imageInput.nullable().default(null),
  links: z.array(address).max(50).default([]),
});

const topicItem = z.strictObject({
  type: z.literal('topic'),
  ...line,
  stored: stored.optional(),
  slug: slug.nullable().default(null),
  path: sitePath.nullable().default(null),
  formerPaths,
  name: text,
  topicKind: z.enum(TOPIC_KINDS).default('SUBJECT'),
  description: longText,
});

const sectionItem = z.strictObject({
  type: z.literal('section'),
  ...line,
  stored: stored.optional(),
  slug: slug.nullable().default(null),
  path: sitePath.nullable().default(null),
  formerPaths,
  name: text,
  description: longText,
  parent: reference.nullable().default(null),
  position: z.int().min(0).max(1_000_000).default(0),
});

const collectionItem = z.strictObject({
  type: z.literal('collection'),
  ...line,
  stored: stored.optional(),
  slug: slug.nullable().default(null),
  title: text,
  description: longText,
  position: z.int().min(0).max(1_000_000).default(0),
  /** Articles, best first. */
  picks: z.array(reference).max(MAX_PICKS).default([]),
  /** What follows the picks, newest first; null = nothing, {} = the newest of the site. */
  fill: z
    .strictObject({ sections: references, topics: references, kinds: z.array(z.enum(ARTICLE_KINDS)).default([]) })
    .nullable()
    .default(null),
});

const redirectItem = z.strictObject({
  type: z.literal('redirect'),
  ...line,
  from: sitePath,
  /** A path of this site or an absolute address; null = gone. */
  to: address.nullable(),
  permanent: z.boolean().default(true),
});

const siteItem = z.strictObject({
  type: z.literal('site'),
  id: z.string().default('site'),
  name: text,
  url: address.nullable().default(null),
  locale: z.string().max(35).default('en'),
  timeZone: z.string().max(64).default('UTC'),
  publisher: z
    .strictObject({ name: text, url: address.nullable().default(null), logo: imageInput.nullable().default(null) })
    .nullable()
    .default(null),
});

/** The schema of an item by its `type`. */
export const importedItems = {
  site: siteItem,
  section: sectionItem,
  author: authorItem,
  topic: topicItem,
  article: articleItem,
  collection: collectionItem,
  redirect: redirectItem,
} as const;
export type ItemType = keyof typeof importedItems;
export const importedItem = z.discriminatedUnion('type', [
  siteItem,
  sectionItem,
  authorItem,
  topicItem,
  articleItem,
  collectionItem,
  redirectItem,
]);

export type ArticleItem = Omit<z.infer<typeof articleItem>, 'body'> & { readonly body: readonly BlockInput[] };
export type AuthorItem = z.infer<typeof authorItem>;
export type TopicItem = z.infer<typeof topicItem>;
export type SectionItem = z.infer<typeof sectionItem>;
export type CollectionItem = z.infer<typeof collectionItem>;
export type RedirectItem = z.infer<typeof redirectItem>;
export type SiteItem = z.infer<typeof siteItem>;
/** One item, checked. `references` hold ids of the same source or slugs. */
export type ImportedItem =
  | ArticleItem
  | AuthorItem
  | TopicItem
  | SectionItem
  | CollectionItem
  | RedirectItem
  | SiteItem;
