import type { WxrAuthor, WxrChannel, WxrItem, WxrTerm } from '#ingest/wxr/wxr-shapes.ts';
import { isMachineMade } from './machine-excerpt.ts';
import { termIds, type RestMedia, type RestPost, type RestRoot, type RestTerm, type RestUser } from './rest-shapes.ts';
import { storedUtc } from './rest-time.ts';
import type { Reading, RestNames } from './site-lists.ts';

/**
 * What a live site says, in the shapes of its export: one reader for both, so that an article is the same wherever it came from.
 */

/** The site's own words. */
export function channelOf(root: RestRoot, language: string): WxrChannel {
  return { title: root.name, link: root.home, language, baseSiteUrl: root.url, baseBlogUrl: root.home };
}

/** The slug stands for the login, which a live site does not tell. */
export function authorOf({ id, slug, name }: RestUser): WxrAuthor {
  return { id: String(id), login: slug, displayName: name, firstName: '', lastName: '' };
}

/** A term; `all` are those of its taxonomy by id. */
export function termOf(term: RestTerm, taxonomy: string, all: ReadonlyMap<number, RestTerm>): WxrTerm {
  return {
    element: taxonomy === 'category' ? 'category' : taxonomy === 'post_tag' ? 'tag' : 'term',
    taxonomy,
    id: String(term.id),
    slug: term.slug,
    name: term.name,
    parent: all.get(term.parent)?.slug ?? '',
    description: term.description,
  };
}

const NO_ITEM: WxrItem = {
  line: 0,
  title: '',
  link: '',
  guid: '',
  pubDate: '',
  creator: '',
  content: '',
  excerpt: '',
  postId: '',
  postDate: '',
  postDateGmt: '',
  modifiedGmt: '',
  status: '',
  postType: '',
  postName: '',
  postParent: '',
  attachmentUrl: '',
  menuOrder: '',
  isSticky: false,
  hasPassword: false,
  terms: [],
  meta: [],
  comments: 0,
};

/** A file of the library; a caption that WordPress made of its name or description is none. */
export function attachmentOf({
  id,
  source_url,
  alt_text,
  caption,
  description,
  post,
  media_details,
}: RestMedia): WxrItem {
  const { width, height } = media_details;
  const { credit } = media_details.image_meta;
  const words = caption.raw ?? (isMachineMade(caption.rendered, description.rendered) ? '' : caption.rendered);
  return {
    ...NO_ITEM,
    postId: String(id),
    postType: 'attachment',
    status: 'inherit',
    attachmentUrl: source_url,
    excerpt: words,
    postParent: String(post),
    meta: [
      ['_wp_attachment_image_alt', alt_text],
      // As an export has it: the one place where sizes and credit are read from.
      [
        '_wp_attachment_metadata',
        `a:3:{s:5:"width";i:${width};s:6:"height";i:${height};s:10:"image_meta";a:1:{s:6:"credit";s:${Buffer.byteLength(credit)}:"${credit}";}}`,
      ],
    ],
  };
}

/** A block that posts share. */
export function blockOf({ id, content }: { readonly id: number; readonly content: RestPost['content'] }): WxrItem {
  return { ...NO_ITEM, postId: String(id), postType: 'wp_block', content: content.raw ?? '' };
}

/** Where a post is, and no more of it. */
export function placeOf({
  id,
  link,
  guid,
  status,
  type,
  isSticky,
}: {
  readonly id: number;
  readonly link: string;
  readonly guid: string;
  readonly status: string;
  readonly type: string;
  readonly isSticky: boolean;
}): WxrItem {
  return { ...NO_ITEM, postId: String(id), postType: type, link, guid, status, isSticky };
}

/** A post; ids of authors and terms that are gone are left out. A body that was rendered has its paragraphs, and is marked so. */
export function postOf(
  post: RestPost,
  type: string,
  { users, taxonomies }: RestNames,
  { mapping: { meta }, api }: Reading,
): WxrItem {
  const { title, content, excerpt, format } = post;
  const { timezone_string: timeZone } = api.root;
  const terms = taxonomies.flatMap(({ name: domain, base, terms }) =>
    termIds.parse(post[base]).flatMap((id) => {
      const term = terms.get(id);
      return term === undefined ? [] : [{ domain, slug: term.slug, name: term.name }];
    }),
  );
  return {
    ...NO_ITEM,
    title: title.raw ?? title.rendered,
    link: post.link,
    creator: users.get(post.author)?.slug ?? '',
    content: content.raw ?? `<!-- wp:rendered -->${content.rendered}`,
    excerpt: excerpt.raw ?? (isMachineMade(excerpt.rendered, content.rendered) ? '' : excerpt.rendered),
    postId: String(post.id),
    postDateGmt: storedUtc(post.date_gmt, post.date, timeZone),
    modifiedGmt: storedUtc(post.modified_gmt, post.modified, timeZone),
    status: post.status,
    postType: type,
    postName: post.slug,
    hasPassword: content.protected,
    terms: [
      ...terms,
      ...(format === '' || format === 'standard'
        ? []
        : [{ domain: 'post_format', slug: `post-format-${format}`, name: format }]),
    ],
    meta: [
      ...(post.featured_media === 0 ? [] : [['_thumbnail_id', String(post.featured_media)] as const]),
      ...['byline', 'footnotes', ...meta.byline, ...meta.standfirst].map(
        (key) => [key, metaText(post.meta[key])] as const,
      ),
    ],
  };
}

/** The text of a meta key: itself, or the first of several. */
function metaText(value: unknown): string {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : '';
}
