import { z } from 'zod';
import { address, document, image } from '#content/stored.ts';
import { articleLink, block, quote, source } from './blocks.ts';

export const ARTICLE_KINDS = [
  'NEWS',
  'OPINION',
  'ANALYSIS',
  'FEATURE',
  'INTERVIEW',
  'REVIEW',
  'LIVE',
  'GALLERY',
  'VIDEO',
  'AUDIO',
] as const;

const text = z.string().nullable();

/** An article as stored in `articles`. */
export const article = z.strictObject({
  ...document,
  path: z.string().startsWith('/'),
  status: z.enum(['draft', 'published', 'archived']),
  kind: z.enum(ARTICLE_KINDS),
  kicker: text,
  headline: z.string().min(1),
  shortHeadline: text,
  socialHeadline: text,
  standfirst: text,
  creditLine: text,
  byline: text,
  /** Byline order. */
  authorIds: z.array(z.string()),
  /** Most important first. */
  topicIds: z.array(z.string()),
  /** The sections the source named, main one first. */
  ownSectionIds: z.array(z.string()),
  /** The same with all their ancestors, so that "with descendants" is an equality. */
  sectionIds: z.array(z.string()),
  mainSectionId: text,
  publishedAt: z.date(),
  firstPublishedAt: z.date(),
  updatedAt: z.date(),
  /** NEVER (year 9999) where it does not expire. */
  expiresAt: z.date(),
  /** True once the writer has seen it visible: its paths are then gone, not unknown, when it is hidden. */
  wasVisible: z.boolean(),
  /** When it was taken back, where that is known. */
  hiddenSince: z.date().nullable(),
  /** BCP 47. */
  locale: z.string(),
  /** The primary subtag of `locale`, lower case: what neighbours and related stories stay in. */
  lang: z.string(),
  canonicalUrl: address.nullable(),
  leadImage: image.nullable(),
  /** Plain text of at most 1,200 graphemes from the editor's excerpt, else standfirst, else body: what excerpts are cut from. */
  lead: z.string(),
  /** Intl.Segmenter words of the body without read-also, embed and code. */
  wordCount: z.int().nonnegative(),
  seoTitle: text,
  seoDescription: text,
  noindex: z.boolean(),
  importedFrom: z.strictObject({ system: z.string(), externalId: z.string(), url: address.nullable() }).nullable(),
  body: z.array(block),
  /** Quote blocks and quotations in paragraphs, in text order. */
  quotes: z.array(quote),
  /** Outside media and agencies the text credits. */
  sources: z.array(source),
  /** The links of the read-also blocks, in order. */
  alsoRead: z.array(articleLink),
  /** Paths of this site that links point to and that nothing lives at yet; a later arrival resolves them. */
  pendingLinks: z.array(z.string()),
  /** What the text index searches beside headline and standfirst. */
  searchText: z.string(),
});
export type ArticleDoc = Readonly<z.infer<typeof article>>;
export type ArticleKind = ArticleDoc['kind'];

/** Too big for lists: read apart, by id, only where selected. */
export type HeavyProperty = 'body' | 'quotes' | 'sources' | 'alsoRead' | 'searchText';
