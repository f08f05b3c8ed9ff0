import type { Found } from '#ingest/source.ts';
import { plainText } from '#ingest/clean/plain-text.ts';
import { untexturize } from '#ingest/clean/untexturize.ts';
import type { Attachment } from '#ingest/clean/walk.ts';
import { metaOf, sizeOf } from './wxr-meta.ts';
import { isUncategorised, permalinkPath, slugOf } from './wxr-names.ts';
import type { WxrAuthor, WxrItem, WxrRecord, WxrTerm } from './wxr-shapes.ts';
import type { WxrSite } from './wxr-site.ts';

export interface IndexedTerm {
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  /** A slug; null = a root. */
  readonly parent: string | null;
}

/** What the first pass over an export leaves for the second: everything that articles may refer to, wherever in the file it stands. */
export interface WxrIndex {
  readonly authors: ReadonlyMap<string, WxrAuthor>;
  /** Logins of posts' creators, in file order. */
  readonly creators: ReadonlySet<string>;
  /** Bylines of Co-Authors Plus: slug -> name. */
  readonly coAuthors: ReadonlyMap<string, string>;
  readonly categories: ReadonlyMap<string, IndexedTerm>;
  readonly tags: ReadonlyMap<string, IndexedTerm>;
  /** Term id -> slug, of categories. */
  readonly categoryIds: ReadonlyMap<string, string>;
  readonly attachments: ReadonlyMap<string, Attachment>;
  readonly attachmentsByParent: ReadonlyMap<string, readonly Attachment[]>;
  /** Ids of all items that name one themselves. */
  readonly ids: ReadonlySet<string>;
  readonly paths: ReadonlyMap<string, string>;
  readonly found: Found;
  /** Terms of other taxonomies, by what they are skipped as. */
  readonly skipped: ReadonlyMap<string, number>;
}

/** True for items that become articles. */
export function isArticle(item: WxrItem): boolean {
  return item.postType === 'post' && item.status !== 'auto-draft';
}

/** Gathers the index from the records of the first pass; `site` is known from the first record on. */
export function createIndexer(): { add(record: WxrRecord, site: WxrSite): void; readonly index: WxrIndex } {
  const authors = new Map<string, WxrAuthor>();
  const creators = new Set<string>();
  const coAuthors = new Map<string, string>();
  const categories = new Map<string, IndexedTerm>();
  const tags = new Map<string, IndexedTerm>();
  const categoryIds = new Map<string, string>();
  const attachments = new Map<string, Attachment>();
  const attachmentsByParent = new Map<string, Attachment[]>();
  const ids = new Set<string>();
  const paths = new Map<string, string>();
  const skipped = new Map<string, number>();
  const found = { publishedPosts: 0, authors: 0, categories: 0, tags: 0 };

  const addTerm = (term: WxrTerm): void => {
    if (term.element === 'category') found.categories++;
    if (term.element === 'tag') found.tags++;
    const into = term.taxonomy === 'category' ? categories : term.taxonomy === 'post_tag' ? tags : null;
    const slug = slugOf(term.slug, term.name);
    if (into === null || slug === '' || (into === categories && isUncategorised(term.name))) {
      const reason = into === null ? kebab(term.taxonomy, 'term') : slug === '' ? 'term-without-slug' : 'uncategorized';
      skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
      return;
    }
    const parent = slugOf(term.parent);
    if (into === categories && term.id !== '') categoryIds.set(term.id, slug);
    into.set(slug, {
      slug,
      name: plainText(term.name) || slug,
      description: plainText(term.description),
      parent: parent === '' || parent === slug ? null : parent,
    });
  };
  const addUsedTerms = (item: WxrItem): void => {
    for (const { domain, slug: raw, name } of item.terms) {
      const slug = raw === '' ? '' : slugOf(raw);
      if (slug === '') continue;
      const term = { slug, name: plainText(name) || slug, description: '', parent: null };
      if (domain === 'category' && !categories.has(slug) && !isUncategorised(name)) categories.set(slug, term);
      else if ((domain === 'post_tag' || domain === 'tag') && !tags.has(slug)) tags.set(slug, term);
      else if (domain === 'author' && !coAuthors.has(slug)) coAuthors.set(slug, plainText(name));
    }
  };
  const addAttachment = (item: WxrItem): void => {
    if (item.postId === '' || item.attachmentUrl === '') return;
    const size = sizeOf(metaOf(item, '_wp_attachment_metadata'));
    const attachment: Attachment = {
      id: item.postId,
      url: item.attachmentUrl,
      alt: metaOf(item, '_wp_attachment_image_alt'),
      caption: plainText(untexturize(item.excerpt)) || null,
      width: size?.width ?? null,
      height: size?.height ?? null,
      parent: item.postParent,
    };
    attachments.set(attachment.id, attachment);
    const siblings = attachmentsByParent.get(attachment.parent);
    if (siblings) siblings.push(attachment);
    else attachmentsByParent.set(attachment.parent, [attachment]);
  };
  const addItem = (item: WxrItem, site: WxrSite): void => {
    if (item.postType === 'post' && item.status === 'publish') found.publishedPosts++;
    if (item.postType === 'attachment') addAttachment(item);
    if (!isArticle(item)) return;
    if (item.postId !== '') ids.add(item.postId);
    if (item.creator !== '') creators.add(item.creator);
    addUsedTerms(item);
    const path = permalinkPath(item.link, site);
    if (path !== null && item.postId !== '' && !paths.has(item.postId)) paths.set(item.postId, path);
  };

  return {
    add(record, site) {
      if (record.kind === 'author') {
        found.authors++;
        if (record.author.login !== '') authors.set(record.author.login, record.author);
      } else if (record.kind === 'term') addTerm(record.term);
      else if (record.kind === 'item') addItem(record.item, site);
    },
    index: {
      authors,
      creators,
      coAuthors,
      categories,
      tags,
      categoryIds,
      attachments,
      attachmentsByParent,
      ids,
      paths,
      found,
      skipped,
    },
  };
}

/** A foreign name as a reason code. */
export function kebab(name: string, otherwise: string): string {
  return slugOfCode(name) || otherwise;
}

function slugOfCode(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40);
}
