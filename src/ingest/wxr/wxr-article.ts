import type { ArticleItem } from '#content/imported-item.ts';
import { isAddress } from '#content/stored.ts';
import { bylineNames } from '#ingest/clean/byline.ts';
import { cleanBody, type CleanBody } from '#ingest/clean/body.ts';
import { textOfInline } from '#ingest/clean/inline-writer.ts';
import { withFootnotes } from '#ingest/clean/footnotes.ts';
import { inlineReusableBlocks } from '#ingest/clean/reusable-blocks.ts';
import { splitCreditLine } from '#ingest/clean/credit-line.ts';
import { attachmentImage } from '#ingest/clean/image.ts';
import { absolute, mediaAddress } from '#ingest/clean/links.ts';
import { plainText } from '#ingest/clean/plain-text.ts';
import type { NoticeCode } from '#ingest/codes.data.ts';
import { untexturize, untexturizeTitle } from '#ingest/clean/untexturize.ts';
import type { CleanContext } from '#ingest/clean/walk.ts';
import { CUT_WORDS, isMachineMade } from '#ingest/wordpress/machine-excerpt.ts';
import type { WxrAuthors } from './wxr-authors.ts';
import type { WxrIndex } from './wxr-index.ts';
import { targetOf, termId } from './wxr-term-index.ts';
import { localeOf } from './wxr-language.ts';
import { bylineOf, isSerialised, metaOf } from './wxr-meta.ts';
import { formerPaths } from './wxr-former-paths.ts';
import { isUncategorised, permalinkPath, slugOf } from './wxr-names.ts';
import { seoOf } from './wxr-seo.ts';
import type { WxrItem, WxrItemTerm } from './wxr-shapes.ts';
import type { WxrSite } from './wxr-site.ts';
import { feedTime, utcTime } from './wxr-time.ts';

const MAX_REFERENCES = 100;
const MAX_TEXT = 2_000;
const MAX_LONG_TEXT = 20_000;
const MAX_QUOTES = 200;

export interface ArticleAndNotices {
  readonly item: ArticleItem;
  readonly notices: readonly NoticeCode[];
}

/** Everything that a post is read with. */
export interface ArticleReading {
  readonly site: WxrSite;
  readonly index: WxrIndex;
  readonly authors: WxrAuthors;
}

/** A post as an article, under an id that is unique in the source. A post with a password is a draft, and its password is not known here. */
export function articleOf(post: WxrItem, id: string, { site, index, authors }: ArticleReading): ArticleAndNotices {
  const notices: NoticeCode[] = [];
  const base = absolute(post.link, site.url) ?? site.url;
  const context: CleanContext = {
    base,
    isOwn: site.isOwn,
    pathOfPost: (postId) => index.paths.get(postId) ?? null,
    pathBeforeMove: index.formerAddresses.pathOf,
    postId: post.postId,
    attachment: (attachmentId) => index.attachments.get(attachmentId) ?? null,
    attachmentAt: index.attachmentAt,
    attachmentsOf: (postId) => index.attachmentsOf(postId).toSorted((a, b) => a.position - b.position),
  };
  const whole = inlineReusableBlocks(post.content, (ref) => index.reusableBlocks.get(ref) ?? null);
  const body = cleanBody(withFootnotes(whole.html, metaOf(post, 'footnotes')), context);
  notices.push(...whole.notices, ...body.notices);
  const status = statusOf(post);
  const publishedAt = timeOf(post, status, notices);
  const path = permalinkPath(post.link, site);
  const slug = slugOf(post.postName);
  const { standfirst, creditLine } = standfirstOf(post, body, index);
  const headline = headlineOf(post, body, notices);
  const seo = seoOf(post, { headline, siteName: site.item.name, standfirst });
  const byline = bylineOf(post, index.mapping);
  const terms = termsOf(post, index);
  if (terms.topics.length > MAX_REFERENCES || terms.sections.length > MAX_REFERENCES) notices.push('too-many-terms');
  return {
    notices,
    item: {
      type: 'article',
      id,
      sourceKeys: post.postType === 'post' ? [] : [`wp:${site.key}:type:${post.postType}:${id}`.slice(0, 1_000)],
      slug: slug === '' ? null : slug,
      path,
      formerPaths: formerPaths(post, path, slug),
      status,
      kind: kindOf(post, index),
      kicker: null,
      headline,
      shortHeadline: null,
      socialHeadline: null,
      standfirst,
      creditLine,
      byline,
      authors: authors.of(post).slice(0, MAX_REFERENCES),
      sections: terms.sections.slice(0, MAX_REFERENCES),
      mainSection: terms.main,
      topics: terms.topics.slice(0, MAX_REFERENCES),
      publishedAt,
      firstPublishedAt: publishedAt,
      updatedAt: utcTime(post.modifiedGmt),
      expiresAt: null,
      hiddenSince: null,
      locale: localeOf(post, body, site),
      canonicalUrl: mediaAddress(seo.canonical ?? undefined, context),
      leadImage: leadImageOf(post, index, context, notices),
      excerpt: standfirst,
      seo: { title: seo.title, description: seo.description, noindex: seo.noindex },
      importedFrom: { system: 'wordpress', externalId: id.slice(0, MAX_TEXT), url: originOf(base) },
      body: body.blocks,
      quotes: body.quotes.slice(0, MAX_QUOTES).map(({ text, speaker, source }) => ({
        text,
        speaker,
        source: source === null ? null : { name: source, url: null },
      })),
      sources: [...new Set([...bylineNames(byline ?? '').agencies, ...body.sources])].map((name) => ({
        name,
        url: null,
      })),
    },
  };
}

/** Only what WordPress shows to everyone, now or when its time comes, is published here. */
function statusOf({ status, hasPassword }: WxrItem): ArticleItem['status'] {
  return (status === 'publish' || status === 'future') && !hasPassword ? 'published' : 'draft';
}

/** UTC wherever the export says it; a published post that only has the site's local time keeps that, and is noticed. */
function timeOf(post: WxrItem, status: ArticleItem['status'], notices: NoticeCode[]): string | null {
  const time = utcTime(post.postDateGmt) ?? feedTime(post.pubDate);
  if (time !== null || status !== 'published') return time;
  const local = utcTime(post.postDate);
  if (local !== null) notices.push('local-time');
  return local;
}

/** The title, else the beginning of the text, else the slug: WordPress allows posts without a title, a story needs a name. */
function headlineOf(post: WxrItem, body: CleanBody, notices: NoticeCode[]): string {
  const title = plainText(untexturizeTitle(post.title));
  if (title !== '') return title.slice(0, MAX_TEXT);
  notices.push('no-headline');
  for (const block of body.blocks) {
    if (block.type !== 'paragraph' && block.type !== 'heading') continue;
    const text = textOfInline(block.html).replaceAll(/\s+/g, ' ').trim();
    if (text === '') continue;
    return text.length <= 80 ? text : `${text.slice(0, 80).replace(/\s+\S*$/, '')}…`;
  }
  return slugOf(post.postName).replaceAll('-', ' ').trim() || `#${post.postId}`;
}

/**
 * The mapped meta, else the editor's excerpt, without its credit. A credit at the end of the first paragraph is told; one that reports makes a
 * standfirst of that paragraph where there is no other. The paragraph stays as it is.
 */
function standfirstOf(
  post: WxrItem,
  body: CleanBody,
  { mapping }: WxrIndex,
): { readonly standfirst: string | null; readonly creditLine: string | null } {
  const own = metaOf(post, ...mapping.meta.standfirst);
  const words = own === null || isSerialised(own) ? (wasMadeOfBody(post) ? '' : post.excerpt) : own;
  const excerpt = plainText(untexturize(words)).slice(0, MAX_LONG_TEXT);
  const split = splitCreditLine(excerpt);
  if (split.creditLine !== null || body.blocks[0]?.type !== 'paragraph') return split;
  const { standfirst, creditLine, isReport } = splitCreditLine(body.texts[0] ?? null);
  const isOne = isReport && split.standfirst === null && body.blocks.length > 1;
  return { standfirst: isOne ? standfirst : split.standfirst, creditLine };
}

/**
 * Sites that were moved by a plugin carry the excerpts that a theme once cut, and editors paste all of a short text. Only an excerpt that looks
 * cut, is as long as one, or beside which there is hardly more, is held against the body: reading it takes as long as the rest of a post.
 */
function wasMadeOfBody({ excerpt, content }: WxrItem): boolean {
  const looksCut = /(?:…|\.\.\.|&hellip;|&#8230;)\]?\s*(?:<\/p>\s*)?$/.test(excerpt);
  const mayBe = looksCut || excerpt.split(/\s+/, CUT_WORDS).length === CUT_WORDS;
  return (mayBe || content.length < 4 * excerpt.length + 1_000) && isMachineMade(excerpt, content);
}

/** Terms in the post's order, which is by name; those of one name by slug, or a database would toss for it. */
function inOrder(terms: readonly WxrItemTerm[]): readonly WxrItemTerm[] {
  const names = terms.map(({ domain, name }) => `${domain} ${plainText(name).toLowerCase()}`);
  if (new Set(names).size === names.length) return terms;
  const byName = Map.groupBy(terms.keys(), (at) => names[at]);
  return [...byName.values()].flatMap((some) =>
    some.flatMap((at) => terms[at] ?? []).toSorted((a, b) => (a.slug < b.slug ? -1 : 1)),
  );
}

/** Known sections and topics of a post, each once, in order. */
function termsOf(
  post: WxrItem,
  index: WxrIndex,
): { readonly sections: string[]; readonly topics: string[]; readonly main: string | null } {
  const sections = new Set<string>();
  const topics = new Set<string>();
  for (const { domain, slug: raw, name } of inOrder(post.terms)) {
    const slug = raw === '' ? '' : slugOf(raw);
    const target = targetOf(domain, index.mapping);
    const id = termId(domain, slug);
    if (target === 'section' && index.categories.has(id) && !isUncategorised(name)) sections.add(id);
    else if (target === 'topic' && index.tags.has(id)) topics.add(id);
  }
  const primary = metaOf(post, '_yoast_wpseo_primary_category', 'rank_math_primary_category');
  const main = primary === null ? null : (index.categoryIds.get(primary) ?? null);
  return { sections: [...sections], topics: [...topics], main: main !== null && sections.has(main) ? main : null };
}

function kindOf(post: WxrItem, { mapping }: WxrIndex): ArticleItem['kind'] {
  const mapped = mapping.types.get(post.postType) ?? null;
  if (mapped !== null) return mapped;
  const format = post.terms.find(({ domain }) => domain === 'post_format')?.slug;
  if (format === 'post-format-gallery') return 'GALLERY';
  if (format === 'post-format-video') return 'VIDEO';
  return format === 'post-format-audio' ? 'AUDIO' : 'NEWS';
}

function leadImageOf(
  post: WxrItem,
  index: WxrIndex,
  context: CleanContext,
  notices: NoticeCode[],
): ArticleItem['leadImage'] {
  const id = metaOf(post, '_thumbnail_id');
  if (id === null || id === '0' || id === '-1') return null;
  const attachment = index.attachments.get(id);
  const image = attachment === undefined ? null : attachmentImage(attachment, context);
  if (image === null) notices.push('missing-image');
  return image;
}

function originOf(base: string | null): string | null {
  return base !== null && isAddress(base) && base.length <= 4096 ? base : null;
}
